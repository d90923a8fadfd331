package dev.parapet.read.code.go;

import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.Language;
import dev.parapet.read.code.FrontEnd;
import dev.parapet.read.code.Lowering;
import dev.parapet.read.code.syntax.Grammar;
import dev.parapet.read.code.syntax.SyntaxNode;
import dev.parapet.read.code.syntax.SyntaxTree;

/** The front end for Go. */
public final class GoFrontEnd implements FrontEnd {
    @Override
    public Grammar grammar() {
        return Grammar.GO;
    }

    @Override
    public CodeFile lower(SyntaxTree tree) {
        SyntaxNode clause = tree.root().child("package_clause");
        return new CodeFile(
                tree.source(),
                Language.GO,
                clause == null ? null : Lowering.text(clause.firstChild()),
                new GoLowering(tree).statements(tree.root()));
    }
}
