package dev.parapet.read.code.python;

import static java.util.Objects.requireNonNullElse;

import dev.parapet.model.code.Expression;
import dev.parapet.model.code.Operator;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.Target;
import dev.parapet.model.code.TextRange;
import dev.parapet.read.code.Lowering;
import dev.parapet.read.code.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;

/** The match statement: https://docs.python.org/3/reference/compound_stmts.html#the-match-statement. */
final class PythonMatch {
    private final PythonLowering lowering;

    PythonMatch(PythonLowering lowering) {
        this.lowering = lowering;
    }

    void lower(SyntaxNode node, List<Statement> into) {
        Expression subject = PythonStatements.value(node, lowering.expressions(node.fields("subject")));
        if (!(subject instanceof Expression.Name)) {
            // It is evaluated once, and stands in what the cases bind: under a name that no source can have.
            String name = "match " + node.start();
            Target variable = new Target.Variable(subject.range(), name, true, null);
            into.add(new Statement.Evaluate(new Expression.Assign(subject.range(), variable, subject)));
            subject = new Expression.Name(subject.range(), name);
        }
        List<Statement.Case> cases = new ArrayList<>();
        SyntaxNode body = requireNonNullElse(node.field("body"), node);
        for (SyntaxNode clause : body.fields("alternative")) {
            cases.add(clause(clause, subject));
        }
        into.add(new Statement.Switch(node.range(), subject, cases));
    }

    private Statement.Case clause(SyntaxNode node, Expression subject) {
        List<Expression> values = new ArrayList<>();
        List<Statement> body = new ArrayList<>();
        for (SyntaxNode child : node.children()) {
            if (child.is("case_pattern")) {
                values.addAll(values(child));
                bind(child, subject, body);
            }
        }
        SyntaxNode guard = node.field("guard");
        Expression condition = guard == null ? null : lowering.optional(guard.firstChild());
        body.addAll(lowering.statements(node.field("consequence")));
        boolean always = values.stream().anyMatch(value -> value instanceof Expression.Null it && it == ALWAYS);
        return new Statement.Case(always ? List.of() : values, condition, false, body);
    }

    /** Stands for a pattern that always fits. */
    private static final Expression.Null ALWAYS = new Expression.Null(new TextRange(0, 0));

    /** What the subject must be one of. */
    private List<Expression> values(SyntaxNode pattern) {
        SyntaxNode inner = requireNonNullElse(pattern.firstChild(), pattern);
        return switch (pattern.kind()) {
            case "case_pattern", "as_pattern" -> {
                if (inner == pattern) {
                    // A minus sign before a number is no node of its own, nor is an underscore.
                    yield List.of(
                            pattern.text().equals("_")
                                    ? ALWAYS
                                    : new Expression.Unknown(pattern.range(), "pattern", List.of()));
                }
                yield pattern.has("-") ? List.of(negative(pattern, inner)) : values(inner);
            }
            case "union_pattern" -> {
                List<Expression> values = new ArrayList<>();
                boolean negative = false;
                for (SyntaxNode child : pattern.allChildren()) {
                    if (child.isNamed()) {
                        values.addAll(negative ? List.of(negative(child, child)) : values(child));
                    } else if (child.is("_")) {
                        values.add(ALWAYS);
                    }
                    negative = child.is("-");
                }
                yield values;
            }
            case "dotted_name" -> List.of(pattern.has(".") ? lowering.expression(pattern) : ALWAYS);
            case "string", "concatenated_string", "integer", "float", "true", "false", "none" ->
                List.of(lowering.expression(pattern));
            default -> List.of(new Expression.Unknown(pattern.range(), "pattern", List.of()));
        };
    }

    private Expression negative(SyntaxNode node, SyntaxNode number) {
        return new Expression.Unary(node.range(), Operator.SUBTRACT, lowering.expression(number));
    }

    /** Assigns the names that a pattern binds from what they stand for in the subject. */
    private void bind(SyntaxNode pattern, Expression subject, List<Statement> into) {
        lowering.deeper(
                () -> {
                    bindHere(pattern, subject, into);
                    return true;
                },
                () -> into.add(PythonLowering.tooDeep(pattern)));
    }

    private void bindHere(SyntaxNode pattern, Expression subject, List<Statement> into) {
        switch (pattern.kind()) {
            case "dotted_name" -> {
                if (!pattern.has(".")) {
                    assign(pattern, subject, into);
                }
            }
            case "as_pattern" -> {
                for (SyntaxNode child : pattern.children()) {
                    if (child.is("identifier")) {
                        assign(child, subject, into);
                    } else {
                        bind(child, subject, into);
                    }
                }
            }
            case "list_pattern", "tuple_pattern" -> {
                int position = 0;
                boolean counted = true;
                for (SyntaxNode child : pattern.children()) {
                    counted &= !child.is("splat_pattern") && !startsWithSplat(child);
                    Expression key = new Expression.Number(child.range(), String.valueOf(position++));
                    Expression item = !counted
                            ? new Expression.Element(child.range(), subject)
                            : new Expression.Index(child.range(), subject, key);
                    bind(child, startsWithSplat(child) ? subject : item, into);
                }
            }
            case "dict_pattern" -> {
                Expression value = subject;
                for (SyntaxNode child : pattern.children()) {
                    if (child.fieldName().equals("key")) {
                        value = new Expression.Index(child.range(), subject, lowering.expression(child));
                    } else {
                        bind(child, child.is("splat_pattern") ? subject : value, into);
                    }
                }
            }
            case "class_pattern" -> {
                List<SyntaxNode> children = pattern.children();
                for (SyntaxNode child : children.subList(Math.min(1, children.size()), children.size())) {
                    SyntaxNode keyword = requireNonNullElse(child.firstChild(), child);
                    Expression attribute = keyword.is("keyword_pattern")
                            ? new Expression.Field(child.range(), subject, Lowering.text(keyword.child("identifier")))
                            : new Expression.Unknown(child.range(), "attribute", List.of(subject));
                    bind(child, attribute, into);
                }
            }
            case "keyword_pattern" -> {
                List<SyntaxNode> children = pattern.children();
                for (SyntaxNode child : children.subList(Math.min(1, children.size()), children.size())) {
                    bind(child, subject, into);
                }
            }
            case "splat_pattern" -> pattern.children().forEach(name -> assign(name, subject, into));
            case "case_pattern", "union_pattern" -> pattern.children().forEach(child -> bind(child, subject, into));
            // Values bind nothing.
            default -> {}
        }
    }

    private static boolean startsWithSplat(SyntaxNode pattern) {
        SyntaxNode inner = pattern.firstChild();
        return pattern.is("splat_pattern") || inner != null && inner.is("splat_pattern");
    }

    private void assign(SyntaxNode name, Expression value, List<Statement> into) {
        Target target = lowering.targets().variable(name, null);
        into.add(new Statement.Evaluate(new Expression.Assign(name.range(), target, value)));
    }
}
