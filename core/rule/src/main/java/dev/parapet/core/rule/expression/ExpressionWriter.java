package dev.parapet.core.rule.expression;

import dev.parapet.core.rule.pack.PackWriter;
import java.util.List;

/** Writes expressions in the compact form that {@link ExpressionReader} reads: a tag, then the operands. */
public final class ExpressionWriter {
    private ExpressionWriter() {}

    /** Writes one expression. */
    public static void write(Expression expression, PackWriter out) {
        switch (expression) {
            case Expression.Literal(Object value) -> {
                switch (value) {
                    case null -> out.number(0);
                    case Boolean bool -> out.number(bool ? 1 : 2);
                    case Long whole -> {
                        out.number(3);
                        out.text(Long.toString(whole));
                    }
                    case Double real -> {
                        out.number(4);
                        out.text(Double.toString(real));
                    }
                    default -> {
                        out.number(5);
                        out.text(value.toString());
                    }
                }
            }
            case Expression.Name(String name) -> {
                out.number(6);
                out.text(name);
            }
            case Expression.Select(Expression operand, String field) -> {
                out.number(7);
                write(operand, out);
                out.text(field);
            }
            case Expression.Has(Expression operand, String field) -> {
                out.number(8);
                write(operand, out);
                out.text(field);
            }
            case Expression.And(Expression left, Expression right) -> {
                out.number(9);
                write(left, out);
                write(right, out);
            }
            case Expression.Or(Expression left, Expression right) -> {
                out.number(10);
                write(left, out);
                write(right, out);
            }
            case Expression.Not(Expression operand) -> {
                out.number(11);
                write(operand, out);
            }
            case Expression.Choice(Expression condition, Expression whenTrue, Expression whenFalse) -> {
                out.number(12);
                write(condition, out);
                write(whenTrue, out);
                write(whenFalse, out);
            }
            case Expression.Call(String function, List<Expression> arguments) -> {
                out.number(13);
                out.text(function);
                writeAll(arguments, out);
            }
            case Expression.ListOf(List<Expression> items) -> {
                out.number(14);
                writeAll(items, out);
            }
            case Expression.MapOf(List<Expression> keys, List<Expression> values) -> {
                out.number(15);
                writeAll(keys, out);
                writeAll(values, out);
            }
            case Expression.Quantifier quantifier -> {
                out.number(16);
                out.number(quantifier.quantity().ordinal());
                out.text(quantifier.variable());
                write(quantifier.range(), out);
                write(quantifier.predicate(), out);
            }
            case Expression.Filter filter -> {
                out.number(17);
                out.text(filter.variable());
                write(filter.range(), out);
                write(filter.predicate(), out);
            }
            case Expression.Transform transform -> {
                out.number(transform.predicate() == null ? 18 : 19);
                out.text(transform.variable());
                write(transform.range(), out);
                if (transform.predicate() != null) {
                    write(transform.predicate(), out);
                }
                write(transform.body(), out);
            }
            case Expression.Let let -> {
                out.number(20);
                out.text(let.variable());
                write(let.value(), out);
                write(let.body(), out);
            }
        }
    }

    private static void writeAll(List<Expression> expressions, PackWriter out) {
        out.number(expressions.size());
        for (Expression expression : expressions) {
            write(expression, out);
        }
    }
}
