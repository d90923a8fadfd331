package dev.parapet.read.code.ecmascript;

/** String literals without their escapes: https://tc39.es/ecma262/#sec-literals-string-literals. */
final class EcmaScriptText {
    private EcmaScriptText() {}

    /** A literal with its quotes, as the text that it stands for. */
    static String unquote(String literal) {
        return literal.length() < 2 ? "" : unescape(literal.substring(1, literal.length() - 1));
    }

    /** What is written between quotes, as the text that it stands for. */
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
                case '\n', '\u2028', '\u2029' -> {}
                case '\r' -> i += i < written.length() && written.charAt(i) == '\n' ? 1 : 0;
                case 'b' -> text.append('\b');
                case 'f' -> text.append('\f');
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case 'v' -> text.append('\u000B');
                case '0' -> text.append('\0');
                case 'x' -> i = code(written, i, i + 2, text);
                case 'u' -> i = unicode(written, i, text);
                default -> text.append(kind);
            }
        }
        return text.toString();
    }

    private static int unicode(String written, int from, StringBuilder text) {
        if (from < written.length() && written.charAt(from) == '{') {
            int to = written.indexOf('}', from);
            return to < 0 ? from : Math.max(code(written, from + 1, to, text), to + 1);
        }
        return code(written, from, from + 4, text);
    }

    /** Adds the character of a hexadecimal number; nothing when it is none. The place after it. */
    private static int code(String written, int from, int to, StringBuilder text) {
        if (to > written.length()) {
            return from;
        }
        try {
            int code = Integer.parseInt(written.substring(from, to), 16);
            if (Character.isValidCodePoint(code)) {
                text.appendCodePoint(code);
                return to;
            }
        } catch (NumberFormatException ignored) {
            // No number: nothing is added.
        }
        return from;
    }
}
