package dev.parapet.read.code.ecmascript;

import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.Language;
import dev.parapet.read.code.FrontEnd;
import dev.parapet.read.code.syntax.Grammar;
import dev.parapet.read.code.syntax.SyntaxTree;

/** The front end for JavaScript and TypeScript. */
public final class EcmaScriptFrontEnd implements FrontEnd {
    private final boolean typed;

    /**
     * A front end.
     *
     * @param typed whether it is TypeScript that is read
     */
    public EcmaScriptFrontEnd(boolean typed) {
        this.typed = typed;
    }

    @Override
    public Grammar grammar() {
        return typed ? Grammar.TYPESCRIPT : Grammar.JAVASCRIPT;
    }

    @Override
    public CodeFile lower(SyntaxTree tree) {
        return new CodeFile(
                tree.source(),
                typed ? Language.TYPESCRIPT : Language.JAVASCRIPT,
                null,
                new EcmaScriptLowering(tree).statements(tree.root()));
    }
}
