package dev.parapet.read.code.java;

import dev.parapet.model.code.Expression;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.Target;
import dev.parapet.model.code.TextRange;
import dev.parapet.read.code.Lowering;
import dev.parapet.read.code.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Switches and patterns: https://docs.oracle.com/javase/specs/jls/se25/html/jls-14.html#jls-14.11. One that is an expression is the
 * call of a function without a name that returns what the cases yield.
 */
final class JavaSwitches {
    private final JavaLowering lowering;

    JavaSwitches(JavaLowering lowering) {
        this.lowering = lowering;
    }

    void statement(SyntaxNode node, List<Statement> into) {
        choice(node, false, into);
    }

    Expression value(SyntaxNode node) {
        TextRange range = node.range();
        TextRange head = new TextRange(node.start(), node.start());
        List<Statement> body = new ArrayList<>();
        choice(node, true, body);
        FunctionDeclaration function =
                new FunctionDeclaration(range, head, null, null, Set.of(), List.of(), null, List.of(), body);
        return new Expression.Call(range, function, List.of());
    }

    private void choice(SyntaxNode node, boolean value, List<Statement> into) {
        Expression subject = subject(node, into);
        List<Statement.Case> cases = new ArrayList<>();
        SyntaxNode body = node.field("body");
        for (SyntaxNode child : body == null ? List.<SyntaxNode>of() : body.children()) {
            boolean rule = child.is("switch_rule");
            List<Expression> values = new ArrayList<>();
            List<Statement> statements = new ArrayList<>();
            @Nullable Expression guard = null;
            for (SyntaxNode part : child.children()) {
                if (part.is("switch_label")) {
                    guard = label(part, subject, values, statements);
                } else if (rule && value && part.is("expression_statement")) {
                    Expression result = lowering.only(part);
                    statements.add(new Statement.Return(result.range(), result));
                } else {
                    lowering.statement(part, statements);
                }
            }
            boolean through = !rule && (statements.isEmpty() || !leaves(statements.getLast()));
            cases.add(new Statement.Case(values, guard, through, statements));
        }
        into.add(new Statement.Switch(node.range(), subject, cases));
    }

    /** What is switched over. It is named where it is more than a name and patterns need it again. */
    private Expression subject(SyntaxNode node, List<Statement> into) {
        Expression subject = lowering.expression(node, "condition");
        SyntaxNode body = node.field("body");
        if (body == null || Lowering.isPlain(subject) || !hasPatterns(body)) {
            return subject;
        }
        TextRange range = subject.range();
        String name = "subject@" + range.start();
        Target variable = new Target.Variable(range, name, true, null);
        into.add(new Statement.Evaluate(new Expression.Assign(range, variable, subject)));
        return new Expression.Name(range, name);
    }

    private static boolean hasPatterns(SyntaxNode body) {
        for (SyntaxNode rule : body.children()) {
            SyntaxNode label = rule.child("switch_label");
            if (label != null && (label.has("pattern") || label.has("type_pattern") || label.has("record_pattern"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean leaves(Statement statement) {
        return statement instanceof Statement.Return
                || statement instanceof Statement.Throw
                || statement instanceof Statement.Jump;
    }

    /** What a case is for; its condition. */
    private @Nullable Expression label(
            SyntaxNode label, Expression subject, List<Expression> values, List<Statement> body) {
        @Nullable Expression guard = null;
        for (SyntaxNode child : label.children()) {
            switch (child.kind()) {
                case "guard" -> guard = lowering.only(child);
                case "pattern", "type_pattern", "record_pattern" -> {
                    SyntaxNode pattern = child.is("pattern") ? child.firstChild() : child;
                    values.add(new Expression.Unknown(child.range(), "pattern", List.of()));
                    if (pattern != null) {
                        Expression.Assign bound = new Expression.Assign(child.range(), pattern(pattern), subject);
                        body.add(new Statement.Evaluate(bound));
                    }
                }
                default -> values.add(lowering.expression(child));
            }
        }
        // `case null, default` fits when no other does, too.
        if (values.removeIf(
                it -> it instanceof Expression.Name name && name.name().equals("default"))) {
            values.clear();
        }
        return guard;
    }

    /** What a pattern binds. */
    Target pattern(SyntaxNode node) {
        return switch (node.kind()) {
            case "pattern" -> {
                SyntaxNode inner = node.firstChild();
                yield inner == null ? new Target.Unknown(node.range()) : pattern(inner);
            }
            case "type_pattern", "record_pattern_component" -> {
                List<SyntaxNode> parts = node.children();
                SyntaxNode name = parts.isEmpty() ? null : parts.getLast();
                yield name == null || !name.is("identifier")
                        ? new Target.Unknown(node.range())
                        : new Target.Variable(name.range(), name.text(), true, JavaTypes.declared(type(parts)));
            }
            case "record_pattern" -> {
                List<Target> items = new ArrayList<>();
                SyntaxNode body = node.child("record_pattern_body");
                for (SyntaxNode part : body == null ? List.<SyntaxNode>of() : body.children()) {
                    items.add(lowering.deeper(() -> pattern(part), () -> new Target.Unknown(part.range())));
                }
                yield new Target.ListPattern(node.range(), items);
            }
            default -> new Target.Unknown(node.range());
        };
    }

    private static @Nullable SyntaxNode type(List<SyntaxNode> parts) {
        return parts.size() < 2 ? null : parts.get(parts.size() - 2);
    }
}
