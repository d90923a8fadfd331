/** Tests. */
@NullMarked
package dev.parapet.read.code.python;

import org.jspecify.annotations.NullMarked;
