/** Syntax trees of code, as tree-sitter's grammars make them. */
@NullMarked
package dev.parapet.read.code.syntax;

import org.jspecify.annotations.NullMarked;
