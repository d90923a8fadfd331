package dev.parapet.read.code.python;

import java.util.Locale;

/**
 * The texts of string literals without their escapes: https://docs.python.org/3/reference/lexical_analysis.html#escape-sequences.
 * Names of characters ({@code \N{…}}) stay as they are written.
 */
final class PythonText {
    private PythonText() {}

    /** Whether a literal that begins with these characters has no escapes. */
    static boolean isRaw(String start) {
        return start.toLowerCase(Locale.ROOT).indexOf('r') >= 0;
    }

    /** Whether a literal that begins with these characters has expressions in braces. */
    static boolean isFormatted(String start) {
        String lower = start.toLowerCase(Locale.ROOT);
        return lower.indexOf('f') >= 0 || lower.indexOf('t') >= 0;
    }

    /** What is written between the quotes, as the text that it stands for. */
    static String unescape(String written) {
        if (written.indexOf('\\') < 0) {
            return written;
        }
        StringBuilder text = new StringBuilder(written.length());
        int i = 0;
        while (i < written.length()) {
            char c = written.charAt(i++);
            if (c != '\\' || i == written.length()) {
                text.append(c);
                continue;
            }
            char kind = written.charAt(i++);
            switch (kind) {
                case '\n' -> {}
                case '\r' -> i += i < written.length() && written.charAt(i) == '\n' ? 1 : 0;
                case '\\', '\'', '"' -> text.append(kind);
                case 'a' -> text.append('\u0007');
                case 'b' -> text.append('\b');
                case 'f' -> text.append('\f');
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case 'v' -> text.append('\u000B');
                case 'x' -> i = code(written, i - 1, i, 2, 16, text);
                case 'u' -> i = code(written, i - 1, i, 4, 16, text);
                case 'U' -> i = code(written, i - 1, i, 8, 16, text);
                case '0', '1', '2', '3', '4', '5', '6', '7' ->
                    i = code(written, i - 1, i - 1, octals(written, i - 1), 8, text);
                default -> text.append('\\').append(kind);
            }
        }
        return text.toString();
    }

    private static int octals(String written, int from) {
        int count = 0;
        while (count < 3
                && from + count < written.length()
                && written.charAt(from + count) >= '0'
                && written.charAt(from + count) <= '7') {
            count++;
        }
        return count;
    }

    /** Adds the character of a number of some digits; as it is written when it is none. The place after it. */
    private static int code(String written, int kind, int from, int digits, int radix, StringBuilder text) {
        int to = from + digits;
        if (to <= written.length()) {
            try {
                int code = Integer.parseInt(written.substring(from, to), radix);
                if (Character.isValidCodePoint(code)) {
                    text.appendCodePoint(code);
                    return to;
                }
            } catch (NumberFormatException ignored) {
                // As written, below.
            }
        }
        text.append('\\').append(written.charAt(kind));
        return kind + 1;
    }
}
