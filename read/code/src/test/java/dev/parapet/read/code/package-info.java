/** Tests. */
@NullMarked
package dev.parapet.read.code;

import org.jspecify.annotations.NullMarked;
