/** Tests. */
@NullMarked
package dev.parapet.read.code.csharp;

import org.jspecify.annotations.NullMarked;
