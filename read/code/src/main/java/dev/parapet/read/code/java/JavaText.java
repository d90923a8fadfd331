package dev.parapet.read.code.java;

/** Literals of characters and texts: https://docs.oracle.com/javase/specs/jls/se25/html/jls-3.html#jls-3.10. */
final class JavaText {
    private static final String BLOCK = "\"\"\"";

    private JavaText() {}

    /** A literal with its quotes, as the text that it stands for. */
    static String unquote(String literal) {
        if (literal.startsWith(BLOCK)) {
            return block(literal);
        }
        return literal.length() < 2 ? "" : unescape(literal.substring(1, literal.length() - 1));
    }

    /** A text block begins after its first line, and the indentation that all its lines have is not part of it. */
    private static String block(String literal) {
        int start = literal.indexOf('\n');
        int end = literal.length() - BLOCK.length();
        return start < 0 || start >= end
                ? ""
                : unescape(literal.substring(start + 1, end).stripIndent());
    }

    private static String unescape(String written) {
        if (written.indexOf('\\') < 0) {
            return written;
        }
        try {
            return unicode(written).translateEscapes();
        } catch (IllegalArgumentException e) {
            // What no compiler takes stands for itself.
            return written;
        }
    }

    /** Without the escapes that stand for characters by their numbers, of which any number of {@code u} may follow the backslash. */
    private static String unicode(String written) {
        StringBuilder text = new StringBuilder(written.length());
        int i = 0;
        while (i < written.length()) {
            char c = written.charAt(i++);
            if (c != '\\' || i == written.length() || written.charAt(i) != 'u') {
                text.append(c);
                if (c == '\\' && i < written.length()) {
                    text.append(written.charAt(i++));
                }
                continue;
            }
            while (i < written.length() && written.charAt(i) == 'u') {
                i++;
            }
            if (i + 4 > written.length()) {
                throw new IllegalArgumentException("an escape ends early");
            }
            text.append((char) Integer.parseInt(written, i, i + 4, 16));
            i += 4;
        }
        return text.toString();
    }
}
