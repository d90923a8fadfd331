package dev.parapet.model.binary;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes numbers, texts and lists as bytes that {@link ByteReader} reads. Small numbers take one byte. A text that was written before is
 * its number; one that stands in the source is its place there, so that the bytes do not repeat what the source says.
 */
public final class ByteWriter {
    /** What a text begins with: {@link #LITERAL}, {@link #PLACE}, or this and the number of an earlier one. */
    static final int EARLIER = 2;

    static final int LITERAL = 0;
    static final int PLACE = 1;

    private final String source;
    private final Map<String, Integer> texts = new HashMap<>();
    private byte[] bytes = new byte[1024];
    private int length;
    private long placed;

    /** @param source a text that the reader has too; may be empty */
    public ByteWriter(String source) {
        this.source = source;
    }

    /** How many characters of the source texts may be in all, so that few bytes do not become much text. */
    static long mostPlaced(String source) {
        return 4L * source.length();
    }

    /** A number that is not negative. */
    public void number(int number) {
        any(number);
    }

    /** Any number; small ones of either sign take few bytes. */
    public void signed(int number) {
        any(number << 1 ^ number >> 31);
    }

    /** Seven bits a byte, the lowest first; the eighth says that there are more. */
    private void any(int number) {
        int rest = number;
        while ((rest & ~0x7F) != 0) {
            add(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        add(rest);
    }

    /** True or false. */
    public void flag(boolean flag) {
        add(flag ? 1 : 0);
    }

    /** A text. */
    public void text(String text) {
        text(text, 0, 0);
    }

    /** A text that may stand in the source between two places. */
    public void text(String text, int from, int to) {
        Integer earlier = texts.putIfAbsent(text, texts.size());
        if (earlier != null) {
            number(EARLIER + earlier);
            return;
        }
        int place = from < to && !text.isEmpty() ? source.indexOf(text, from, to) : -1;
        if (place >= 0 && placed + text.length() <= mostPlaced(source)) {
            placed += text.length();
            number(PLACE);
            number(place - from);
            number(text.length());
            return;
        }
        number(LITERAL);
        number(text.length());
        for (int i = 0; i < text.length(); i++) {
            number(text.charAt(i));
        }
    }

    /** Something that may be absent. */
    public <T> void optional(@Nullable T value, Consumer<T> write) {
        flag(value != null);
        if (value != null) {
            write.accept(value);
        }
    }

    /** A list; each item takes a byte or more. */
    public <T> void list(List<T> items, Consumer<T> write) {
        number(items.size());
        for (T item : items) {
            write.accept(item);
        }
    }

    /** A hash. */
    public void digest(Digest digest) {
        for (byte each : digest.bytes()) {
            add(each);
        }
    }

    private void add(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = (byte) value;
    }

    /** All that was written. */
    public byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }
}
