/** Java, as https://docs.oracle.com/javase/specs/jls/se25/html/ says it, to the small language. */
@NullMarked
package dev.parapet.read.code.java;

import org.jspecify.annotations.NullMarked;
