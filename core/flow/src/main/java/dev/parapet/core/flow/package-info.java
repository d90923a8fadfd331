/**
 * What function code does: which functions a handler reaches through the files of its project, which calls to libraries they
 * make, and what the arguments are made of. {@link dev.parapet.core.flow.Flow} is the door.
 *
 * <p>The analysis is flow-insensitive (a variable is all that is ever put into it) and follows values through functions by
 * taking in the function at each call, within bounds. See docs/adr/0012-values-of-function-code.md.
 */
@NullMarked
package dev.parapet.core.flow;

import org.jspecify.annotations.NullMarked;
