/** Tests. */
@NullMarked
package dev.parapet.read.code.function;

import org.jspecify.annotations.NullMarked;
