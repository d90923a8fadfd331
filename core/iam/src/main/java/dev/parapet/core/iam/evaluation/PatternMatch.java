package dev.parapet.core.iam.evaluation;

import dev.parapet.core.iam.policy.Token;
import dev.parapet.core.iam.request.Context;
import dev.parapet.core.iam.request.ContextValue;
import java.util.ArrayList;
import java.util.List;

/** Patterns compared with texts the plain way: what is already covered of the pattern against what is already covered of the text. */
public final class PatternMatch {
    /** A variable that the request has no value for: the pattern matches nothing, and neither does its opposite. */
    static final class Valueless extends Exception {
        private static final long serialVersionUID = 1;

        Valueless() {
            super("a policy variable has no value", null, false, false);
        }
    }

    private PatternMatch() {}

    /**
     * Replaces the policy variables (<a
     * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-no-value">Variables and
     * tags, "Missing values"</a>). A value is taken as it is: a {@code *} in it is no wildcard.
     */
    static List<Token> resolve(List<Token> tokens, Context context) throws Valueless {
        List<Token> resolved = new ArrayList<>(tokens.size());
        for (Token token : tokens) {
            resolved.add(token instanceof Token.Variable variable ? value(variable, context) : token);
        }
        return resolved;
    }

    private static Token value(Token.Variable variable, Context context) throws Valueless {
        return switch (context.get(variable.key())) {
            case ContextValue.One one -> new Token.Literal(one.value());
            case ContextValue.Unknown ignored -> new Token.Unknown(variable.key());
            case ContextValue.Many ignored -> throw new Valueless();
            case ContextValue.Absent ignored -> {
                String fallback = variable.fallback();
                if (fallback == null) {
                    throw new Valueless();
                }
                yield new Token.Literal(fallback);
            }
        };
    }

    /** Whether all variables have a value: a key of which nothing is known may have none. */
    static Truth valued(List<Token> tokens, Context context) {
        Truth all = Truth.YES;
        for (Token token : tokens) {
            if (token instanceof Token.Variable variable
                    && context.get(variable.key()) instanceof ContextValue.Unknown) {
                all = all.and(Truth.unknown(variable.key()));
            }
        }
        return all;
    }

    /** Whether tokens without variables cover a text. */
    static Truth matches(List<Token> tokens, String text, boolean ignoreCase) {
        // reached[i]: the tokens so far cover the first i characters.
        boolean[] reached = new boolean[text.length() + 1];
        reached[0] = true;
        Truth unknown = Truth.YES;
        for (Token token : tokens) {
            boolean[] next = new boolean[text.length() + 1];
            switch (token) {
                case Token.Literal literal -> {
                    int length = literal.text().length();
                    for (int i = 0; i + length <= text.length(); i++) {
                        next[i + length] |= reached[i] && text.regionMatches(ignoreCase, i, literal.text(), 0, length);
                    }
                }
                case Token.AnyCharacter ignored -> {
                    for (int i = 0; i < text.length(); i++) {
                        next[i + 1] = reached[i];
                    }
                }
                case Token.AnyText ignored -> spread(reached, next);
                case Token.Unknown some -> {
                    spread(reached, next);
                    unknown = unknown.and(Truth.unknown(some.missing()));
                }
                case Token.Variable variable -> throw new IllegalArgumentException("not resolved: " + variable);
            }
            reached = next;
        }
        return reached[text.length()] ? unknown : Truth.NO;
    }

    private static void spread(boolean[] reached, boolean[] next) {
        boolean any = false;
        for (int i = 0; i < next.length; i++) {
            any |= reached[i];
            next[i] = any;
        }
    }

    /** The parts of a pattern between colons, at most {@code limit}; colons within a variable part nothing. */
    public static List<List<Token>> parts(List<Token> tokens, int limit) {
        List<List<Token>> parts = new ArrayList<>();
        List<Token> part = new ArrayList<>();
        for (Token token : tokens) {
            if (token instanceof Token.Literal literal) {
                String rest = literal.text();
                int colon = rest.indexOf(':');
                while (colon >= 0 && parts.size() < limit - 1) {
                    if (colon > 0) {
                        part.add(new Token.Literal(rest.substring(0, colon)));
                    }
                    parts.add(part);
                    part = new ArrayList<>();
                    rest = rest.substring(colon + 1);
                    colon = rest.indexOf(':');
                }
                if (!rest.isEmpty()) {
                    part.add(new Token.Literal(rest));
                }
            } else {
                part.add(token);
            }
        }
        parts.add(part);
        return parts;
    }
}
