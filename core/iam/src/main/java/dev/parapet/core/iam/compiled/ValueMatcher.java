package dev.parapet.core.iam.compiled;

import dev.parapet.core.iam.policy.Operator.Comparison;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.policy.Token;
import dev.parapet.core.iam.request.Context;
import dev.parapet.core.iam.request.ContextValue;
import dev.parapet.core.iam.value.Arn;
import dev.parapet.core.iam.value.Dates;
import dev.parapet.core.iam.value.IpRange;
import dev.parapet.core.iam.value.Numbers;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** One value of a condition, read beforehand. */
interface ValueMatcher {
    /** Whether a value of a request matches it, as if the operator were not negated. */
    byte matches(String value, Context context);

    /** Reads a value for an operator. */
    static ValueMatcher of(Comparison comparison, TextPattern pattern) {
        return switch (comparison) {
            case STRING_EQUALS, STRING_NOT_EQUALS, STRING_LIKE, STRING_NOT_LIKE -> text(pattern, false);
            case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE -> text(pattern, true);
            case NULL, BINARY_EQUALS -> text(pattern, comparison == Comparison.NULL);
            case BOOL -> bool(pattern);
            case ARN_EQUALS, ARN_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE -> arn(pattern);
            case NUMERIC_EQUALS, NUMERIC_NOT_EQUALS -> number(pattern, order -> order == 0);
            case NUMERIC_LESS_THAN -> number(pattern, order -> order < 0);
            case NUMERIC_LESS_THAN_EQUALS -> number(pattern, order -> order <= 0);
            case NUMERIC_GREATER_THAN -> number(pattern, order -> order > 0);
            case NUMERIC_GREATER_THAN_EQUALS -> number(pattern, order -> order >= 0);
            case DATE_EQUALS, DATE_NOT_EQUALS -> date(pattern, order -> order == 0);
            case DATE_LESS_THAN -> date(pattern, order -> order < 0);
            case DATE_LESS_THAN_EQUALS -> date(pattern, order -> order <= 0);
            case DATE_GREATER_THAN -> date(pattern, order -> order > 0);
            case DATE_GREATER_THAN_EQUALS -> date(pattern, order -> order >= 0);
            case IP_ADDRESS, NOT_IP_ADDRESS -> address(pattern);
        };
    }

    private static ValueMatcher text(TextPattern pattern, boolean ignoreCase) {
        TextMatcher matcher = TextMatcher.of(pattern.tokens(), ignoreCase);
        return (value, context) -> matcher.match(value, 0, value.length(), context);
    }

    private static ValueMatcher bool(TextPattern pattern) {
        TextMatcher matcher = TextMatcher.of(pattern.tokens(), true);
        return (value, context) -> {
            boolean is = value.equalsIgnoreCase("true");
            if (!is && !value.equalsIgnoreCase("false")) {
                return Three.NEITHER;
            }
            byte isTrue = matcher.match("true", 0, 4, context);
            byte isFalse = matcher.match("false", 0, 5, context);
            return isTrue <= Three.NO && isFalse <= Three.NO ? Three.NEITHER : is ? isTrue : isFalse;
        };
    }

    private static ValueMatcher arn(TextPattern pattern) {
        if (pattern.tokens().stream().noneMatch(Token.Variable.class::isInstance)) {
            ArnMatcher matcher = ArnMatcher.ofOperator(pattern);
            return (value, context) -> arn(matcher, value, context);
        }
        return (value, context) -> {
            List<Token> tokens = new ArrayList<>();
            for (Token token : pattern.tokens()) {
                if (!(token instanceof Token.Variable(String key, String fallback))) {
                    tokens.add(token);
                    continue;
                }
                ContextValue given = context.get(key);
                if (given instanceof ContextValue.Unknown) {
                    tokens.add(new Token.Unknown(key));
                } else if (given instanceof ContextValue.One(String known)) {
                    tokens.add(new Token.Literal(known));
                } else if (given instanceof ContextValue.Absent && fallback != null) {
                    tokens.add(new Token.Literal(fallback));
                } else {
                    return Three.NEITHER;
                }
            }
            return arn(ArnMatcher.ofOperator(new TextPattern(pattern.text(), tokens, pattern.span())), value, context);
        };
    }

    private static byte arn(ArnMatcher matcher, String value, Context context) {
        Arn given = Arn.parse(value);
        byte matches = matcher.match(value, given, context);
        return given == null && matcher.isParted() ? Three.NEITHER : matches;
    }

    private static @Nullable String known(TextPattern pattern) {
        return pattern.isPartlyUnknown() ? null : pattern.text();
    }

    private static ValueMatcher number(TextPattern pattern, IntPredicate order) {
        String known = known(pattern);
        BigDecimal wanted = known == null ? null : Numbers.parse(known);
        return (value, context) -> {
            BigDecimal given = Numbers.parse(value);
            return known == null
                    ? Three.UNKNOWN
                    : wanted == null || given == null ? Three.NEITHER : Three.of(order.test(given.compareTo(wanted)));
        };
    }

    private static ValueMatcher date(TextPattern pattern, IntPredicate order) {
        String known = known(pattern);
        Instant wanted = known == null ? null : Dates.parse(known);
        return (value, context) -> {
            Instant given = Dates.parse(value);
            return known == null
                    ? Three.UNKNOWN
                    : wanted == null || given == null ? Three.NEITHER : Three.of(order.test(given.compareTo(wanted)));
        };
    }

    private static ValueMatcher address(TextPattern pattern) {
        String known = known(pattern);
        IpRange wanted = known == null ? null : IpRange.parse(known);
        return (value, context) -> {
            IpRange given = IpRange.parse(value);
            return known == null
                    ? Three.UNKNOWN
                    : wanted == null || given == null || given.prefix() != given.bits()
                            ? Three.NEITHER
                            : Three.of(wanted.contains(given));
        };
    }
}
