package dev.parapet.core.iam.lint;

import dev.parapet.core.iam.policy.Condition;
import dev.parapet.core.iam.policy.Effect;
import dev.parapet.core.iam.policy.Operator;
import dev.parapet.core.iam.policy.Operator.Comparison;
import dev.parapet.core.iam.policy.Operator.Quantifier;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.policy.Token;
import dev.parapet.core.iam.policy.Version;
import dev.parapet.core.iam.space.Satisfiability;
import dev.parapet.core.iam.value.Arn;
import dev.parapet.core.iam.value.Dates;
import dev.parapet.core.iam.value.IpRange;
import dev.parapet.core.iam.value.Numbers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Conditions that never hold, or hold when they should not (<a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition operators</a>).
 */
final class ConditionChecks {
    private ConditionChecks() {}

    static void check(Statement statement, Version version, PolicyLint lint) {
        if (version == Version.V2008) {
            variables(statement, lint);
        }
        Map<String, List<Condition>> byKey = new TreeMap<>();
        Set<String> valueless = new HashSet<>();
        for (Condition condition : statement.conditions()) {
            if (condition.operator() != null) {
                byKey.computeIfAbsent(condition.key(), key -> new ArrayList<>()).add(condition);
                for (TextPattern value : condition.values()) {
                    if (!isValue(condition.operator(), value, lint)) {
                        valueless.add(condition.key());
                    }
                }
            }
        }
        byKey.forEach((key, conditions) -> {
            if (!valueless.contains(key) && !Satisfiability.canHold(key, conditions)) {
                lint.tell(
                        Check.CONDITION_NEVER_HOLDS,
                        "the conditions of " + PolicyLint.name(statement) + " on " + PolicyLint.shown(key)
                                + " cannot hold together; correct one of them, or remove the statement",
                        conditions.getLast().span());
            }
            if (statement.effect() == Effect.ALLOW && !(key.equals("aws:tagkeys") && asksForTag(statement))) {
                allValues(key, conditions, lint);
            }
            if (key.equals("aws:multifactorauthpresent")) {
                secondFactor(statement, conditions, lint);
            }
        });
    }

    private static void variables(Statement statement, PolicyLint lint) {
        Stream<TextPattern> resources =
                statement.resource() == null ? Stream.of() : statement.resource().patterns().stream();
        Stream<TextPattern> values = statement.conditions().stream().flatMap(condition -> condition.values().stream());
        Stream.concat(resources, values).forEach(pattern -> {
            for (Token token : pattern.tokens()) {
                if (token instanceof Token.Literal(String text) && text.contains("${")) {
                    lint.tell(
                            Check.VARIABLE_IN_2008,
                            "'" + PolicyLint.shown(pattern.text())
                                    + "' has a policy variable, which is plain text in Version 2008-10-17; set Version to \"2012-10-17\"",
                            pattern.span());
                    return;
                }
            }
        });
    }

    /** {@code ForAllValues} holds for a request that does not have the key at all. */
    private static void allValues(String key, List<Condition> conditions, PolicyLint lint) {
        for (Condition condition : conditions) {
            Operator operator = condition.operator();
            if (operator != null
                    && operator.quantifier() == Quantifier.ALL
                    && operator.comparison() != Comparison.NULL
                    && Satisfiability.holdsWithout(key, conditions)) {
                lint.tell(
                        Check.FOR_ALL_VALUES_ABSENT,
                        "ForAllValues holds for requests without " + PolicyLint.shown(key) + " too; add \"Null\": {\""
                                + PolicyLint.shown(key) + "\": \"false\"}",
                        condition.span());
                return;
            }
        }
    }

    /** Whether requests without any tag are shut out already. */
    private static boolean asksForTag(Statement statement) {
        return statement.conditions().stream()
                .anyMatch(each -> each.operator() != null
                        && each.key().startsWith("aws:requesttag/")
                        && !Satisfiability.holdsWithout(each.key(), List.of(each)));
    }

