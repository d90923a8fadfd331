package dev.parapet.core.rule.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checked expression of the Common Expression Language (<a href="https://github.com/google/cel-spec/blob/master/doc/langdef.md">language
 * definition</a>), its macros being nodes of their own rather than folds.
 */
public sealed interface Expression {
    /**
     * A constant.
     *
     * @param value null, or a {@link Boolean}, {@link Long}, {@link Double} or {@link String}
     */
    record Literal(@Nullable Object value) implements Expression {}

    /** A variable. */
    record Name(String name) implements Expression {}

    /** {@code operand.field}. */
    record Select(Expression operand, String field) implements Expression {}

    /** {@code has(operand.field)}. */
    record Has(Expression operand, String field) implements Expression {}

    /** {@code left && right}. */
    record And(Expression left, Expression right) implements Expression {}

    /** {@code left || right}. */
    record Or(Expression left, Expression right) implements Expression {}

    /** {@code !operand}. */
    record Not(Expression operand) implements Expression {}

    /** {@code condition ? whenTrue : whenFalse}. */
    record Choice(Expression condition, Expression whenTrue, Expression whenFalse) implements Expression {}

    /**
     * An operator or a function; the receiver of a member function is its first argument.
     *
     * @param function the name, operators as CEL names them: {@code _==_}, {@code _[_]}, {@code @in}
     */
    record Call(String function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code [a, b]}. */
    record ListOf(List<Expression> items) implements Expression {
        public ListOf {
            items = List.copyOf(items);
        }
    }

    /** {@code {a: b}}; the keys and values have the same number. */
    record MapOf(List<Expression> keys, List<Expression> values) implements Expression {
        public MapOf {
            keys = List.copyOf(keys);
            values = List.copyOf(values);
        }
    }

    /** The macros that answer true or false about a list. */
    enum Quantity {
        EXISTS,
        ALL,
        EXISTS_ONE
    }

    /** {@code range.exists(variable, predicate)} and its like. */
    record Quantifier(Quantity quantity, String variable, Expression range, Expression predicate)
            implements Expression {}

    /** {@code range.filter(variable, predicate)}. */
    record Filter(String variable, Expression range, Expression predicate) implements Expression {}

    /** {@code range.map(variable, predicate, body)}, the predicate being left out or not. */
    record Transform(
            String variable, Expression range, @Nullable Expression predicate, Expression body) implements Expression {}

    /** {@code cel.bind(variable, value, body)}. */
    record Let(String variable, Expression value, Expression body) implements Expression {}
}
