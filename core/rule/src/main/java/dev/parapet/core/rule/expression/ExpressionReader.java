package dev.parapet.core.rule.expression;

import dev.parapet.core.rule.pack.PackReader;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link ExpressionWriter} wrote. */
public final class ExpressionReader {
    private static final Expression.Quantity[] QUANTITIES = Expression.Quantity.values();

    private ExpressionReader() {}

    /**
     * Reads one expression.
     *
     * @throws IllegalStateException when there is none
     */
    public static Expression read(PackReader in) {
        int tag = in.number();
        return switch (tag) {
            case 0 -> new Expression.Literal(null);
            case 1 -> new Expression.Literal(true);
            case 2 -> new Expression.Literal(false);
            case 3 -> new Expression.Literal(Long.valueOf(in.text()));
            case 4 -> new Expression.Literal(Double.valueOf(in.text()));
            case 5 -> new Expression.Literal(in.text());
            case 6 -> new Expression.Name(in.text());
            case 7 -> new Expression.Select(read(in), in.text());
            case 8 -> new Expression.Has(read(in), in.text());
            case 9 -> new Expression.And(read(in), read(in));
            case 10 -> new Expression.Or(read(in), read(in));
            case 11 -> new Expression.Not(read(in));
            case 12 -> new Expression.Choice(read(in), read(in), read(in));
            case 13 -> new Expression.Call(in.text(), readAll(in));
            case 14 -> new Expression.ListOf(readAll(in));
            case 15 -> new Expression.MapOf(readAll(in), readAll(in));
            case 16 -> new Expression.Quantifier(QUANTITIES[in.number()], in.text(), read(in), read(in));
            case 17 -> new Expression.Filter(in.text(), read(in), read(in));
            case 18 -> new Expression.Transform(in.text(), read(in), null, read(in));
            case 19 -> new Expression.Transform(in.text(), read(in), read(in), read(in));
            case 20 -> new Expression.Let(in.text(), read(in), read(in));
            default -> throw new IllegalStateException("the rule pack holds no expression here: " + tag);
        };
    }

    private static List<Expression> readAll(PackReader in) {
        int number = in.number();
        List<Expression> expressions = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            expressions.add(read(in));
        }
        return expressions;
    }
}
