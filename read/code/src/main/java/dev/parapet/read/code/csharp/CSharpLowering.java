package dev.parapet.read.code.csharp;

import dev.parapet.model.code.Expression;
import dev.parapet.model.code.Statement;
import dev.parapet.read.code.Lowering;
import dev.parapet.read.code.syntax.SyntaxNode;
import dev.parapet.read.code.syntax.SyntaxTree;
import java.util.List;

/** One file of C# being read: which part says what which kind of node means. */
final class CSharpLowering extends Lowering {
    private final CSharpExpressions expressions = new CSharpExpressions(this);
    private final CSharpObjects objects = new CSharpObjects(this);
    private final CSharpPatterns patterns = new CSharpPatterns(this);
    private final CSharpTargets targets = new CSharpTargets(this);
    private final CSharpFunctions functions = new CSharpFunctions(this);
    private final CSharpTypes types = new CSharpTypes(this);
    private final CSharpStatements statements = new CSharpStatements(this);

    CSharpLowering(SyntaxTree tree) {
        super(tree);
    }

    CSharpExpressions expressions() {
        return expressions;
    }

    CSharpObjects objects() {
        return objects;
    }

    CSharpPatterns patterns() {
        return patterns;
    }

    CSharpTargets targets() {
        return targets;
    }

    CSharpFunctions functions() {
        return functions;
    }

    CSharpTypes types() {
        return types;
    }

    @Override
    protected Expression lowerExpression(SyntaxNode node) {
        return expressions.lower(node);
    }

    @Override
    protected void lowerStatement(SyntaxNode node, List<Statement> into) {
        statements.lower(node, into);
    }
}
