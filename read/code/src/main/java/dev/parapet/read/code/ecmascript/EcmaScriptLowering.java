package dev.parapet.read.code.ecmascript;

import dev.parapet.model.code.Expression;
import dev.parapet.model.code.Statement;
import dev.parapet.read.code.Lowering;
import dev.parapet.read.code.syntax.SyntaxNode;
import dev.parapet.read.code.syntax.SyntaxTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One file of JavaScript or TypeScript being read: which part says what which kind of node means. */
final class EcmaScriptLowering extends Lowering {
    private final EcmaScriptTargets targets = new EcmaScriptTargets(this);
    private final EcmaScriptFunctions functions = new EcmaScriptFunctions(this);
    private final EcmaScriptClasses classes = new EcmaScriptClasses(this);
    private final EcmaScriptModules modules = new EcmaScriptModules(this);
    private final EcmaScriptExpressions expressions = new EcmaScriptExpressions(this);
    private final EcmaScriptStatements statements = new EcmaScriptStatements(this);

    EcmaScriptLowering(SyntaxTree tree) {
        super(tree);
    }

    EcmaScriptTargets targets() {
        return targets;
    }

    EcmaScriptFunctions functions() {
        return functions;
    }

    EcmaScriptClasses classes() {
        return classes;
    }

    EcmaScriptModules modules() {
        return modules;
    }

    EcmaScriptExpressions expressions() {
        return expressions;
    }

    @Override
    protected Expression lowerExpression(SyntaxNode node) {
        return expressions.lower(node);
    }

    @Override
    protected void lowerStatement(SyntaxNode node, List<Statement> into) {
        statements.lower(node, into);
    }

    /** The value of an expression that may stand in parentheses, or be absent. */
    @Nullable
    Expression condition(@Nullable SyntaxNode node) {
        return node == null || !node.isNamed() || node.is("empty_statement")
                ? null
                : node.is("expression_statement") ? only(node) : expression(node);
    }
}
