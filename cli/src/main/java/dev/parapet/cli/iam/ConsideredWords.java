package dev.parapet.cli.iam;

import dev.parapet.core.iam.evaluation.Considered;
import dev.parapet.core.iam.evaluation.Truth;
import dev.parapet.core.iam.policy.Condition;
import dev.parapet.core.iam.policy.Effect;
import dev.parapet.core.iam.policy.Element;
import dev.parapet.core.iam.policy.Operator;
import dev.parapet.core.iam.policy.PrincipalPattern;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.request.ContextValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a statement says of a request, in words. */
final class ConsideredWords {
    private static final int SHOWN = 4;

    private ConsideredWords() {}

    /** What it says: that it allows or denies, that it may, or what keeps it from that. */
    static String verdict(Considered considered) {
        boolean allow = considered.statement().effect() == Effect.ALLOW;
        if (considered.action() instanceof Truth.Unknown) {
            return "is not at hand";
        }
        List<String> clauses = clauses(considered);
        return switch (considered.whole()) {
            case Truth.Yes ignored -> allow ? "allows it" : "denies it";
            case Truth.No ignored ->
                (allow ? "does not allow it: " : "does not deny it: ") + String.join("; ", clauses);
            case Truth.Unknown ignored -> (allow ? "may allow it: " : "may deny it: ") + String.join("; ", clauses);
        };
    }

    /** What keeps it from being about the request, or may; of a statement that certainly is not about it what is certain. */
    static List<String> clauses(Considered considered) {
        boolean certain = considered.whole() instanceof Truth.No;
        List<String> clauses = new ArrayList<>();
        add(
                considered.principal(),
                certain,
                "principals",
                principals(considered.statement().principal()),
                clauses);
        add(
                considered.action(),
                certain,
                "actions",
                patterns(considered.statement().action()),
                clauses);
        Element<TextPattern> resource = considered.statement().resource();
        add(considered.resource(), certain, "resources", resource == null ? "" : patterns(resource), clauses);
        for (Considered.Held held : considered.conditions()) {
            if (held.truth() instanceof Truth.No) {
                clauses.add(failed(held));
            } else if (held.truth() instanceof Truth.Unknown(var missing) && !certain) {
                boolean byKey = missing.equals(Set.of(held.condition().key()));
                clauses.add("it asks for " + asked(held.condition())
                        + (byKey ? "" : ", which depends on " + NameWords.keys(missing)));
            }
        }
        return clauses;
    }

    private static void add(Truth truth, boolean certain, String kind, String listed, List<String> clauses) {
        switch (truth) {
            case Truth.Yes ignored -> {}
            case Truth.No ignored -> clauses.add("it is about other " + kind + " (" + listed + ")");
            case Truth.Unknown(var missing) -> {
                if (!certain) {
                    clauses.add("which " + kind + " it is about (" + listed + ") depends on "
                            + NameWords.shown(String.join(", ", missing)));
                }
            }
        }
    }

    private static String failed(Considered.Held held) {
        String asked = ", and it asks for " + comparison(held.condition(), NameWords::shown);
        String key = NameWords.key(held.condition().key());
        return switch (held.value()) {
            case ContextValue.Absent ignored -> "the request has no " + key + asked;
            case ContextValue.Unknown ignored -> key + " can have no such value" + asked;
            case ContextValue.One(String value) -> key + " is '" + NameWords.shown(value) + "'" + asked;
            case ContextValue.Many(List<String> values) ->
                key + " is the list [" + NameWords.shown(String.join(", ", values)) + "]" + asked;
        };
    }

    /** A condition as it is written. */
    static String asked(Condition condition) {
        return asked(condition, NameWords::shown);
    }

    /** A condition as it is written, its values in words of one's own. */
    static String asked(Condition condition, UnaryOperator<String> words) {
        return NameWords.key(condition.key()) + " " + comparison(condition, words);
    }

    private static String comparison(Condition condition, UnaryOperator<String> words) {
        Operator operator = condition.operator();
        return (operator == null ? "an operator that does not exist," : name(operator)) + " "
                + shortened(condition.values().stream()
                        .map(value -> "'" + words.apply(value.text()) + "'")
                        .toList());
    }

    private static String name(Operator operator) {
        String prefix = switch (operator.quantifier()) {
            case ONE -> "";
            case ANY -> "ForAnyValue:";
            case ALL -> "ForAllValues:";
        };
        return prefix + operator.comparison().word() + (operator.ifExists() ? "IfExists" : "");
    }

    private static String patterns(Element<TextPattern> element) {
        return but(
                element,
                shortened(element.patterns().stream()
                        .map(pattern -> NameWords.shown(pattern.text()))
                        .toList()));
    }

    private static String principals(@Nullable Element<PrincipalPattern> element) {
        return element == null
                ? "nobody"
                : but(
                        element,
                        shortened(element.patterns().stream()
                                .map(ConsideredWords::principal)
                                .toList()));
    }

    /** Somebody whom a policy names. */
    static String principal(PrincipalPattern pattern) {
        return switch (pattern) {
            case PrincipalPattern.Everyone ignored -> "*";
            case PrincipalPattern.Account(String id) -> "account " + id;
            case PrincipalPattern.Identity(String arn) -> NameWords.shown(arn);
            case PrincipalPattern.Service(String name) -> name;
            case PrincipalPattern.Federated(String provider) -> NameWords.shown(provider);
            case PrincipalPattern.CanonicalUser(String id) -> "canonical user " + id;
            case PrincipalPattern.Unknown(String missing) -> NameWords.shown("${" + missing + "}");
        };
    }

    private static String but(Element<?> element, String listed) {
        return element.negated() ? "all but " + listed : listed;
    }

    /** The first of several names, and how many more there are. */
    static String shortened(List<String> names) {
        return names.size() <= SHOWN
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, SHOWN)) + " and " + (names.size() - SHOWN) + " more";
    }
}
