package dev.parapet.read.code.csharp;

import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.Language;
import dev.parapet.read.code.FrontEnd;
import dev.parapet.read.code.Lowering;
import dev.parapet.read.code.syntax.Grammar;
import dev.parapet.read.code.syntax.SyntaxNode;
import dev.parapet.read.code.syntax.SyntaxTree;

/** The front end for C#. */
public final class CSharpFrontEnd implements FrontEnd {
    @Override
    public Grammar grammar() {
        return Grammar.CSHARP;
    }

    @Override
    public CodeFile lower(SyntaxTree tree) {
        SyntaxNode root = tree.root();
        SyntaxNode scoped = root.child("file_scoped_namespace_declaration");
        SyntaxNode namespace = scoped == null ? root.child("namespace_declaration") : scoped;
        return new CodeFile(
                tree.source(),
                Language.CSHARP,
                namespace == null
                        ? null
                        : Lowering.text(namespace.field("name")).replaceAll("\\s", ""),
                new CSharpLowering(tree).statements(root));
    }
}
