package dev.parapet.core.iam.policy;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The operator of a condition (<a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition operators</a>).
 *
 * @param comparison how one value of the request is compared with one of the policy
 * @param quantifier what is asked of a key that has several values
 * @param ifExists whether a key that is not there satisfies it
 */
public record Operator(Comparison comparison, Quantifier quantifier, boolean ifExists) {
    private static final Map<String, Comparison> BY_NAME = Stream.of(Comparison.values())
            .collect(Collectors.toUnmodifiableMap(c -> c.word.toLowerCase(Locale.ROOT), Function.identity()));

    /** Set operators (<a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">Multivalued context keys</a>). */
    public enum Quantifier {
        /** The key has one value. */
        ONE,
        /** {@code ForAnyValue}: some value of the request satisfies it; none does when there is none. */
        ANY,
        /** {@code ForAllValues}: each value of the request satisfies it; all do when there is none. */
        ALL
    }

    /** How two values are compared. */
    public enum Comparison {
        STRING_EQUALS("StringEquals", false),
        STRING_NOT_EQUALS("StringNotEquals", true),
        STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", false),
        STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", true),
        STRING_LIKE("StringLike", false),
        STRING_NOT_LIKE("StringNotLike", true),
        NUMERIC_EQUALS("NumericEquals", false),
        NUMERIC_NOT_EQUALS("NumericNotEquals", true),
        NUMERIC_LESS_THAN("NumericLessThan", false),
        NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", false),
        NUMERIC_GREATER_THAN("NumericGreaterThan", false),
        NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", false),
        DATE_EQUALS("DateEquals", false),
        DATE_NOT_EQUALS("DateNotEquals", true),
        DATE_LESS_THAN("DateLessThan", false),
        DATE_LESS_THAN_EQUALS("DateLessThanEquals", false),
        DATE_GREATER_THAN("DateGreaterThan", false),
        DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", false),
        BOOL("Bool", false),
        BINARY_EQUALS("BinaryEquals", false),
        IP_ADDRESS("IpAddress", false),
        NOT_IP_ADDRESS("NotIpAddress", true),
        ARN_EQUALS("ArnEquals", false),
        ARN_LIKE("ArnLike", false),
        ARN_NOT_EQUALS("ArnNotEquals", true),
        ARN_NOT_LIKE("ArnNotLike", true),
        /** Whether the key is not there. */
        NULL("Null", false);

        private final String word;
        private final boolean negated;

        Comparison(String word, boolean negated) {
            this.word = word;
            this.negated = negated;
        }

        /** The name in a policy. */
        public String word() {
            return word;
        }

        /** Whether it holds when none of the policy's values matches; a key that is not there satisfies it then. */
        public boolean negated() {
            return negated;
        }

        /** Which signs mean something in the policy's values. */
        TextPattern.Syntax syntax(Version version) {
            boolean variables = version == Version.V2012;
            return switch (this) {
                case STRING_LIKE, STRING_NOT_LIKE, ARN_EQUALS, ARN_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE ->
                    new TextPattern.Syntax(true, variables);
                case STRING_EQUALS, STRING_NOT_EQUALS, STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE, BOOL ->
                    new TextPattern.Syntax(false, variables);
                case NUMERIC_EQUALS,
                        NUMERIC_NOT_EQUALS,
                        NUMERIC_LESS_THAN,
                        NUMERIC_LESS_THAN_EQUALS,
                        NUMERIC_GREATER_THAN,
                        NUMERIC_GREATER_THAN_EQUALS,
                        DATE_EQUALS,
                        DATE_NOT_EQUALS,
                        DATE_LESS_THAN,
                        DATE_LESS_THAN_EQUALS,
                        DATE_GREATER_THAN,
                        DATE_GREATER_THAN_EQUALS,
                        BINARY_EQUALS,
                        IP_ADDRESS,
                        NOT_IP_ADDRESS,
                        NULL -> TextPattern.Syntax.PLAIN;
            };
        }
    }

    /** The operator of a name, upper and lower case alike; null when there is none of that name. */
    public static @Nullable Operator of(String name) {
        String rest = name.toLowerCase(Locale.ROOT);
        Quantifier quantifier = Quantifier.ONE;
        if (rest.startsWith("foranyvalue:")) {
            quantifier = Quantifier.ANY;
            rest = rest.substring("foranyvalue:".length());
        } else if (rest.startsWith("forallvalues:")) {
            quantifier = Quantifier.ALL;
            rest = rest.substring("forallvalues:".length());
        }
        boolean ifExists = rest.endsWith("ifexists");
        if (ifExists) {
            rest = rest.substring(0, rest.length() - "ifexists".length());
        }
        Comparison comparison = BY_NAME.get(rest);
        return comparison == null ? null : new Operator(comparison, quantifier, ifExists);
    }
}
