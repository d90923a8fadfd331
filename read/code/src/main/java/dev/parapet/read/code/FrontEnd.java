package dev.parapet.read.code;

import dev.parapet.model.code.CodeFile;
import dev.parapet.read.code.syntax.Grammar;
import dev.parapet.read.code.syntax.SyntaxTree;

/**
 * What one programming language means in the small language. It takes any tree that its grammar can make, with syntax errors
 * and of any depth, and loses no call in it.
 */
public interface FrontEnd {
    /** The grammar that the text of a file is parsed by. */
    Grammar grammar();

    /** The file that a tree says. */
    CodeFile lower(SyntaxTree tree);
}
