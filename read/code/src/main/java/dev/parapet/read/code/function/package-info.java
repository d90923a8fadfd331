/** Where the code of a function is: from what a template says of it to the handler in its source. See docs/code.md. */
@NullMarked
package dev.parapet.read.code.function;

import org.jspecify.annotations.NullMarked;
