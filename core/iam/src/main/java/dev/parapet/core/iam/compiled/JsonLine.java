package dev.parapet.core.iam.compiled;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One line of JSON (RFC 8259) as a list of the places of its values. Strictly read: whatever is not a plain value in ASCII, a name that
 * stands twice in an object, more than {@value #MOST_DEPTH} levels or {@value #MOST_NAMES} names in an object is {@link Unusual}.
 *
 * <p>A value is a number, its place in the list. What an object or array holds follows it; an object holds names and values in turn.
 * Texts are kept without quotation marks, escapes replaced. The list is used again for the next line.
 */
final class JsonLine {
    /** Kinds of values. */
    static final int TEXT = 0;

    static final int NUMBER = 1;
    static final int TRUE = 2;
    static final int FALSE = 3;
    static final int NULL = 4;
    static final int ARRAY = 5;
    static final int OBJECT = 6;
    private static final int NAME = 7;

    static final int MOST_DEPTH = 32;
    static final int MOST_NAMES = 64;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final long SMALL = 0x2020202020202020L;

    /** How many bytes are read at a time, and so must follow the text. */
    private static final int SLACK = 8;

    /** Of each value: its kind; where it begins; where it ends; the value behind all that it holds, or the mark of a name. */
    private static final int FIELDS = 4;

    private int[] values = new int[FIELDS * 512];
    private int count;
    private byte[] text = new byte[1 << 12];
    private int at;
    private int end;

    /** The text in which values have their places. */
    byte[] text() {
        return text;
    }

    int kind(int value) {
        return values[value * FIELDS];
    }

    int from(int value) {
        return values[value * FIELDS + 1];
    }

    int to(int value) {
        return values[value * FIELDS + 2];
    }

    /** The value after this one and all that it holds. */
    int after(int value) {
        return values[value * FIELDS + 3];
    }

    /** A number that is the same for texts that differ in upper and lower case only, and mostly differs for others. */
    int mark(int name) {
        return values[name * FIELDS + 3];
    }

    /** The text of a value. */
    String string(int value) {
        return new String(text, from(value), to(value) - from(value), StandardCharsets.ISO_8859_1);
    }

    /** Whether a text or name is this one. */
    boolean is(int value, byte[] word) {
        int from = from(value);
        return to(value) - from == word.length && Arrays.equals(text, from, from + word.length, word, 0, word.length);
    }

    /** Reads a line; its value is number 0. */
    void read(byte[] line, int from, int to) throws Unusual {
        end = to - from;
        if (text.length < end + SLACK) {
            text = new byte[Math.max(end + SLACK, text.length * 2)];
        }
        System.arraycopy(line, from, text, 0, end);
        // Nothing of a value, so that what is cut short ends here.
        Arrays.fill(text, end, end + SLACK, (byte) 0);
        at = 0;
        count = 0;
        all();
        if (blank() != 0 || at != end) {
            throw Unusual.LINE;
        }
    }

    private void all() throws Unusual {
        int[] open = new int[MOST_DEPTH];
        int depth = 0;
        while (true) {
            int value = add(blank());
            if (kind(value) >= ARRAY && !isEmpty(value)) {
                if (depth == MOST_DEPTH) {
                    throw Unusual.LINE;
                }
                open[depth++] = value;
                if (kind(value) == OBJECT) {
                    name(value);
                }
                continue;
            }
            while (depth > 0) {
                int holder = open[depth - 1];
                boolean object = kind(holder) == OBJECT;
                byte sign = blank();
                at++;
                if (sign == ',') {
                    if (object) {
                        name(holder);
                    }
                    break;
                }
                if (sign != (object ? '}' : ']')) {
                    throw Unusual.LINE;
                }
                close(holder);
                depth--;
            }
            if (depth == 0) {
                return;
            }
        }
    }

    /** Passes over what is blank. */
    private byte blank() {
        byte sign = text[at];
        while (sign == ' ' || sign == '\t') {
            sign = text[++at];
        }
        return sign;
    }

    private boolean isEmpty(int holder) {
        if (blank() != (kind(holder) == OBJECT ? '}' : ']')) {
            return false;
        }
        at++;
        close(holder);
        return true;
    }

    private void close(int holder) {
        values[holder * FIELDS + 2] = at;
        values[holder * FIELDS + 3] = count;
    }

    private int add(byte sign) throws Unusual {
        return switch (sign) {
            case '"' -> quoted(TEXT);
            case '{' -> put(OBJECT, at, ++at);
            case '[' -> put(ARRAY, at, ++at);
            case 't' -> word(TRUE, "true");
            case 'f' -> word(FALSE, "false");
            case 'n' -> word(NULL, "null");
            default -> number();
        };
    }

    private int put(int kind, int from, int to) {
        int place = count * FIELDS;
        if (place == values.length) {
            values = Arrays.copyOf(values, values.length * 2);
        }
        values[place] = kind;
        values[place + 1] = from;
        values[place + 2] = to;
        values[place + 3] = count + 1;
        return count++;
    }

    private int word(int kind, String word) throws Unusual {
        int from = at;
        for (int i = 0; i < word.length(); i++) {
            if (text[at++] != word.charAt(i)) {
                throw Unusual.LINE;
            }
        }
        return put(kind, from, at);
    }

    /** A number that reads as it is written: without an exponent, and no zero with a sign. */
    private int number() throws Unusual {
        int from = at;
        boolean negative = text[at] == '-';
        if (negative) {
            at++;
        }
        boolean zero = text[at] == '0';
        int digits = digits();
        if (digits == 0 || (zero && (negative || digits > 1))) {
            throw Unusual.LINE;
        }
        if (text[at] == '.') {
            at++;
            if (digits() == 0) {
                throw Unusual.LINE;
            }
        }
        if ((text[at] | 0x20) == 'e' || at - from > MOST_DEPTH) {
            throw Unusual.LINE;
        }
        return put(NUMBER, from, at);
    }

    private int digits() {
        int from = at;
        while (text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        return at - from;
    }

    private void name(int object) throws Unusual {
        if (blank() != '"') {
            throw Unusual.LINE;
        }
        int name = quoted(NAME);
        int mark = mark(text, from(name), to(name));
        values[name * FIELDS + 3] = mark;
        int names = 0;
        for (int other = object + 1; other != name; other = after(other + 1)) {
            if (mark(other) == mark && same(other, name) || ++names == MOST_NAMES) {
                throw Unusual.LINE;
            }
        }
        if (blank() != ':') {
            throw Unusual.LINE;
        }
        at++;
    }

    private boolean same(int first, int second) {
        return Arrays.equals(text, from(first), to(first), text, from(second), to(second));
    }

    private int quoted(int kind) throws Unusual {
        int from = ++at;
        while (true) {
            long eight = (long) LONG.get(text, at);
            long quote = eight ^ EACH * '"';
            long backslash = eight ^ EACH * '\\';
            // The lowest bit that is set stands in the first quotation mark, backslash, control character or byte
            // beyond ASCII.
            long hit = ((quote - EACH) & ~quote | (backslash - EACH) & ~backslash | (eight - SMALL) & ~eight | eight)
                    & HIGH;
            if (hit == 0) {
                at += 8;
                continue;
            }
            at += Long.numberOfTrailingZeros(hit) >>> 3;
            if (text[at] == '"') {
                return put(kind, from, at++);
            }
            if (text[at] != '\\') {
                throw Unusual.LINE;
            }
            return escaped(kind, from);
        }
    }

    /** A text with escapes, which are replaced where they stand: what they stand for is never longer. */
    private int escaped(int kind, int from) throws Unusual {
        int to = at;
        while (text[at] != '"') {
            byte sign = text[at++];
            if (sign == '\\') {
                sign = escape();
            } else if (sign < ' ') {
                throw Unusual.LINE;
            }
            text[to++] = sign;
        }
        at++;
        return put(kind, from, to);
    }

    private byte escape() throws Unusual {
        byte sign = text[at++];
        return switch (sign) {
            case '"', '\\', '/' -> sign;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                int code = 0;
                for (int i = 0; i < 4; i++) {
                    int digit = Character.digit(text[at++], 16);
                    if (digit < 0) {
                        throw Unusual.LINE;
                    }
                    code = code << 4 | digit;
                }
                if (code >= 128) {
                    throw Unusual.LINE;
                }
                yield (byte) code;
            }
            default -> throw Unusual.LINE;
        };
    }

    /** The {@link #mark(int)} of a stretch of a text that at least eight bytes follow. */
    static int mark(byte[] text, int from, int to) {
        int length = to - from;
        long first = (long) LONG.get(text, from) | SMALL;
        long last = 0;
        if (length > 8) {
            last = (long) LONG.get(text, to - 8) | SMALL;
        } else if (length < 8) {
            first &= (1L << 8 * length) - 1;
        }
        long mixed = (first * 0x9E3779B97F4A7C15L ^ last * 0xC2B2AE3D27D4EB4FL) + length;
        return (int) (mixed >>> 32);
    }

    /** The {@link #mark(int)} of a word. */
    static int mark(String word) {
        byte[] text = Arrays.copyOf(word.getBytes(StandardCharsets.ISO_8859_1), word.length() + SLACK);
        return mark(text, 0, word.length());
    }
}
