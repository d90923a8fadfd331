package dev.parapet.read.code.java;

import dev.parapet.model.code.Expression;
import dev.parapet.model.code.Statement;
import dev.parapet.read.code.Lowering;
import dev.parapet.read.code.syntax.SyntaxNode;
import dev.parapet.read.code.syntax.SyntaxTree;
import java.util.List;

/** One file of Java being read: which part says what which kind of node means. */
final class JavaLowering extends Lowering {
    private final JavaAnnotations annotations = new JavaAnnotations(this);
    private final JavaFunctions functions = new JavaFunctions(this);
    private final JavaClasses classes = new JavaClasses(this);
    private final JavaSwitches switches = new JavaSwitches(this);
    private final JavaExpressions expressions = new JavaExpressions(this);
    private final JavaStatements statements = new JavaStatements(this);

    JavaLowering(SyntaxTree tree) {
        super(tree);
    }

    JavaAnnotations annotations() {
        return annotations;
    }

    JavaFunctions functions() {
        return functions;
    }

    JavaClasses classes() {
        return classes;
    }

    JavaSwitches switches() {
        return switches;
    }

    JavaExpressions expressions() {
        return expressions;
    }

    JavaStatements statements() {
        return statements;
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
