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

    /** How many bytes are read beyond the end of the text. */
    private static final int SLACK = QuotationMarks.SLACK + 16;
    /** The first so many of eight bytes. */
    private static final long[] FIRST = {
        0, 0xffL, 0xffffL, 0xffffffL, 0xffffffffL, 0xffffffffffL, 0xffffffffffffL, 0xffffffffffffffL, -1L
    };

    /** Of each value: its kind; where it begins; where it ends; the value behind all that it holds, or the mark of a name. */
    private static final int FIELDS = 4;

    private int[] values = new int[FIELDS * 512];
    private int count;
    private byte[] text = new byte[1 << 12];
    private int end;
    private final QuotationMarks quotationMarks = new QuotationMarks();
    private long[] marks = quotationMarks.marks();
    /** Whether texts end at the next quotation mark, as there is no escape in the line, and nothing that is not allowed in a text. */
    private boolean plain;
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

    /** A word to be compared by {@link #is}, eight bytes at a time. */
    static byte[] padded(String word) {
        return Arrays.copyOf(word.getBytes(StandardCharsets.ISO_8859_1), word.length() + Long.BYTES);
    }

    /** Whether a text or name is this {@linkplain #padded padded} word. */
    boolean is(int value, byte[] word) {
        int from = from(value);
        int length = to(value) - from;
        if (length != word.length - Long.BYTES) {
            return false;
        }
        for (int i = 0; i < length; i += Long.BYTES) {
            long unlike = (long) LONG.get(text, from + i) ^ (long) LONG.get(word, i);
            if ((unlike & FIRST[Math.min(length - i, Long.BYTES)]) != 0) {
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
        Arrays.fill(text, end, end + SLACK, (byte) ' ');
        plain = quotationMarks.find(text, end);
        marks = quotationMarks.marks();
        // Nothing of a value, so that what is cut short ends here.
        text[end] = 0;
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
                int value = count;
                put(sign == '{' ? OBJECT : ARRAY, at, at);
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

    /**
     * Adds a value to the list.
     *
     * @return where it ends
     */
    private int put(int kind, int from, int to) {
        int place = count * FIELDS;
        if (place == values.length) {
            values = Arrays.copyOf(values, values.length * 2);
        }
        values[place] = kind;
        values[place + 1] = from;
        values[place + 2] = to;
        values[place + 3] = ++count;
        return to;
    }

    /** Reads a value that is a word or a number. */
    private int word(int at) throws Unusual {
        return switch (text[at]) {
            case 't' -> put(TRUE, at, JsonToken.word(text, at, "true"));
            case 'f' -> put(FALSE, at, JsonToken.word(text, at, "false"));
            case 'n' -> put(NULL, at, JsonToken.word(text, at, "null"));
            default -> put(NUMBER, at, JsonToken.number(text, at));
        };
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
        if (plain) {
            int to = QuotationMarks.next(marks, from);
            return put(kind, from, to) + 1;
        }
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
                return put(kind, from, at) + 1;
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
                sign = JsonToken.escape(text, at);
                at += text[at] == 'u' ? 5 : 1;
            }
            text[to++] = sign;
        }
        put(kind, from, to);
        return at + 1;
    }

    /** The {@link #mark(int)} of a stretch of a text that at least eight bytes follow. */
    static int mark(byte[] text, int from, int to) {
        int length = to - from;
        long counts = FIRST[Math.min(length, Long.BYTES)];
        long first = ((long) LONG.get(text, from) | SMALL) & counts;
        long last = ((long) LONG.get(text, Math.max(from, to - Long.BYTES)) | SMALL) & counts;
        long mixed = (first * 0x9E3779B97F4A7C15L ^ last * 0xC2B2AE3D27D4EB4FL) + length;
        return (int) (mixed >>> 32);
    }

    /** The {@link #mark(int)} of a word. */
    static int mark(String word) {
        return mark(padded(word), 0, word.length());
    }
}
