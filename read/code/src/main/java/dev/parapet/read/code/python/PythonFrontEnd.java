package dev.parapet.read.code.python;

import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.Language;
import dev.parapet.read.code.FrontEnd;
import dev.parapet.read.code.syntax.Grammar;
import dev.parapet.read.code.syntax.SyntaxTree;

/** The front end for Python. */
public final class PythonFrontEnd implements FrontEnd {
    @Override
    public Grammar grammar() {
        return Grammar.PYTHON;
    }

    @Override
    public CodeFile lower(SyntaxTree tree) {
        return new CodeFile(tree.source(), Language.PYTHON, null, new PythonLowering(tree).file(tree.root()));
    }
}
