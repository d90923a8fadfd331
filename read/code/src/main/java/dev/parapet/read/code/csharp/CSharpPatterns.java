package dev.parapet.read.code.csharp;

import dev.parapet.model.code.Expression;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.Operator;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.Target;
import dev.parapet.model.code.TextRange;
import dev.parapet.read.code.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Patterns, and what switches over them: https://learn.microsoft.com/dotnet/csharp/language-reference/operators/patterns. */
final class CSharpPatterns {
    private final CSharpLowering lowering;

    CSharpPatterns(CSharpLowering lowering) {
        this.lowering = lowering;
    }

    /** {@code x is PATTERN}. */
    Expression test(SyntaxNode node) {
        TextRange range = node.range();
        SyntaxNode pattern = node.field("pattern");
        Expression subject = lowering.expression(node, "expression");
        SyntaxNode inner = pattern == null ? null : pattern.firstChild();
        if (pattern == null || inner == null) {
            return subject;
        }
        if (pattern.is("constant_pattern")) {
            return new Expression.Binary(range, Operator.EQUAL, subject, lowering.expression(inner));
        }
        if (pattern.is("negated_pattern") && inner.is("constant_pattern")) {
            return new Expression.Binary(range, Operator.NOT_EQUAL, subject, lowering.only(inner));
        }
        SyntaxNode type = pattern.field("type");
        SyntaxNode name = pattern.field("name");
        if (pattern.is("declaration_pattern") && type != null && name != null && !type.is("implicit_type")) {
            Expression cast = new Expression.Cast(subject.range(), subject, CSharpNames.type(type));
            Expression bound = new Expression.Assign(range, CSharpTargets.declared(name, null), cast);
            return new Expression.Binary(
                    range, Operator.INSTANCE_OF, bound, lowering.objects().type(type));
        }
        String subjectName = subjectName(subject);
        List<Expression> parts = new ArrayList<>();
        parts.add(named(subjectName, subject));
        bind(pattern, new Expression.Name(subject.range(), subjectName), parts);
        return new Expression.Unknown(range, "pattern", parts);
    }

    private static String subjectName(Expression subject) {
        return "subject@" + subject.range().start();
    }

    private static Expression named(String name, Expression subject) {
        TextRange range = subject.range();
        return new Expression.Assign(range, new Target.Variable(range, name, true, null), subject);
    }

    /** Adds what a pattern assigns to the names in it, and the values that it compares with. */
    private void bind(SyntaxNode pattern, Expression subject, List<Expression> into) {
        lowering.deeper(
                () -> {
                    bindNow(pattern, subject, into);
                    return true;
                },
                () -> false);
    }

    private void bindNow(SyntaxNode pattern, Expression subject, List<Expression> into) {
        SyntaxNode name = pattern.field("name");
        switch (pattern.kind()) {
            case "constant_pattern", "relational_pattern" -> into.addAll(lowering.expressions(pattern.children()));
            case "subpattern" -> {
                List<SyntaxNode> parts = pattern.children();
                if (parts.size() > 1) {
                    Expression part = new Expression.Field(
                            pattern.range(), subject, parts.getFirst().text());
                    bind(parts.getLast(), part, into);
                } else {
                    parts.forEach(it -> bind(it, subject, into));
                }
            }
            default -> {
                if (name != null && name.is("identifier") && !pattern.is("qualified_name")) {
                    into.add(new Expression.Assign(pattern.range(), CSharpTargets.declared(name, null), subject));
                }
                for (SyntaxNode child : pattern.children()) {
                    if (child.fieldName().isEmpty()
                            || child.fieldName().equals("left")
                            || child.fieldName().equals("right")) {
                        bind(child, subject, into);
                    }
                }
            }
        }
    }

    /** A switch; what it is over is named where patterns need it. */
    void statement(SyntaxNode node, List<Statement> into) {
        Expression subject = lowering.expression(node, "value");
        String name = subjectName(subject);
        SyntaxNode body = node.field("body");
        List<Statement.Case> cases = new ArrayList<>();
        for (SyntaxNode section : body == null ? List.<SyntaxNode>of() : body.children()) {
            cases.add(oneCase(section, new Expression.Name(subject.range(), name), false));
        }
        into.add(new Statement.Evaluate(named(name, subject)));
        into.add(new Statement.Switch(node.range(), new Expression.Name(subject.range(), name), cases));
    }

    /** A switch that is a value is what a function gives that is called at once. */
    Expression value(SyntaxNode node) {
        TextRange range = node.range();
        SyntaxNode first = node.firstChild();
        Expression subject = first == null ? lowering.unknown(node) : lowering.expression(first);
        Expression.Name name = new Expression.Name(subject.range(), subjectName(subject));
        List<Statement.Case> cases = new ArrayList<>();
        for (SyntaxNode arm : node.children()) {
            if (arm.is("switch_expression_arm")) {
                cases.add(oneCase(arm, name, true));
            }
        }
        List<Statement> body =
                List.of(new Statement.Evaluate(named(name.name(), subject)), new Statement.Switch(range, name, cases));
        TextRange head = new TextRange(node.start(), node.start());
        return new Expression.Call(
                range,
                new FunctionDeclaration(range, head, null, null, Set.of(), List.of(), null, List.of(), body),
                List.of());
    }

    private Statement.Case oneCase(SyntaxNode node, Expression subject, boolean value) {
        List<Expression> values = new ArrayList<>();
        List<Statement> body = new ArrayList<>();
        @Nullable Expression guard = null;
        boolean empty = true;
        List<SyntaxNode> children = node.children();
        for (int i = 0; i < children.size(); i++) {
            SyntaxNode child = children.get(i);
            if (child.is("when_clause")) {
                guard = lowering.only(child);
            } else if (value && i == children.size() - 1) {
                result(child, body);
                empty = false;
            } else if (child.is("constant_pattern")) {
                values.add(lowering.only(child));
            } else if (isPattern(child)) {
                pattern(child, subject, values, body);
            } else {
                lowering.statement(child, body);
                empty = false;
            }
        }
        // The discard fits always.
        boolean always = value && !children.isEmpty() && children.getFirst().is("discard");
        return new Statement.Case(always ? List.of() : values, guard, empty && !value, body);
    }

    private static boolean isPattern(SyntaxNode node) {
        return node.kind().endsWith("_pattern") || node.is("discard");
    }

    private void pattern(SyntaxNode node, Expression subject, List<Expression> values, List<Statement> body) {
        List<Expression> bound = new ArrayList<>();
        bind(node, subject, bound);
        values.add(new Expression.Unknown(node.range(), "pattern", List.of()));
        bound.forEach(it -> body.add(new Statement.Evaluate(it)));
    }

    private void result(SyntaxNode node, List<Statement> body) {
        if (node.is("throw_expression")) {
            body.add(new Statement.Throw(node.range(), lowering.only(node)));
        } else {
            Expression value = lowering.expression(node);
            body.add(new Statement.Return(value.range(), value));
        }
    }
}
