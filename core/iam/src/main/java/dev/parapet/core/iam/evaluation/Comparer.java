package dev.parapet.core.iam.evaluation;

import dev.parapet.core.iam.policy.Operator.Comparison;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.policy.Token;
import dev.parapet.core.iam.request.Context;
import dev.parapet.core.iam.value.Dates;
import dev.parapet.core.iam.value.IpRange;
import dev.parapet.core.iam.value.Numbers;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Compares one value of a request with one value of a policy, as if the operator were not negated (<a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition operators</a>).
 */
final class Comparer {
    private Comparer() {}

    /** Whether they match; null when either is not what the operator compares, which satisfies neither it nor its opposite. */
    static @Nullable Truth compare(Comparison comparison, TextPattern pattern, String value, Context context) {
        try {
            return switch (comparison) {
                case STRING_EQUALS, STRING_NOT_EQUALS, STRING_LIKE, STRING_NOT_LIKE ->
                    PatternMatch.matches(PatternMatch.resolve(pattern.tokens(), context), value, false);
                case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE ->
                    PatternMatch.matches(PatternMatch.resolve(pattern.tokens(), context), value, true);
                case ARN_EQUALS, ARN_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE -> ArnMatch.operator(pattern, value, context);
                case BOOL -> bool(PatternMatch.resolve(pattern.tokens(), context), value);
                case BINARY_EQUALS -> known(pattern, text -> Truth.of(text.equals(value)));
                case NUMERIC_EQUALS, NUMERIC_NOT_EQUALS -> numbers(pattern, value, order -> order == 0);
                case NUMERIC_LESS_THAN -> numbers(pattern, value, order -> order < 0);
                case NUMERIC_LESS_THAN_EQUALS -> numbers(pattern, value, order -> order <= 0);
                case NUMERIC_GREATER_THAN -> numbers(pattern, value, order -> order > 0);
                case NUMERIC_GREATER_THAN_EQUALS -> numbers(pattern, value, order -> order >= 0);
                case DATE_EQUALS, DATE_NOT_EQUALS -> dates(pattern, value, order -> order == 0);
                case DATE_LESS_THAN -> dates(pattern, value, order -> order < 0);
                case DATE_LESS_THAN_EQUALS -> dates(pattern, value, order -> order <= 0);
                case DATE_GREATER_THAN -> dates(pattern, value, order -> order > 0);
                case DATE_GREATER_THAN_EQUALS -> dates(pattern, value, order -> order >= 0);
                case IP_ADDRESS, NOT_IP_ADDRESS -> addresses(pattern, value);
                case NULL -> throw new IllegalArgumentException("Null compares no values");
            };
        } catch (PatternMatch.Valueless e) {
            return null;
        }
    }

    private interface Check {
        @Nullable
        Truth of(String text);
    }

    /** Asks of a policy's value that holds neither wildcards nor variables. */
    private static @Nullable Truth known(TextPattern pattern, Check check) {
        for (Token token : pattern.tokens()) {
            if (token instanceof Token.Unknown unknown) {
                return Truth.unknown(unknown.missing());
            }
        }
        return check.of(pattern.text());
    }

    private static @Nullable Truth bool(List<Token> tokens, String value) {
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            return null;
        }
        Truth isTrue = PatternMatch.matches(tokens, "true", true);
        Truth isFalse = PatternMatch.matches(tokens, "false", true);
        if (isTrue instanceof Truth.No && isFalse instanceof Truth.No) {
            return null;
        }
        return value.equalsIgnoreCase("true") ? isTrue : isFalse;
    }

    private static @Nullable Truth numbers(TextPattern pattern, String value, IntPredicate order) {
        return known(pattern, text -> {
            BigDecimal wanted = Numbers.parse(text);
            BigDecimal given = Numbers.parse(value);
            return wanted == null || given == null ? null : Truth.of(order.test(given.compareTo(wanted)));
        });
    }

    private static @Nullable Truth dates(TextPattern pattern, String value, IntPredicate order) {
        return known(pattern, text -> {
            Instant wanted = Dates.parse(text);
            Instant given = Dates.parse(value);
            return wanted == null || given == null ? null : Truth.of(order.test(given.compareTo(wanted)));
        });
    }

    private static @Nullable Truth addresses(TextPattern pattern, String value) {
        return known(pattern, text -> {
            IpRange wanted = IpRange.parse(text);
            IpRange given = IpRange.parse(value);
            return wanted == null || given == null || given.prefix() != given.bits()
                    ? null
                    : Truth.of(wanted.contains(given));
        });
    }
}
