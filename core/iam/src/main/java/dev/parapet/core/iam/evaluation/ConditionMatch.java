package dev.parapet.core.iam.evaluation;

import dev.parapet.core.iam.policy.Condition;
import dev.parapet.core.iam.policy.Operator;
import dev.parapet.core.iam.policy.Operator.Comparison;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.request.Context;
import dev.parapet.core.iam.request.ContextValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether a request satisfies a condition (<a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html">Conditions
 * with multiple context keys or values</a>).
 */
public final class ConditionMatch {
    private ConditionMatch() {}

    /** Whether a request satisfies a condition. */
    public static Truth holds(Condition condition, Context context) {
        Operator operator = condition.operator();
        if (operator == null) {
            return Truth.NO;
        }
        ContextValue value = context.get(condition.key());
        if (value instanceof ContextValue.Unknown) {
            return Truth.unknown(condition.key());
        }
        if (operator.comparison() == Comparison.NULL) {
            return isNull(condition, value instanceof ContextValue.Absent);
        }
        return switch (operator.quantifier()) {
            case ONE -> one(condition, operator, value, context);
            case ANY ->
                value instanceof ContextValue.Absent
                        ? Truth.of(operator.ifExists())
                        : Truth.any(each(condition, operator.comparison(), values(value), context));
            // "It also returns true if there are no keys in the request": nothing contradicts it.
            case ALL -> Truth.all(each(condition, operator.comparison(), values(value), context));
        };
    }

    private static Truth one(Condition condition, Operator operator, ContextValue value, Context context) {
        return switch (value) {
            case ContextValue.Absent ignored ->
                Truth.of(operator.ifExists() || operator.comparison().negated());
            case ContextValue.One one -> satisfies(condition, operator.comparison(), one.value(), context);
            // A key with several values needs a set operator.
            case ContextValue.Many ignored -> Truth.NO;
            case ContextValue.Unknown ignored -> Truth.unknown(condition.key());
        };
    }

    private static List<String> values(ContextValue value) {
        return switch (value) {
            case ContextValue.One one -> List.of(one.value());
            case ContextValue.Many many -> many.values();
            case ContextValue.Absent ignored -> List.of();
            case ContextValue.Unknown ignored -> List.of();
        };
    }

    private static List<Truth> each(Condition condition, Comparison comparison, List<String> values, Context context) {
        List<Truth> each = new ArrayList<>();
        for (String value : values) {
            each.add(satisfies(condition, comparison, value, context));
        }
        return each;
    }

    /** One of the policy's values matches; for a negated operator, none does. */
    private static Truth satisfies(Condition condition, Comparison comparison, String value, Context context) {
        Truth any = Truth.NO;
        Truth valued = Truth.YES;
        for (TextPattern pattern : condition.values()) {
            valued = valued.and(PatternMatch.valued(pattern.tokens(), context));
            Truth matches = Comparer.compare(comparison, pattern, value, context);
            if (matches != null) {
                any = any.or(matches);
            } else if (comparison.negated()) {
                return Truth.NO;
            }
        }
        return comparison.negated() ? any.not().and(valued) : any;
    }

    private static Truth isNull(Condition condition, boolean absent) {
        Truth any = Truth.NO;
        for (TextPattern pattern : condition.values()) {
            any = any.or(
                    pattern.isPartlyUnknown()
                            ? PatternMatch.matches(pattern.tokens(), String.valueOf(absent), true)
                            : Truth.of(pattern.text().toLowerCase(Locale.ROOT).equals(String.valueOf(absent))));
        }
        return any;
    }
}
