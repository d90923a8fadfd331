package dev.parapet.core.iam.compiled;

/** Words, numbers and escapes of JSON (RFC 8259), read where they stand in a text that doesn't end with one. */
final class JsonToken {
    private static final int MOST_DIGITS = 32;

    private JsonToken() {}

    /** Where a word ends. */
    static int word(byte[] text, int from, String word) throws Unusual {
        for (int i = 0; i < word.length(); i++) {
            if (text[from + i] != word.charAt(i)) {
                throw Unusual.LINE;
            }
        }
        return from + word.length();
    }

    /** Where a number ends that reads as it is written: without an exponent, and no zero with a sign. */
    static int number(byte[] text, int from) throws Unusual {
        int first = text[from] == '-' ? from + 1 : from;
        int at = digits(text, first);
        if (at == first || (text[first] == '0' && (first > from || at - first > 1))) {
            throw Unusual.LINE;
        }
        if (text[at] == '.') {
            int fraction = at + 1;
            at = digits(text, fraction);
            if (at == fraction) {
                throw Unusual.LINE;
            }
        }
        if ((text[at] | 0x20) == 'e' || at - from > MOST_DIGITS) {
            throw Unusual.LINE;
        }
        return at;
    }

    private static int digits(byte[] text, int from) {
        int at = from;
        while (text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        return at;
    }

    /** What the escape stands for whose backslash is read; {@code u} has four digits behind it. */
    static byte escape(byte[] text, int at) throws Unusual {
        return switch (text[at]) {
            case '"', '\\', '/' -> text[at];
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> code(text, at + 1);
            default -> throw Unusual.LINE;
        };
    }

    private static byte code(byte[] text, int from) throws Unusual {
        int code = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = Character.digit(text[i], 16);
            if (digit < 0) {
                throw Unusual.LINE;
            }
            code = code << 4 | digit;
        }
        if (code >= 128) {
            throw Unusual.LINE;
        }
        return (byte) code;
    }
}
