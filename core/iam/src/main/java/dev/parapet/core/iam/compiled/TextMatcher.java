package dev.parapet.core.iam.compiled;

import dev.parapet.core.iam.policy.Token;
import dev.parapet.core.iam.request.Context;
import dev.parapet.core.iam.request.ContextValue;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern as an array of characters and signs, matched by going back to the last {@code *} only: what an earlier one covers more
 * or less makes no difference. A variable is replaced when a request is there.
 */
final class TextMatcher {
    private static final int ANY = -1;
    private static final int ONE = -2;

    private final int[] signs;
    private final boolean ignoreCase;
    private final boolean unknown;
    /** Characters before the first wildcard. */
    private final int fixed;

    private final @Nullable List<Token> variable;

    private TextMatcher(int[] signs, boolean ignoreCase, boolean unknown, @Nullable List<Token> variable) {
        this.signs = signs;
        this.ignoreCase = ignoreCase;
        this.unknown = unknown;
        this.variable = variable;
        int count = 0;
        while (count < signs.length && signs[count] >= 0) {
            count++;
        }
        this.fixed = count;
    }

    static TextMatcher of(List<Token> tokens, boolean ignoreCase) {
        for (Token token : tokens) {
            if (token instanceof Token.Variable) {
                return new TextMatcher(new int[0], ignoreCase, false, tokens);
            }
        }
        return new TextMatcher(signs(tokens, null, ignoreCase), ignoreCase, isUnknown(tokens), null);
    }

    /** The characters that every text begins with that it covers, in lower case when case does not count. */
    String prefix() {
        StringBuilder prefix = new StringBuilder(fixed);
        for (int i = 0; i < fixed; i++) {
            prefix.append((char) signs[i]);
        }
        return prefix.toString();
    }

    /** Whether it covers a stretch of a text; {@link Three#NEITHER} where a variable has no value. */
    byte match(String text, int from, int to, Context context) {
        if (variable == null) {
            return match(text, from, to);
        }
        boolean open = false;
        for (Token token : variable) {
            if (token instanceof Token.Variable(String key, String fallback)) {
                ContextValue value = context.get(key);
                if (value instanceof ContextValue.Many || (value instanceof ContextValue.Absent && fallback == null)) {
                    return Three.NEITHER;
                }
                open |= value instanceof ContextValue.Unknown;
            }
        }
        return new TextMatcher(signs(variable, context, ignoreCase), ignoreCase, open || isUnknown(variable), null)
                .match(text, from, to);
    }

    private byte match(String text, int from, int to) {
        if (to - from < fixed) {
            return Three.NO;
        }
        for (int i = 0; i < fixed; i++) {
            if (signs[i] != at(text, from + i)) {
                return Three.NO;
            }
        }
        if (fixed == signs.length) {
            return to - from == fixed ? Three.YES : Three.NO;
        }
        return wild(text, from + fixed, to) ? unknown ? Three.UNKNOWN : Three.YES : Three.NO;
    }

    private boolean wild(String text, int from, int to) {
        int sign = fixed;
        int at = from;
        int star = -1;
        int resume = from;
        while (at < to) {
            if (sign < signs.length && signs[sign] == ANY) {
                star = sign++;
                if (sign == signs.length) {
                    return true;
                }
                resume = at;
            } else if (sign < signs.length && (signs[sign] == ONE || signs[sign] == at(text, at))) {
                sign++;
                at++;
            } else if (star >= 0) {
                sign = star + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        while (sign < signs.length && signs[sign] == ANY) {
            sign++;
        }
        return sign == signs.length;
    }

    private int at(String text, int index) {
        char c = text.charAt(index);
        return ignoreCase ? fold(c) : c;
    }

    private static char fold(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    private static boolean isUnknown(List<Token> tokens) {
        for (Token token : tokens) {
            if (token instanceof Token.Unknown) {
                return true;
            }
        }
        return false;
    }

    private static int[] signs(List<Token> tokens, @Nullable Context context, boolean ignoreCase) {
        int[] signs = new int[32];
        int length = 0;
        for (Token token : tokens) {
            String literal = switch (token) {
                case Token.Literal known -> known.text();
                case Token.Variable(String key, String fallback) ->
                    context != null && context.get(key) instanceof ContextValue.One(String value)
                            ? value
                            : context != null && context.get(key) instanceof ContextValue.Absent ? fallback : null;
                case Token.AnyText ignored -> null;
                case Token.AnyCharacter ignored -> null;
                case Token.Unknown ignored -> null;
            };
            int more = literal == null ? 1 : literal.length();
            if (length + more > signs.length) {
                signs = Arrays.copyOf(signs, Math.max(length + more, signs.length * 2));
            }
            if (literal == null) {
                signs[length++] = token instanceof Token.AnyCharacter ? ONE : ANY;
            } else {
                for (int i = 0; i < literal.length(); i++) {
                    signs[length++] = ignoreCase ? fold(literal.charAt(i)) : literal.charAt(i);
                }
            }
        }
        return Arrays.copyOf(signs, length);
    }
}
