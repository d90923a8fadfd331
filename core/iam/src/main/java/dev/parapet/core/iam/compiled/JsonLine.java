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
    private static final int MOST_DIGITS = 32;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final long SMALL = 0x2020202020202020L;

    /** How many bytes are read at a time, and so must follow the text. */
    private static final int SLACK = 16;

    /** Stands for an escape that has the code of its character behind it. */
    private static final byte CODE = -1;

    /** Of each value: its kind; where it begins; where it ends; the value behind all that it holds, or the mark of a name. */
    private static final int FIELDS = 4;

    private int[] values = new int[FIELDS * 512];
    private int count;
    private byte[] text = new byte[1 << 12];
    private int end;
    /** The objects and arrays that are not closed yet. */
    private final int[] open = new int[MOST_DEPTH];
    /** For each, a bit for each mark of the names in it. */
    private final long[] seen = new long[MOST_DEPTH];

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

    /** The first item of a list, or the value that stands in the place of one; {@link #after} the value is the end of either. */
    int first(int value) {
        return kind(value) == ARRAY ? value + 1 : value;
    }

    /** Asks for a text, number or truth value. */
    void scalar(int value) throws Unusual {
        if (kind(value) >= NULL) {
            throw Unusual.LINE;
        }
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
        if (to(value) - from != word.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (text[from + i] != word[i]) {
                return false;
            }
        }
        return true;
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
        count = 0;
        if (blank(all(blank(0))) != end) {
            throw Unusual.LINE;
        }
    }

    /**
     * Reads a value and all that it holds. The whole of it is one method that keeps its place to itself, which makes it half again as fast.
     *
     * @param start where the value begins
     * @return where it ends
     */
    private int all(int start) throws Unusual {
        int at = start;
        int depth = 0;
        boolean object = false;
        while (true) {
            byte sign = text[at];
            if (sign == '"') {
                at = quoted(TEXT, at + 1);
            } else if (sign == '{' || sign == '[') {
                int value = put(sign == '{' ? OBJECT : ARRAY, at, at);
                at = blank(at + 1);
                if (text[at] != sign + 2) {
                    if (depth == MOST_DEPTH) {
                        throw Unusual.LINE;
                    }
                    object = sign == '{';
                    open[depth] = value;
                    seen[depth] = 0;
                    if (object) {
                        at = name(at, depth);
                    }
                    depth++;
                    continue;
                }
                close(value, ++at);
            } else {
                at = word(at);
            }
            while (depth > 0) {
                at = blank(at);
                sign = text[at++];
                if (sign == ',') {
                    at = blank(at);
                    if (object) {
                        at = name(at, depth - 1);
                    }
                    break;
                }
                if (sign != (object ? '}' : ']')) {
                    throw Unusual.LINE;
                }
                close(open[--depth], at);
                object = depth > 0 && kind(open[depth - 1]) == OBJECT;
            }
            if (depth == 0) {
                return at;
            }
        }
    }

    /** Passes over what is blank. */
    private int blank(int from) {
        int at = from;
        while (text[at] == ' ' || text[at] == '\t') {
            at++;
        }
        return at;
    }

    private void close(int holder, int at) {
        values[holder * FIELDS + 2] = at;
        values[holder * FIELDS + 3] = count;
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

    /** Reads a value that is a word or a number. */
    private int word(int at) throws Unusual {
        return switch (text[at]) {
            case 't' -> word(TRUE, "true", at);
            case 'f' -> word(FALSE, "false", at);
            case 'n' -> word(NULL, "null", at);
            default -> number(at);
        };
    }

    private int word(int kind, String word, int from) throws Unusual {
        for (int i = 0; i < word.length(); i++) {
            if (text[from + i] != word.charAt(i)) {
                throw Unusual.LINE;
            }
        }
        put(kind, from, from + word.length());
        return from + word.length();
    }

    /** A number that reads as it is written: without an exponent, and no zero with a sign. */
    private int number(int from) throws Unusual {
        int first = text[from] == '-' ? from + 1 : from;
        int at = digits(first);
        if (at == first || (text[first] == '0' && (first > from || at - first > 1))) {
            throw Unusual.LINE;
        }
        if (text[at] == '.') {
            int fraction = at + 1;
            at = digits(fraction);
            if (at == fraction) {
                throw Unusual.LINE;
            }
        }
        if ((text[at] | 0x20) == 'e' || at - from > MOST_DIGITS) {
            throw Unusual.LINE;
        }
        put(NUMBER, from, at);
        return at;
    }

    private int digits(int from) {
        int at = from;
        while (text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        return at;
    }

    /** Reads a name of an object and what parts it from its value. */
    private int name(int from, int depth) throws Unusual {
        if (text[from] != '"') {
            throw Unusual.LINE;
        }
        int name = count;
        int at = blank(quoted(NAME, from + 1));
        if (text[at] != ':') {
            throw Unusual.LINE;
        }
        int mark = mark(text, from(name), to(name));
        values[name * FIELDS + 3] = mark;
        long bit = 1L << mark;
        if ((seen[depth] & bit) != 0) {
            unlikeOthers(open[depth], name);
        }
        seen[depth] |= bit;
        return blank(at + 1);
    }

    private void unlikeOthers(int object, int name) throws Unusual {
        int names = 0;
        for (int other = object + 1; other != name; other = after(other + 1)) {
            if ((mark(other) == mark(name) && same(other, name)) || ++names == MOST_NAMES) {
                throw Unusual.LINE;
            }
        }
    }

    private boolean same(int first, int second) {
        return Arrays.equals(text, from(first), to(first), text, from(second), to(second));
    }

    /** Reads a text whose quotation mark is read. */
    private int quoted(int kind, int from) throws Unusual {
        int at = from;
        while (true) {
            long first = hits((long) LONG.get(text, at));
            long second = hits((long) LONG.get(text, at + 8));
            if ((first | second) == 0) {
                at += 16;
                continue;
            }
            // The second counts when the first is 0. Texts end anywhere, so that a processor that had to guess would
            // often guess wrong.
            long none = (first - 1 & ~first) >> 63;
            at += Long.numberOfTrailingZeros(first) + ((int) none & Long.numberOfTrailingZeros(second)) >>> 3;
            byte sign = text[at];
            if (sign == '"') {
                put(kind, from, at);
                return at + 1;
            }
            if (sign != '\\') {
                throw Unusual.LINE;
            }
            return escaped(kind, from, at);
        }
    }

    /** Of eight bytes, the lowest bit that is set stands in the first quotation mark, backslash, control character or byte beyond ASCII. */
    private static long hits(long eight) {
        long quote = eight ^ EACH * '"';
        long backslash = eight ^ EACH * '\\';
        return ((quote - EACH) & ~quote | (backslash - EACH) & ~backslash | (eight - SMALL) & ~eight | eight) & HIGH;
    }

    /** A text with escapes, which are replaced where they stand: what they stand for is never longer. */
    private int escaped(int kind, int from, int backslash) throws Unusual {
        int at = backslash;
        int to = at;
        while (text[at] != '"') {
            byte sign = text[at++];
            if (sign < ' ') {
                throw Unusual.LINE;
            }
            if (sign == '\\') {
                sign = escape(text[at]);
                at += text[at] == 'u' ? 5 : 1;
                if (sign == CODE) {
                    sign = code(at - 4);
                }
            }
            text[to++] = sign;
        }
        put(kind, from, to);
        return at + 1;
    }

    private static byte escape(byte sign) throws Unusual {
        return switch (sign) {
            case '"', '\\', '/' -> sign;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> CODE;
            default -> throw Unusual.LINE;
        };
    }

    private byte code(int from) throws Unusual {
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
