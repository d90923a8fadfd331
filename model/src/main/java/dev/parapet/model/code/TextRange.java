package dev.parapet.model.code;

/**
 * A stretch of the text of a code file, in {@code char}s from its beginning; {@link CodeFile#span} says on which lines that is.
 *
 * @param start the first character
 * @param end the place after the last character
 */
public record TextRange(int start, int end) {
    public TextRange {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("a range ends before it starts: " + start + "-" + end);
        }
    }
}
