/** The small language as bytes: {@link dev.parapet.model.code.CodePrinter} is for people, this is for the next run. */
@NullMarked
package dev.parapet.model.code.binary;

import org.jspecify.annotations.NullMarked;
