package dev.parapet.core.iam.space;

import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.policy.Token;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The parts of a statement whose text is not known before there is a request, so that cells do not tell all of it. */
final class UnknownParts {
    private UnknownParts() {}

    /** What they are called, sorted: what would settle them, and policy variables. */
    static SortedSet<String> of(Statement statement) {
        SortedSet<String> unknown = new TreeSet<>();
        Stream.of(statement.action().patterns(), resourcePatterns(statement), conditionValues(statement))
                .flatMap(List::stream)
                .flatMap(pattern -> pattern.tokens().stream())
                .forEach(token -> {
                    if (token instanceof Token.Unknown some) {
                        unknown.add(some.missing());
                    } else if (token instanceof Token.Variable variable) {
                        unknown.add("the policy variable ${" + variable.key() + "}");
                    }
                });
        return unknown;
    }

    /** Whether a policy variable stands in a resource of it. */
    static boolean haveVariableInResource(Statement statement) {
        return resourcePatterns(statement).stream()
                .flatMap(pattern -> pattern.tokens().stream())
                .anyMatch(Token.Variable.class::isInstance);
    }

    private static List<TextPattern> resourcePatterns(Statement statement) {
        return statement.resource() == null ? List.of() : statement.resource().patterns();
    }

    private static List<TextPattern> conditionValues(Statement statement) {
        return statement.conditions().stream()
                .flatMap(condition -> condition.values().stream())
                .toList();
    }
}
