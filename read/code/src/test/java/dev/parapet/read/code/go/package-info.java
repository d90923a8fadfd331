/** Tests. */
@NullMarked
package dev.parapet.read.code.go;

import org.jspecify.annotations.NullMarked;
