/** The command line: one class per command. Here, and only here, the parts are wired together. */
@NullMarked
package dev.parapet.cli;

import org.jspecify.annotations.NullMarked;
