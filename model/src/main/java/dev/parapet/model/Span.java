package dev.parapet.model;

/**
 * A stretch of the text of one file.
 *
 * @param path the file, relative to the scanned root, with {@code /} between its parts
 * @param start the first character
 * @param end the place after the last character
 */
public record Span(String path, Position start, Position end) {
    public Span {
        if (end.compareTo(start) < 0) {
            throw new IllegalArgumentException("a span ends before it starts: " + path + " " + start + "-" + end);
        }
    }

    /** The span of {@code path} from one line and column to another. */
    public static Span of(String path, int startLine, int startColumn, int endLine, int endColumn) {
        return new Span(path, new Position(startLine, startColumn), new Position(endLine, endColumn));
    }

    /** Whether {@code other} lies in the same file, within this span. */
    public boolean contains(Span other) {
        return path.equals(other.path) && start.compareTo(other.start) <= 0 && other.end.compareTo(end) <= 0;
    }

    @Override
    public String toString() {
        return path + ":" + start;
    }
}
