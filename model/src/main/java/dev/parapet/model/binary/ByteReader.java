package dev.parapet.model.binary;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link ByteWriter} wrote. Every method throws {@link MalformedException} where the bytes say what none would have written;
 * what is made of them takes memory in proportion to their number and to the length of the source.
 */
public final class ByteReader {
    private final byte[] bytes;
    private final int end;
    private final String source;
    private final List<String> texts = new ArrayList<>();
    private int next;
    private long placed;

    /**
     * Reads a stretch of bytes.
     *
     * @param source the text that the writer had
     */
    public ByteReader(byte[] bytes, int from, int to, String source) {
        this.bytes = bytes;
        this.next = from;
        this.end = to;
        this.source = source;
    }

    /** Reads all of some bytes, which were written without a source. */
    public ByteReader(byte[] bytes) {
        this(bytes, 0, bytes.length, "");
    }

    /** A number that is not negative. */
    public int number() {
        int number = any();
        if (number < 0) {
            throw new MalformedException("a number is too large");
        }
        return number;
    }

    /** A number below a bound. */
    public int number(int bound) {
        int number = number();
        if (number >= bound) {
            throw new MalformedException("a number is out of its bounds");
        }
        return number;
    }

    /** Any number. */
    public int signed() {
        int folded = any();
        return folded >>> 1 ^ -(folded & 1);
    }

    private int any() {
        int number = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += 7) {
            int part = single();
            number |= (part & 0x7F) << shift;
            if (part <= 0x7F) {
                return number;
            }
        }
        throw new MalformedException("a number does not end");
    }

    private int single() {
        if (next >= end) {
            throw new MalformedException("the bytes end too early");
        }
        return bytes[next++] & 0xFF;
    }

    /** True or false. */
    public boolean flag() {
        return number(2) == 1;
    }

    /** A text. */
    public String text() {
        return text(0);
    }

    /** A text that may stand in the source, at or behind a place. */
    public String text(int from) {
        int kind = number();
        if (kind >= ByteWriter.EARLIER) {
            int earlier = kind - ByteWriter.EARLIER;
            if (earlier >= texts.size()) {
                throw new MalformedException("a text is missing");
            }
            return texts.get(earlier);
        }
        String text = kind == ByteWriter.PLACE ? place(from) : literal();
        texts.add(text);
        return text;
    }

    private String place(int from) {
        long start = (long) from + number();
        long stop = start + number();
        placed += stop - start;
        if (stop > source.length() || placed > ByteWriter.mostPlaced(source)) {
            throw new MalformedException("a text is not in the source");
        }
        return source.substring((int) start, (int) stop);
    }

    private String literal() {
        char[] text = new char[count()];
        for (int i = 0; i < text.length; i++) {
            text[i] = (char) number(Character.MAX_VALUE + 1);
        }
        return new String(text);
    }

    /** How many of something follow, each of which takes a byte or more. */
    private int count() {
        return number(end - next);
    }

    /** Something that may be absent. */
    public <T> @Nullable T optional(Supplier<T> read) {
        return flag() ? read.get() : null;
    }

    /** A list. */
    public <T> List<T> list(Supplier<T> read) {
        int count = count();
        List<T> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            items.add(read.get());
        }
        return items;
    }

    /** A hash. */
    public Digest digest() {
        if (end - next < Digest.SIZE) {
            throw new MalformedException("the bytes end too early");
        }
        next += Digest.SIZE;
        return Digest.at(bytes, next - Digest.SIZE);
    }

    /** Says that nothing must be left. */
    public void end() {
        if (next != end) {
            throw new MalformedException("something is left");
        }
    }
}
