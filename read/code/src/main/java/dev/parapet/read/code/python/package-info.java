/** Python, as https://docs.python.org/3/reference/ says it, to the small language; Python 2's print and exec too. */
@NullMarked
package dev.parapet.read.code.python;

import org.jspecify.annotations.NullMarked;
