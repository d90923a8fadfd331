package dev.parapet.core.iam.evaluation;

import dev.parapet.core.iam.policy.Token;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * A pattern as a nondeterministic automaton: a chain of steps, of which a set is reached. Wildcards in the first five parts of an
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

    /** Adds the characters that it tells apart where it stands; all others are alike to it, but for a colon. */
    void letters(BitSet reached, Set<Character> into) {
        for (int i = reached.nextSetBit(0); i >= 0 && i < steps.size(); i = reached.nextSetBit(i + 1)) {
            letters(steps.get(i), into);
        }
    }

    /** Adds all characters that it tells apart anywhere. */
    void letters(Set<Character> into) {
        for (Step step : steps) {
            letters(step, into);
        }
    }

    private static void letters(Step step, Set<Character> into) {
        if (step.kind() == Kind.LITERAL) {
            into.add(step.literal());
            if (step.ignoreCase()) {
                into.add(Character.toLowerCase(step.literal()));
                into.add(Character.toUpperCase(step.literal()));
            }
        }
    }

    /** Where it stands before the first character. */
    BitSet start() {
        BitSet reached = new BitSet(steps.size() + 1);
        reach(reached, 0);
        return reached;
    }

    /** Where it stands after one more character. */
    BitSet next(BitSet from, char c) {
        BitSet reached = new BitSet(steps.size() + 1);
        for (int i = from.nextSetBit(0); i >= 0 && i < steps.size(); i = from.nextSetBit(i + 1)) {
            Step step = steps.get(i);
            switch (step.kind()) {
                case LITERAL -> {
                    if (step.literal() == c
                            || (step.ignoreCase()
                                    && Character.toLowerCase(step.literal()) == Character.toLowerCase(c))) {
                        reach(reached, i + 1);
                    }
                }
                case ONE -> {
                    if (step.colon() || c != ':') {
                        reach(reached, i + 1);
                    }
                }
                case ANY -> {
                    if (step.colon() || c != ':') {
                        reach(reached, i);
                    }
                }
            }
        }
        return reached;
    }

    /** Whether what was read so far is covered. */
    boolean accepts(BitSet reached) {
        return reached.get(steps.size());
    }

    private void reach(BitSet reached, int step) {
        int at = step;
        reached.set(at);
        while (at < steps.size() && steps.get(at).kind() == Kind.ANY) {
            at++;
            reached.set(at);
        }
    }
}