    /**
     * The key is there in requests with temporary credentials alone (<a
     * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent">aws:MultiFactorAuthPresent</a>).
     */
    private static void secondFactor(Statement statement, List<Condition> conditions, PolicyLint lint) {
        for (Condition condition : conditions) {
            Operator operator = condition.operator();
            if (operator == null
                    || operator.comparison() != Comparison.BOOL
                    || condition.values().size() != 1) {
                continue;
            }
            boolean present = condition.values().getFirst().text().equalsIgnoreCase("true");
            if (statement.effect() == Effect.DENY && !present && !operator.ifExists()) {
                lint.tell(
                        Check.MFA_ABSENT,
                        "requests with an access key do not have aws:MultiFactorAuthPresent, so that "
                                + PolicyLint.name(statement) + " does not deny them; use BoolIfExists",
                        condition.span());
            } else if (statement.effect() == Effect.ALLOW && present && operator.ifExists()) {
                lint.tell(
                        Check.MFA_ABSENT,
                        "requests with an access key do not have aws:MultiFactorAuthPresent, so that "
                                + PolicyLint.name(statement) + " allows them; use Bool",
                        condition.span());
            }
        }
    }

    private static boolean isValue(Operator operator, TextPattern pattern, PolicyLint lint) {
        if (pattern.tokens().stream()
                .anyMatch(token -> token instanceof Token.Variable || token instanceof Token.Unknown)) {
            return true;
        }
        String text = pattern.text();
        String wanted = wanted(operator.comparison(), text);
        if (wanted != null) {
            lint.tell(
                    Check.VALUE_NEVER_MATCHES,
                    "'" + PolicyLint.shown(text) + "' is no value for "
                            + operator.comparison().word() + "; give " + wanted,
                    pattern.span());
        }
        boolean plain = operator.comparison() == Comparison.STRING_EQUALS
                || operator.comparison() == Comparison.STRING_NOT_EQUALS
                || operator.comparison() == Comparison.STRING_EQUALS_IGNORE_CASE
                || operator.comparison() == Comparison.STRING_NOT_EQUALS_IGNORE_CASE;
        if (plain && text.indexOf('*') >= 0) {
            lint.tell(
                    Check.WILDCARD_WITHOUT_LIKE,
                    "a * is no wildcard for " + operator.comparison().word() + "; use "
                            + (operator.comparison().negated() ? "StringNotLike" : "StringLike"),
                    pattern.span());
        }
        return wanted == null;
    }

    /** What a value has to be; null where the text is that. */
    private static @Nullable String wanted(Comparison comparison, String text) {
        return switch (comparison) {
            case NUMERIC_EQUALS,
                    NUMERIC_NOT_EQUALS,
                    NUMERIC_LESS_THAN,
                    NUMERIC_LESS_THAN_EQUALS,
                    NUMERIC_GREATER_THAN,
                    NUMERIC_GREATER_THAN_EQUALS -> Numbers.parse(text) == null ? "a number" : null;
            case DATE_EQUALS,
                    DATE_NOT_EQUALS,
                    DATE_LESS_THAN,
                    DATE_LESS_THAN_EQUALS,
                    DATE_GREATER_THAN,
                    DATE_GREATER_THAN_EQUALS ->
                Dates.parse(text) == null ? "a date such as 2026-01-01T00:00:00Z" : null;
            case IP_ADDRESS, NOT_IP_ADDRESS ->
                IpRange.parse(text) == null ? "an address or a range such as 203.0.113.0/24" : null;
            case BOOL, NULL -> isBoolean(text) ? null : "true or false";
            case ARN_EQUALS, ARN_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE ->
                text.equals("*") || Arn.parse(text) != null ? null : "an ARN of six parts";
            case STRING_EQUALS,
                    STRING_NOT_EQUALS,
                    STRING_EQUALS_IGNORE_CASE,
                    STRING_NOT_EQUALS_IGNORE_CASE,
                    STRING_LIKE,
                    STRING_NOT_LIKE,
                    BINARY_EQUALS -> null;
        };
    }

    private static boolean isBoolean(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.equals("true") || lower.equals("false");
    }
}
