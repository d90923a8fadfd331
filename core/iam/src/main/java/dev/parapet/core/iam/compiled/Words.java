package dev.parapet.core.iam.compiled;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Words that mean something, looked up where they stand in a line. */
final class Words<T> {
    private final int mask;
    private final byte[] @Nullable [] words;
    private final @Nullable Object[] meanings;
    private final boolean ignoreCase;

    /** Room for at most so many words. */
    Words(int most, boolean ignoreCase) {
        int slots = Integer.highestOneBit(most * 4);
        mask = slots - 1;
        words = new byte[slots][];
        meanings = new Object[slots];
        this.ignoreCase = ignoreCase;
    }

    /** Words of one spelling. */
    static <T> Words<T> of(T[] meanings, Function<T, String> word) {
        Words<T> words = new Words<>(meanings.length, false);
        for (T meaning : meanings) {
            words.put(word.apply(meaning), meaning);
        }
        return words;
    }

    void put(String word, T meaning) {
        int slot = JsonLine.mark(word) & mask;
        while (words[slot] != null) {
            slot = slot + 1 & mask;
        }
        words[slot] = JsonLine.padded(word);
        meanings[slot] = meaning;
    }

    /** What a name of an object means; null when it means nothing. */
    @SuppressWarnings("unchecked")
    @Nullable
    T of(JsonLine line, int name) {
        int slot = line.mark(name) & mask;
        for (byte[] word = words[slot]; word != null; word = words[slot]) {
            boolean same = ignoreCase
                    ? Ascii.isSameIgnoringCase(
                            word, 0, word.length - Long.BYTES, line.text(), line.from(name), line.to(name))
                    : line.is(name, word);
            if (same) {
                return (T) meanings[slot];
            }
            slot = slot + 1 & mask;
        }
        return null;
    }
}
