package dev.parapet.core.graph.pattern;

import dev.parapet.core.graph.name.TextShape;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Compares texts of which parts may be unknown. */
final class PartlyKnown {
    private PartlyKnown() {}

    /** Whether a test of a text holds of a leaf of an event. */
    static Outcome test(Comparison.TextTest test, Value value) {
        if (!isText(value)) {
            return Outcome.NO;
        }
        String wanted = TextShape.of(test.text());
        String text = TextShape.of(value);
        if (wanted == null || text == null) {
            return Outcome.UNKNOWN;
        }
        if (test.ignoringCase()) {
            wanted = wanted.toLowerCase(Locale.ROOT);
            text = text.toLowerCase(Locale.ROOT);
        }
        return switch (test.side()) {
            case START -> starts(text, wanted);
            case END -> starts(reversed(text), reversed(wanted));
            case WHOLE -> equal(text, wanted);
        };
    }

    private static boolean isText(Value value) {
        return value instanceof Value.Text
                || value instanceof Value.Composed
                || value instanceof Value.Reference
                || value instanceof Value.DynamicReference;
    }

    private static Outcome equal(String text, String wanted) {
        if (text.equals(wanted)) {
            return Outcome.YES;
        }
        boolean known = TextShape.isKnown(text) && TextShape.isKnown(wanted);
        boolean apart = differ(text, wanted) || differ(reversed(text), reversed(wanted));
        return known || apart ? Outcome.NO : Outcome.UNKNOWN;
    }

    private static Outcome starts(String text, String wanted) {
        if (text.startsWith(wanted)) {
            return Outcome.YES;
        }
        boolean known = TextShape.isKnown(text) && TextShape.isKnown(wanted);
        return known || differ(text, wanted) ? Outcome.NO : Outcome.UNKNOWN;
    }

    /** Whether two texts differ before anything of them is unknown. */
    private static boolean differ(String first, String second) {
        String one = head(first);
        String two = head(second);
        return !one.startsWith(two) && !two.startsWith(one);
    }

    private static String head(String shape) {
        int open = shape.indexOf(TextShape.OPEN);
        return open < 0 ? shape : shape.substring(0, open);
    }

    /** A shape back to front; what is unknown keeps its marks in their order. */
    private static String reversed(String shape) {
        StringBuilder reversed = new StringBuilder(shape).reverse();
        for (int i = 0; i < reversed.length(); i++) {
            char c = reversed.charAt(i);
            if (c == TextShape.OPEN) {
                reversed.setCharAt(i, TextShape.CLOSE);
            } else if (c == TextShape.CLOSE) {
                reversed.setCharAt(i, TextShape.OPEN);
            }
        }
        return reversed.toString();
    }

    /** Whether a pattern with {@code *} covers a leaf of an event. */
    static Outcome wildcard(Value pattern, Value value) {
        if (!isText(value)) {
            return Outcome.NO;
        }
        String text = TextShape.of(value);
        if (text == null || !(pattern instanceof Value.Text known)) {
            return Outcome.UNKNOWN;
        }
        List<String> pieces = pieces(known.text());
        if (TextShape.isKnown(text)) {
            return Outcome.of(covers(pieces, text));
        }
        String first = pieces.get(0);
        String last = pieces.get(pieces.size() - 1);
        if (pieces.size() == 1) {
            return equal(text, first);
        }
        Outcome ends = starts(text, first).and(starts(reversed(text), reversed(last)));
        return pieces.size() > 2 && ends == Outcome.YES ? Outcome.UNKNOWN : ends;
    }

    /** What stands between the wildcards of a pattern. */
    private static List<String> pieces(String pattern) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '*') {
                pieces.add(piece.toString());
                piece.setLength(0);
            } else if (c == '\\' && i + 1 < pattern.length()) {
                piece.append(pattern.charAt(++i));
            } else {
                piece.append(c);
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static boolean covers(List<String> pieces, String text) {
        String first = pieces.get(0);
        if (pieces.size() == 1) {
            return text.equals(first);
        }
        String last = pieces.get(pieces.size() - 1);
        int end = text.length() - last.length();
        if (!text.startsWith(first) || end < first.length() || !text.endsWith(last)) {
            return false;
        }
        int at = first.length();
        for (String piece : pieces.subList(1, pieces.size() - 1)) {
            int found = text.indexOf(piece, at);
            if (found < 0 || found + piece.length() > end) {
                return false;
            }
            at = found + piece.length();
        }
        return true;
    }
}
