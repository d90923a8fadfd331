package dev.parapet.read.code.go;

import dev.parapet.model.code.Expression;
import dev.parapet.model.code.Statement;
import dev.parapet.read.code.Lowering;
import dev.parapet.read.code.syntax.SyntaxNode;
import dev.parapet.read.code.syntax.SyntaxTree;
import java.util.List;

/** One file of Go being read: which part says what which kind of node means. */
final class GoLowering extends Lowering {
    private final GoExpressions expressions = new GoExpressions(this);
    private final GoLiterals literals = new GoLiterals(this);
    private final GoFunctions functions = new GoFunctions(this);
    private final GoAssignments assignments = new GoAssignments(this);
    private final GoDeclarations declarations;
    private final GoStatements statements = new GoStatements(this);

    GoLowering(SyntaxTree tree) {
        super(tree);
        declarations = new GoDeclarations(this, tree.source().text());
    }

    GoExpressions expressions() {
        return expressions;
    }

    GoLiterals literals() {
        return literals;
    }

    GoFunctions functions() {
        return functions;
    }

    GoAssignments assignments() {
        return assignments;
    }

    GoDeclarations declarations() {
        return declarations;
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
