package dev.parapet.core.iam.lint;

import dev.parapet.core.iam.policy.Condition;
import dev.parapet.core.iam.policy.Effect;
import dev.parapet.core.iam.policy.Operator;
import dev.parapet.core.iam.policy.Operator.Comparison;
import dev.parapet.core.iam.policy.Operator.Quantifier;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.space.Satisfiability;
import dev.parapet.core.knowledge.ActionFacts;
import dev.parapet.core.knowledge.ActionTable;
import dev.parapet.core.knowledge.ConditionKey;
import dev.parapet.core.knowledge.ServiceAuthorization;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Condition keys that do not exist, that no request for the actions has, or that are compared as something else than they are (<a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Global condition context keys</a>, <a
 * href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">keys of
 * services</a>).
 */
final class KeyChecks {
    /** Global keys that only those actions have which are said to. */
    private static final Set<String> OF_ACTIONS = Set.of("aws:requesttag", "aws:tagkeys");

    private KeyChecks() {}

    static void check(Statement statement, PolicyLint lint) {
        for (Condition condition : statement.conditions()) {
            Operator operator = condition.operator();
            int colon = condition.key().indexOf(':');
            if (operator == null || condition.key().indexOf('$') >= 0) {
                continue;
            }
            if (colon < 1) {
                lint.tell(
                        Check.CONDITION_KEY_UNKNOWN,
                        "'" + PolicyLint.shown(condition.key())
                                + "' is no condition key; write a service and a key, such as aws:SourceIp",
                        condition.span());
                continue;
            }
            String prefix = condition.key().substring(0, colon);
            ConditionKey key = prefix.equals("aws")
                    ? globalOrOfAction(condition.key(), statement)
                    : known(condition.key(), prefix);
            if (key == null) {
                if (prefix.equals("aws") || ServiceAuthorization.of(prefix) != null) {
                    unknown(condition, lint);
                }
                continue;
            }
            type(condition, operator, key, lint);
            if (!isSent(condition.key(), prefix, statement)) {
                notSent(condition, statement, lint);
            }
        }
    }

    private static @Nullable ConditionKey known(String key, String prefix) {
        ServiceAuthorization service = ServiceAuthorization.of(prefix);
        ConditionKey own = service == null ? null : service.key(key);
        return own != null ? own : ServiceAuthorization.globalKey(key);
    }

    private static @Nullable ConditionKey globalOrOfAction(String key, Statement statement) {
        ConditionKey global = ServiceAuthorization.globalKey(key);
        if (global != null) {
            return global;
        }
        for (TextPattern action : statement.action().patterns()) {
            int colon = action.text().indexOf(':');
            ServiceAuthorization service =
                    colon < 0 ? null : ServiceAuthorization.of(action.text().substring(0, colon));
            ConditionKey own = service == null ? null : service.key(key);
            if (own != null) {
                return own;
            }
        }
        return null;
    }

    private static void unknown(Condition condition, PolicyLint lint) {
        lint.tell(
                Check.CONDITION_KEY_UNKNOWN,
                "there is no condition key '" + PolicyLint.shown(condition.key()) + "'; correct it, or remove it",
                condition.span());
    }

