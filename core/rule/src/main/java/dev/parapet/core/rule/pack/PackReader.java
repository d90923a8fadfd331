package dev.parapet.core.rule.pack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link PackWriter} wrote; a text is decoded when it is first asked for. */
public final class PackReader {
    private final byte[] bytes;
    private final int[] starts;
    private final @Nullable String[] texts;
    private int at;

    /** A reader of all that a writer wrote. */
    public PackReader(byte[] bytes) {
        this.bytes = bytes;
        int number = number();
        int[] starts = new int[number + 1];
        for (int i = 0; i < number; i++) {
            starts[i + 1] = starts[i] + number();
        }
        for (int i = 0; i <= number; i++) {
            starts[i] += at;
        }
        this.at = starts[number];
        this.starts = starts;
        this.texts = new @Nullable String[number];
    }

    /** A number. */
    public int number() {
        int number = 0;
        int shift = 0;
        byte next = bytes[at++];
        while (next < 0) {
            number |= (next & 0x7f) << shift;
            shift += 7;
            next = bytes[at++];
        }
        return number | next << shift;
    }

    /** A text. */
    public String text() {
        int index = number();
        String text = texts[index];
        if (text == null) {
            text = new String(bytes, starts[index], starts[index + 1] - starts[index], StandardCharsets.UTF_8).intern();
            texts[index] = text;
        }
        return text;
    }

    /** Several texts. */
    public List<String> texts() {
        int number = number();
        List<String> list = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            list.add(text());
        }
        return list;
    }

    /** Skips a part and gives the place where it starts. */
    public int skipPart() {
        int length = number();
        int start = at;
        at += length;
        return start;
    }

    /** Goes on reading at a place that {@link #skipPart()} gave. */
    public void moveTo(int place) {
        at = place;
    }
}
