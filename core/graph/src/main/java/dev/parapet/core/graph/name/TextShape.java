package dev.parapet.core.graph.name;

import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text of which some parts are not known, written as one string: what is known stands as it is, and each unknown part is its
 * name between two marks. Two shapes that are equal are the same text wherever the unknown parts are, which is how a bucket named
 * by {@code Fn::Sub} meets the policy that repeats the name.
 */
public final class TextShape {
    /** Opens an unknown part. A private-use character: where a template uses it itself, it is replaced. */
    public static final char OPEN = '\uE000';

    /** Closes an unknown part. */
    public static final char CLOSE = '\uE001';

    /** Some text of any length that nothing equals. */
    public static final String ANY = OPEN + "?" + CLOSE;

    /** What stands before the name of an unknown part, longest first. */
    private static final List<String> MARKS = List.of("U:Parameter ", "U:", "R:", "D:");

    private static final int MAX_LENGTH = 4096;
    private static final int MAX_DEPTH = 16;

    private TextShape() {}

    /** The shape of a text, or null when the value is no text, lies under a condition, or is longer than 4,096 characters. */
    public static @Nullable String of(Value value) {
        if (value instanceof Value.Text text) {
            return text.text().length() > MAX_LENGTH ? null : clean(text.text());
        }
        if (value instanceof Value.Number number) {
            return number.value().toPlainString();
        }
        StringBuilder shape = new StringBuilder();
        return append(value, shape, 0) && shape.length() <= MAX_LENGTH ? shape.toString() : null;
    }

    private static boolean append(Value value, StringBuilder shape, int depth) {
        if (depth > MAX_DEPTH || shape.length() > MAX_LENGTH) {
            return false;
        }
        return switch (value) {
            case Value.Text text -> {
                shape.append(clean(text.text()));
                yield true;
            }
            case Value.Number number -> {
                shape.append(number.value().toPlainString());
                yield true;
            }
            case Value.Bool bool -> {
                shape.append(bool.value());
                yield true;
            }
            case Value.Reference reference -> {
                unknown(shape, "R:" + reference.target() + "." + reference.attribute());
                yield true;
            }
            case Value.DynamicReference dynamic -> {
                unknown(shape, "D:" + dynamic.service() + ":" + dynamic.key());
                yield true;
            }
            case Value.Unresolved unresolved -> {
                unknown(shape, name(unresolved));
                yield true;
            }
            case Value.Composed composed -> {
                for (Value part : composed.parts()) {
                    if (!append(part, shape, depth + 1)) {
                        yield false;
                    }
                }
                yield true;
            }
            case Value.Conditional ignored -> false;
            case Value.Sequence ignored -> false;
            case Value.Mapping ignored -> false;
            case Value.Null ignored -> false;
            case Value.Absent ignored -> false;
        };
    }

    /** What an unknown is called in a shape: the pseudo parameter where it is one, so that spellings around it do not matter. */
    private static String name(Value.Unresolved unresolved) {
        int pseudo = unresolved.missing().indexOf("AWS::");
        return pseudo >= 0 ? unresolved.missing().substring(pseudo) : "U:" + unresolved.missing();
    }

    private static void unknown(StringBuilder shape, String name) {
        shape.append(OPEN).append(clean(name)).append(CLOSE);
    }

    private static String clean(String text) {
        return text.indexOf(OPEN) < 0 && text.indexOf(CLOSE) < 0
                ? text
                : text.replace(OPEN, '\uFFFD').replace(CLOSE, '\uFFFD');
    }

    /** The shape of an unknown with a name of its own. */
    public static String unknown(String name) {
        return OPEN + clean(name) + CLOSE;
    }

    /** A shape for people: each unknown part as {@code ${name}}. */
    public static String shown(String shape) {
        if (isKnown(shape)) {
            return shape;
        }
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < shape.length(); i++) {
            if (shape.charAt(i) != OPEN) {
                shown.append(shape.charAt(i));
                continue;
            }
            int end = end(shape, i);
            String name = shape.substring(i + 1, Math.max(i + 1, end - 1));
            for (String mark : MARKS) {
                if (name.startsWith(mark)) {
                    name = name.substring(mark.length());
                }
            }
            // a resource by its logical id alone
            name = name.substring(name.indexOf('#') + 1);
            shown.append("${").append(name).append('}');
            i = end - 1;
        }
        return shown.toString();
    }

    /** Whether nothing of a shape is unknown. */
    public static boolean isKnown(String shape) {
        return shape.indexOf(OPEN) < 0;
    }

    /** A shape cut at a character that stands outside its unknown parts, into at most {@code limit} pieces. */
    public static List<String> split(String shape, char at, int limit) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        boolean inside = false;
        for (int i = 0; i < shape.length() && pieces.size() < limit - 1; i++) {
            char c = shape.charAt(i);
            if (c == OPEN) {
                inside = true;
            } else if (c == CLOSE) {
                inside = false;
            } else if (c == at && !inside) {
                pieces.add(shape.substring(from, i));
                from = i + 1;
            }
        }
        pieces.add(shape.substring(from));
        return pieces;
    }

    /**
     * Whether a pattern with {@code *} and {@code ?}, as IAM policies have them, surely matches a shape. An unknown part of the
     * pattern matches the same unknown part only; an unknown part of the text is matched by itself and by {@code *}.
     */
    public static boolean matches(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int mark = 0;
        while (t < text.length()) {
            char c = text.charAt(t);
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                mark = t;
            } else if (p < pattern.length() && c == OPEN && unitsEqual(pattern, p, text, t)) {
                p = end(pattern, p);
                t = end(text, t);
            } else if (p < pattern.length() && c != OPEN && (pattern.charAt(p) == c || pattern.charAt(p) == '?')) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                mark = end(text, mark);
                t = mark;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** The place after the unit, a character or a whole unknown part, that starts at {@code at}. */
    private static int end(String shape, int at) {
        if (shape.charAt(at) != OPEN) {
            return at + 1;
        }
        int close = shape.indexOf(CLOSE, at);
        return close < 0 ? shape.length() : close + 1;
    }

    private static boolean unitsEqual(String pattern, int p, String text, int t) {
        int length = end(text, t) - t;
        return !text.startsWith(ANY, t) && pattern.regionMatches(p, text, t, length);
    }
}
