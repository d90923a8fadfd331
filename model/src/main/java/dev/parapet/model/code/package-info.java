/**
 * One small language that the code of every programming language is lowered to, so that each analysis of code is written
 * once. A front end (in {@code read/code}) states it, {@code core/flow} analyses it. See
 * docs/adr/0011-function-code-as-one-small-language.md.
 *
 * <p>The trees are immutable, have no links upwards, and are never deeper than {@link dev.parapet.model.code.CodeFile#MAXIMUM_DEPTH}, so
 * that they can be walked by recursion. Nodes are compared by what they say; whoever keeps something for each node keeps it
 * by identity.
 */
@NullMarked
package dev.parapet.model.code;

import org.jspecify.annotations.NullMarked;
