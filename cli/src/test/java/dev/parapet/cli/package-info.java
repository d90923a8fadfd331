/** The program tried as people start it. */
@NullMarked
package dev.parapet.cli;

import org.jspecify.annotations.NullMarked;
