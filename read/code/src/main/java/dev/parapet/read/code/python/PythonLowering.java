package dev.parapet.read.code.python;

import dev.parapet.model.code.Expression;
import dev.parapet.model.code.Statement;
import dev.parapet.read.code.Lowering;
import dev.parapet.read.code.syntax.SyntaxNode;
import dev.parapet.read.code.syntax.SyntaxTree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** One file of Python being read: which part says what which kind of node means, and the scopes around. */
final class PythonLowering extends Lowering {
    private final PythonExpressions expressions = new PythonExpressions(this);
    private final PythonStatements statements = new PythonStatements(this);
    private final Deque<Scope> scopes = new ArrayDeque<>();
    private final PythonDefinitions definitions = new PythonDefinitions(this);
    private final PythonTargets targets = new PythonTargets(this);
    private final PythonMatch matches = new PythonMatch(this);

    PythonLowering(SyntaxTree tree) {
        super(tree);
    }

    /** What the file says. */
    List<Statement> file(SyntaxNode root) {
        scopes.push(new Scope(false, null));
        return statements(root);
    }

    /** The innermost scope around. */
    Scope scope() {
        return scopes.element();
    }

    void enter(Scope scope) {
        scopes.push(scope);
    }

    void leave() {
        scopes.pop();
    }

    PythonDefinitions definitions() {
        return definitions;
    }

    PythonTargets targets() {
        return targets;
    }

    PythonMatch matches() {
        return matches;
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
