/** Tests. */
@NullMarked
package dev.parapet.read.code.ecmascript;

import org.jspecify.annotations.NullMarked;
