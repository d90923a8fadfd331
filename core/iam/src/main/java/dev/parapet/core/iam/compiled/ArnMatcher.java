package dev.parapet.core.iam.compiled;

import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.policy.Token;
import dev.parapet.core.iam.request.Context;
import dev.parapet.core.iam.value.Arn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pattern of an ARN as six patterns of its parts. */
final class ArnMatcher {
    private static final int PARTS = 6;
    private static final TextMatcher ANYTHING = TextMatcher.of(List.of(new Token.AnyText()), false);

    /** The six parts; null where the pattern is no ARN, {@link #whole} saying what it is then. */
    private final TextMatcher @Nullable [] parts;
    /** What a pattern covers that is not known well enough to be parted; null where it covers nothing. */
    private final @Nullable TextMatcher whole;

    private final boolean variable;

    private ArnMatcher(TextMatcher @Nullable [] parts, @Nullable TextMatcher whole, boolean variable) {
        this.parts = parts;
        this.whole = whole;
        this.variable = variable;
    }

    /**
     * A pattern of a {@code Resource} element.
     *
     * @param completed whether parts that are not there are {@code *}
     */
    static ArnMatcher ofResource(TextPattern pattern, boolean completed) {
        if (pattern.isEverything()) {
            return new ArnMatcher(null, ANYTHING, false);
        }
        List<List<Token>> parts = parts(pattern.tokens());
        if (parts.size() == PARTS || isOpen(pattern)) {
            return of(pattern, parts, true);
        }
        boolean arn = parts.get(0).equals(List.of(new Token.Literal("arn")));
        return arn && completed ? of(pattern, filled(parts), true) : new ArnMatcher(null, null, false);
    }

    private static List<List<Token>> filled(List<List<Token>> parts) {
        List<List<Token>> all = new ArrayList<>(parts);
        while (all.size() < PARTS) {
            all.add(List.of(new Token.AnyText()));
        }
        return all;
    }

    /** A pattern of an ARN operator, its variables replaced. */
    static ArnMatcher ofOperator(TextPattern pattern) {
        return of(pattern, parts(pattern.tokens()), false);
    }

    private static ArnMatcher of(TextPattern pattern, List<List<Token>> parts, boolean names) {
        if (parts.size() < PARTS) {
            return new ArnMatcher(null, isOpen(pattern) ? TextMatcher.of(pattern.tokens(), false) : null, true);
        }
        TextMatcher[] matchers = new TextMatcher[PARTS];
        for (int i = 0; i < PARTS; i++) {
            List<Token> part = parts.get(i);
            matchers[i] = part.size() == 1 && part.get(0) instanceof Token.AnyText
                    ? ANYTHING
                    : TextMatcher.of(part, names && i < PARTS - 1);
        }
        return new ArnMatcher(matchers, null, holdsVariable(pattern));
    }

    /** Whether a part of it is not known, so that colons may be hidden in it. */
    private static boolean isOpen(TextPattern pattern) {
        return pattern.isPartlyUnknown();
    }

    private static boolean isValueless(TextMatcher[] parts, Context context) {
        for (TextMatcher part : parts) {
            if (part.match("", 0, 0, context) == Three.NEITHER) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is compared part by part. */
    boolean isParted() {
        return parts != null;
    }

    private static boolean holdsVariable(TextPattern pattern) {
        return pattern.tokens().stream().anyMatch(Token.Variable.class::isInstance);
    }

    /** Whether it covers a text, which {@code arn} has in parts where it is an ARN; {@link Three#NEITHER} where it is nothing, or a variable has no value. */
    byte match(String text, @Nullable Arn arn, Context context) {
        TextMatcher[] six = parts;
        if (six == null) {
            return whole == null ? Three.NEITHER : whole.match(text, 0, text.length(), context);
        }
        if (arn == null) {
            return variable && isValueless(six, context) ? Three.NEITHER : Three.NO;
        }
        // The last part tells most apart, the first ones seldom do. All are asked, since one whose variable has no
        // value decides.
        byte all = six[PARTS - 1].match(text, arn.start(PARTS - 1), text.length(), context);
        for (int i = 0; i < PARTS - 1 && all != Three.NEITHER && (variable || all != Three.NO); i++) {
            if (six[i] != ANYTHING) {
                byte part = six[i].match(text, arn.start(i), arn.end(i), context);
                all = part == Three.NEITHER ? part : Three.and(all, part);
            }
        }
        return all;
    }

    /** The parts between colons, at most six. */
    private static List<List<Token>> parts(List<Token> tokens) {
        List<List<Token>> parts = new ArrayList<>(PARTS);
        parts.add(new ArrayList<>(2));
        for (Token token : tokens) {
            if (!(token instanceof Token.Literal(String text))) {
                parts.getLast().add(token);
                continue;
            }
            int from = 0;
            for (int colon = text.indexOf(':'); colon >= 0 && parts.size() < PARTS; colon = text.indexOf(':', from)) {
                if (colon > from) {
                    parts.getLast().add(new Token.Literal(text.substring(from, colon)));
                }
                parts.add(new ArrayList<>(2));
                from = colon + 1;
            }
            if (from < text.length()) {
                parts.getLast().add(new Token.Literal(text.substring(from)));
            }
        }
        return parts;
    }
}
