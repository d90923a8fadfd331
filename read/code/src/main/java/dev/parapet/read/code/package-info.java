/**
 * Code to the small language of {@link dev.parapet.model.code}: the text of a file to its syntax tree by tree-sitter, and that
 * to statements by the front end of its language.
 */
@NullMarked
package dev.parapet.read.code;

import org.jspecify.annotations.NullMarked;