    /** Whether a request for some action of a statement can have a key; true where that cannot be told. */
    private static boolean isSent(String key, String prefix, Statement statement) {
        String stem = key.indexOf('/') < 0 ? key : key.substring(0, key.indexOf('/'));
        if (prefix.equals("aws") && !OF_ACTIONS.contains(stem)) {
            return true;
        }
        if (statement.action().negated() || ServiceAuthorization.globalKey(key) != null && !prefix.equals("aws")) {
            return true;
        }
        for (TextPattern pattern : statement.action().patterns()) {
            if (pattern.isPartlyUnknown() || pattern.isEverything()) {
                return true;
            }
            List<ActionTable.Action> covered = ActionTable.standard().matching(pattern.text());
            if (covered.isEmpty()) {
                return true;
            }
            for (ActionTable.Action action : covered) {
                ActionFacts facts = ServiceAuthorization.ofAction(action.name());
                if (facts == null || has(facts, key)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean has(ActionFacts facts, String key) {
        Set<List<String>> lists = new HashSet<>();
        lists.add(facts.keys());
        for (ActionFacts.Use use : facts.resources()) {
            lists.add(use.keys());
            lists.add(use.type().keys());
        }
        for (List<String> names : lists) {
            for (String name : names) {
                if (new ConditionKey(name, ConditionKey.Type.STRING, false).isNamed(key)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void notSent(Condition condition, Statement statement, PolicyLint lint) {
        boolean holds = Satisfiability.holdsWithout(condition.key(), List.of(condition));
        lint.tell(
                Check.CONDITION_KEY_NOT_OF_ACTION,
                "no action of " + PolicyLint.name(statement) + " has '" + PolicyLint.shown(condition.key())
                        + "', so that the condition "
                        + (holds
                                ? "holds always"
                                : "never holds and the statement does not "
                                        + (statement.effect() == Effect.ALLOW ? "allow" : "deny") + " anything")
                        + "; use a key of the action",
                condition.span());
    }

    private static void type(Condition condition, Operator operator, ConditionKey key, PolicyLint lint) {
        if (operator.comparison() == Comparison.NULL) {
            if (operator.ifExists() || operator.quantifier() != Quantifier.ONE) {
                lint.tell(
                        Check.NULL_WITH_SUFFIX,
                        "Null asks whether a key is there, and takes neither IfExists nor ForAllValues or ForAnyValue; write Null",
                        condition.span());
            }
            return;
        }
        // The reference has events:detail-type and its like as lists, and EventBridge's own examples compare them as
        // one value.
        if (key.multivalued()
                && operator.quantifier() == Quantifier.ONE
                && !key.name().startsWith("events:")) {
            lint.tell(
                    Check.SET_OPERATOR_MISSING,
                    "'" + key.name() + "' has several values; write ForAnyValue:"
                            + operator.comparison().word() + ", or ForAllValues: and Null",
                    condition.span());
        }
        String wanted = wanted(operator.comparison(), key.type(), condition.values());
        if (wanted != null) {
            lint.tell(
                    Check.CONDITION_TYPE,
                    "'" + key.name() + "' is " + described(key.type()) + ", which "
                            + operator.comparison().word() + " does not compare; use " + wanted,
                    condition.span());
        }
    }

    private static String described(ConditionKey.Type type) {
        return switch (type) {
            case STRING -> "a text";
            case ARN -> "an ARN";
            case BOOLEAN -> "true or false";
            case NUMERIC -> "a number";
            case DATE -> "a date";
            case IP_ADDRESS -> "an address";
            case BINARY -> "binary";
        };
    }

    /** The operator for a type; null where the one that is used compares it. Texts and ARNs compare either way. */
    private static @Nullable String wanted(Comparison comparison, ConditionKey.Type type, List<TextPattern> values) {
        boolean negated = comparison.negated();
        String not = negated ? "Not" : "";
        return switch (type) {
            case STRING ->
                isText(comparison)
                                || comparison == Comparison.BOOL
                                || isArn(comparison)
                                        && values.stream()
                                                .allMatch(value -> value.text().startsWith("arn:"))
                        ? null
                        : "String" + not + "Equals";
            case ARN -> isText(comparison) || isArn(comparison) ? null : "Arn" + not + "Like";
            case BOOLEAN -> comparison == Comparison.BOOL || isText(comparison) && !negated ? null : "Bool";
            case NUMERIC -> comparison.word().startsWith("Numeric") ? null : "Numeric" + not + "Equals";
            case DATE ->
                comparison.word().startsWith("Date") || comparison.word().startsWith("Numeric")
                        ? null
                        : "DateLessThan or another one for dates";
            case IP_ADDRESS ->
                comparison == Comparison.IP_ADDRESS || comparison == Comparison.NOT_IP_ADDRESS
                        ? null
                        : not + "IpAddress";
            case BINARY -> comparison == Comparison.BINARY_EQUALS ? null : "BinaryEquals";
        };
    }

    private static boolean isText(Comparison comparison) {
        return comparison.word().startsWith("String");
    }

    private static boolean isArn(Comparison comparison) {
        return comparison.word().startsWith("Arn");
    }
}
