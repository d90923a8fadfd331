package dev.parapet.core.rule.evaluation;

import dev.parapet.core.rule.expression.Expression;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Questions about every resource of a type that do not hang on the resource a rule is put to, such as {@code
 * every("AWS::Lambda::Function").exists(f, f.properties.CodeSigningConfigArn != null)}. Each is asked once for each stack: put to
 * each of the functions it would take the square of their number.
 */
public final class Invariants {
    private final IdentityHashMap<Expression.Quantifier, Boolean> closed = new IdentityHashMap<>();
    private final IdentityHashMap<Expression.Quantifier, Map<String, Datum>> known = new IdentityHashMap<>();

    /** Whether a question is about every resource of a type, so that it is worth looking whether it hangs on more. */
    static boolean mayBe(Expression.Quantifier question) {
        return question.range() instanceof Expression.Call call
                && call.function().equals("every");
    }

    /** The answer that is known already, or null. */
    @Nullable
    Datum known(Expression.Quantifier question, Evaluation evaluation) {
        Map<String, Datum> answers = known.get(question);
        return answers == null ? null : answers.get(stack(evaluation));
    }

    /** Keeps an answer if it holds for the whole stack; it must have been found without asking about a condition. */
    void keep(Expression.Quantifier question, Datum answer, Evaluation evaluation) {
        if (closed.computeIfAbsent(question, Invariants::isClosed)) {
            known.computeIfAbsent(question, key -> new HashMap<>()).put(stack(evaluation), answer);
        }
    }

    private static String stack(Evaluation evaluation) {
        return evaluation.self().resource() == null
                ? ""
                : evaluation.self().resource().id().stack();
    }

    private static boolean isClosed(Expression.Quantifier question) {
        return question.range() instanceof Expression.Call range
                && range.arguments().getFirst() instanceof Expression.Literal
                && isAbout(question.predicate(), question.variable());
    }

    /** Whether an expression is made of one variable, its fields, constants and operators. */
    private static boolean isAbout(Expression expression, String variable) {
        return switch (expression) {
            case Expression.Literal ignored -> true;
            case Expression.Name(String name) -> name.equals(variable);
            case Expression.Select(Expression operand, String ignored) -> isAbout(operand, variable);
            case Expression.Has(Expression operand, String ignored) -> isAbout(operand, variable);
            case Expression.Not(Expression operand) -> isAbout(operand, variable);
            case Expression.And(Expression left, Expression right) ->
                isAbout(left, variable) && isAbout(right, variable);
            case Expression.Or(Expression left, Expression right) ->
                isAbout(left, variable) && isAbout(right, variable);
            case Expression.Call(String function, List<Expression> arguments) ->
                (function.startsWith("_") || function.startsWith("@"))
                        && arguments.stream().allMatch(argument -> isAbout(argument, variable));
            case Expression.Choice ignored -> false;
            case Expression.ListOf(List<Expression> items) -> items.stream().allMatch(item -> isAbout(item, variable));
            case Expression.MapOf ignored -> false;
            case Expression.Quantifier ignored -> false;
            case Expression.Filter ignored -> false;
            case Expression.Transform ignored -> false;
            case Expression.Let ignored -> false;
        };
    }
}
