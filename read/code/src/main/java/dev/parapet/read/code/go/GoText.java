package dev.parapet.read.code.go;

import dev.parapet.read.code.syntax.SyntaxNode;

/** String and rune literals: https://go.dev/ref/spec#String_literals. */
final class GoText {
    private GoText() {}

    /** What a literal says. */
    static String of(SyntaxNode literal) {
        String written = literal.text();
        if (written.length() < 2) {
            return written;
        }
        String inner = written.substring(1, written.length() - 1);
        return literal.is("raw_string_literal") ? inner.replace("\r", "") : unescape(inner);
    }

    private static String unescape(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                out.append(c);
                continue;
            }
            char kind = text.charAt(++i);
            int digits = switch (kind) {
                case 'x' -> 2;
                case 'u' -> 4;
                case 'U' -> 8;
                default -> 0;
            };
            if (digits > 0) {
                i += code(text, i + 1, digits, 16, out);
            } else if (kind >= '0' && kind <= '7') {
                i += code(text, i, 3, 8, out) - 1;
            } else {
                out.append(simple(kind));
            }
        }
        return out.toString();
    }

    /** Adds the character of a number; how many characters it was written with, none where it is no number. */
    private static int code(String text, int from, int digits, int radix, StringBuilder out) {
        if (from + digits > text.length()) {
            return radix == 8 ? 1 : 0;
        }
        long code = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = Character.digit(text.charAt(i), radix);
            if (digit < 0) {
                return radix == 8 ? 1 : 0;
            }
            code = code * radix + digit;
        }
        out.appendCodePoint(
                Character.isValidCodePoint((int) code) && code <= Character.MAX_CODE_POINT ? (int) code : 0xFFFD);
        return digits;
    }

    private static char simple(char kind) {
        return switch (kind) {
            case 'a' -> '\u0007';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> '\u000B';
            default -> kind;
        };
    }
}
