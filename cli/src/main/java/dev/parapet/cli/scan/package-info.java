/** {@code parapet scan}: from files to a document and an exit code. */
@NullMarked
package dev.parapet.cli.scan;

import org.jspecify.annotations.NullMarked;
