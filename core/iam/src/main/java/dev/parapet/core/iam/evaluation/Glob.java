package dev.parapet.core.iam.evaluation;

import dev.parapet.core.iam.policy.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A pattern as a nondeterministic automaton: a chain of steps, of which a set is reached ({@link GlobMachine}). Wildcards in the first five parts of an
 * ARN do not cover a colon.
 */
public final class Glob {
    private enum Kind {
        LITERAL,
        ONE,
        ANY
    }

    private record Step(Kind kind, char literal, boolean ignoreCase, boolean colon) {}

    private final List<Step> steps = new ArrayList<>();

    private Glob() {}

    /**
     * A pattern of six parts. What is not known in it may be anything.
     *
     * @param ignoreCase whether upper and lower case are the same in all parts but the last, as in a {@code Resource} element
     */
    public static Glob ofArn(List<List<Token>> parts, boolean ignoreCase) {
        Glob glob = new Glob();
        for (int i = 0; i < parts.size(); i++) {
            boolean last = i == parts.size() - 1;
            for (Token token : parts.get(i)) {
                glob.add(token, ignoreCase && !last, last);
            }
            if (!last) {
                glob.steps.add(new Step(Kind.LITERAL, ':', false, true));
            }
        }
        return glob;
    }

    /** A pattern that is no ARN: its wildcards cover colons. */
    public static Glob ofText(List<Token> tokens, boolean ignoreCase) {
        Glob glob = new Glob();
        for (Token token : tokens) {
            glob.add(token, ignoreCase, true);
        }
        return glob;
    }

    private void add(Token token, boolean ignoreCase, boolean colon) {
        switch (token) {
            case Token.Literal literal -> {
                for (int i = 0; i < literal.text().length(); i++) {
                    steps.add(new Step(Kind.LITERAL, literal.text().charAt(i), ignoreCase, colon));
                }
            }
            case Token.AnyCharacter ignored -> steps.add(new Step(Kind.ONE, ' ', ignoreCase, colon));
            case Token.AnyText ignored -> steps.add(new Step(Kind.ANY, ' ', ignoreCase, colon));
            case Token.Unknown ignored -> steps.add(new Step(Kind.ANY, ' ', ignoreCase, true));
            case Token.Variable variable -> throw new IllegalArgumentException("not resolved: " + variable);
        }
    }

    /** How many steps it has. */
    int size() {
        return steps.size();
    }

    /** Adds all characters that it tells apart anywhere; all others are alike to it, but for a colon. */
    void letters(Set<Character> into) {
        for (Step step : steps) {
            if (step.kind() == Kind.LITERAL) {
                into.add(step.literal());
                if (step.ignoreCase()) {
                    into.add(Character.toLowerCase(step.literal()));
                    into.add(Character.toUpperCase(step.literal()));
                }
            }
        }
    }

    /** Whether a step tells a character apart. */
    boolean tells(int step, char c) {
        Step at = steps.get(step);
        return at.kind() == Kind.LITERAL
                && (at.literal() == c
                        || (at.ignoreCase()
                                && (Character.toLowerCase(at.literal()) == c
                                        || Character.toUpperCase(at.literal()) == c)));
    }

    /** Whether a step may be passed over, and stays for the characters that it covers: any number of them. */
    boolean isSkipped(int step) {
        return steps.get(step).kind() == Kind.ANY;
    }

    /** Whether a step covers a character. */
    boolean covers(int step, char c) {
        Step at = steps.get(step);
        return switch (at.kind()) {
            case LITERAL ->
                at.literal() == c
                        || (at.ignoreCase() && Character.toLowerCase(at.literal()) == Character.toLowerCase(c));
            case ONE, ANY -> at.colon() || c != ':';
        };
    }
}
