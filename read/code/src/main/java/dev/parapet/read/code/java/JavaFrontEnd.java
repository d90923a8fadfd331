package dev.parapet.read.code.java;

import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.Language;
import dev.parapet.read.code.FrontEnd;
import dev.parapet.read.code.Lowering;
import dev.parapet.read.code.syntax.Grammar;
import dev.parapet.read.code.syntax.SyntaxNode;
import dev.parapet.read.code.syntax.SyntaxTree;
import java.util.List;

/** The front end for Java. */
public final class JavaFrontEnd implements FrontEnd {
    @Override
    public Grammar grammar() {
        return Grammar.JAVA;
    }

    @Override
    public CodeFile lower(SyntaxTree tree) {
        SyntaxNode declaration = tree.root().child("package_declaration");
        SyntaxNode name = null;
        for (SyntaxNode child : declaration == null ? List.<SyntaxNode>of() : declaration.children()) {
            name = child;
        }
        String namespace = name == null ? null : JavaTypes.name(Lowering.text(name));
        return new CodeFile(tree.source(), Language.JAVA, namespace, new JavaLowering(tree).statements(tree.root()));
    }
}
