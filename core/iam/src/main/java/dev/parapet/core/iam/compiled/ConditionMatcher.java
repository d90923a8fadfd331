package dev.parapet.core.iam.compiled;

import dev.parapet.core.iam.policy.Condition;
import dev.parapet.core.iam.policy.Operator;
import dev.parapet.core.iam.policy.Operator.Comparison;
import dev.parapet.core.iam.policy.Operator.Quantifier;
import dev.parapet.core.iam.request.Context;
import dev.parapet.core.iam.request.ContextValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition with its values read beforehand. */
final class ConditionMatcher {
    private final @Nullable Operator operator;
    private final String key;
    private final ValueMatcher[] values;
    private final boolean negated;
    private final VariableKeys variables;

    ConditionMatcher(Condition condition) {
        operator = condition.operator();
        key = condition.key();
        Comparison comparison = operator == null ? Comparison.NULL : operator.comparison();
        negated = comparison.negated();
        variables = new VariableKeys(negated ? condition.values() : List.of());
        values = condition.values().stream()
                .map(pattern -> ValueMatcher.of(comparison, pattern))
                .toArray(ValueMatcher[]::new);
    }

    byte holds(Context context) {
        Operator how = operator;
        if (how == null) {
            return Three.NO;
        }
        ContextValue value = context.get(key);
        return switch (value) {
            case ContextValue.Unknown ignored -> Three.UNKNOWN;
            case ContextValue.Absent ignored -> absent(how, context);
            case ContextValue.One(String one) ->
                how.comparison() == Comparison.NULL ? satisfies("false", context) : satisfies(one, context);
            case ContextValue.Many(List<String> many) ->
                how.comparison() == Comparison.NULL ? satisfies("false", context) : many(how, many, context);
        };
    }

    private byte absent(Operator how, Context context) {
        if (how.comparison() == Comparison.NULL) {
            return satisfies("true", context);
        }
        return switch (how.quantifier()) {
            case ONE -> Three.of(how.ifExists() || negated);
            case ANY -> Three.of(how.ifExists());
            case ALL -> Three.YES;
        };
    }

    private byte many(Operator how, List<String> many, Context context) {
        if (how.quantifier() == Quantifier.ONE) {
            return Three.NO;
        }
        boolean all = how.quantifier() == Quantifier.ALL;
        byte result = Three.of(all);
        for (String value : many) {
            byte one = satisfies(value, context);
            result = all ? Three.and(result, one) : Three.or(result, one);
        }
        return result;
    }

    private byte satisfies(String value, Context context) {
        byte any = Three.NO;
        for (ValueMatcher matcher : values) {
            byte matches = matcher.matches(value, context);
            if (matches == Three.YES && !negated) {
                return Three.YES;
            }
            if (matches != Three.NEITHER) {
                any = Three.or(any, matches);
            } else if (negated) {
                return Three.NO;
            }
        }
        return negated ? variables.not(any, context) : any;
    }
}
