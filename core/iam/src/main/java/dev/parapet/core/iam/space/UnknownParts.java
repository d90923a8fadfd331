package dev.parapet.core.iam.space;

import dev.parapet.core.iam.policy.PrincipalPattern;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.policy.Token;
import java.util.ArrayList;
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
        patterns(statement).flatMap(pattern -> pattern.tokens().stream()).forEach(token -> {
            if (token instanceof Token.Unknown some) {
                unknown.add(some.missing());
            } else if (token instanceof Token.Variable variable) {
                unknown.add("the policy variable ${" + variable.key() + "}");
            }
        });
        if (statement.principal() != null) {
            for (PrincipalPattern pattern : statement.principal().patterns()) {
                if (pattern instanceof PrincipalPattern.Unknown some) {
                    unknown.add(some.missing());
                }
            }
        }
        return unknown;
    }

    /** The condition keys that policy variables of a statement stand for. */
    static SortedSet<String> variables(Statement statement) {
        SortedSet<String> keys = new TreeSet<>();
        patterns(statement).flatMap(pattern -> pattern.tokens().stream()).forEach(token -> {
            if (token instanceof Token.Variable variable) {
                keys.add(variable.key());
            }
        });
        return keys;
    }

    /** Whether a pattern has a variable or an unknown part. */
    static boolean isOpen(TextPattern pattern) {
        return holdsVariable(pattern) || pattern.isPartlyUnknown();
    }

    /** Whether a pattern has a variable. */
    static boolean holdsVariable(TextPattern pattern) {
        return pattern.tokens().stream().anyMatch(Token.Variable.class::isInstance);
    }

    /** The pattern that covers all that this one can, whatever its variables stand for. */
    static TextPattern widest(TextPattern pattern) {
        List<Token> tokens = new ArrayList<>();
        for (Token token : pattern.tokens()) {
            tokens.add(token instanceof Token.Variable ? new Token.AnyText() : token);
        }
        return new TextPattern(pattern.text(), tokens, pattern.span());
    }

    private static Stream<TextPattern> patterns(Statement statement) {
        return Stream.of(
                        statement.action().patterns(),
                        statement.resource() == null
                                ? List.<TextPattern>of()
                                : statement.resource().patterns(),
                        statement.conditions().stream()
                                .flatMap(condition -> condition.values().stream())
                                .toList())
                .flatMap(List::stream);
    }
}
