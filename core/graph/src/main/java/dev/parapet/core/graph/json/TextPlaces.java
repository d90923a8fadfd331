package dev.parapet.core.graph.json;

import dev.parapet.model.Position;
import dev.parapet.model.Span;

/**
 * Where in a file the characters of a text stand. Only the lines can be told, and only where the text has as many lines as its
 * span: a block of YAML. Otherwise each character stands where the whole text does.
 */
final class TextPlaces {
    private final String text;
    private final Span span;
    private final int firstLine;
    private int line;
    private int seen;

    TextPlaces(String text, Span span) {
        this.text = text;
        this.span = span;
        int breaks = 0;
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) == '\n') {
                breaks++;
            }
        }
        // a block starts on the line after its | and ends within its last line or at the start of the one after
        int lines = span.end().line() - span.start().line();
        boolean lastIsEmpty = span.end().column() == 1;
        if (breaks > 0 && (lines == breaks + 1 || (lastIsEmpty && lines == breaks + 2))) {
            firstLine = span.start().line() + 1;
        } else if (breaks > 0 && lines == breaks) {
            firstLine = span.start().line();
        } else {
            firstLine = 0;
        }
    }

    /** The span of what stands between two characters; to be asked in the order of the first. */
    Span between(int from, int to) {
        if (firstLine == 0) {
            return span;
        }
        int start = lineOf(from);
        int end = start;
        for (int i = from; i < to && i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                end++;
            }
        }
        Position startsAt = new Position(firstLine + start, 1);
        Position endsAt = new Position(firstLine + end + 1, 1);
        return new Span(
                span.path(),
                startsAt.compareTo(span.start()) < 0 ? span.start() : startsAt,
                endsAt.compareTo(span.end()) > 0 ? span.end() : endsAt);
    }

    private int lineOf(int at) {
        if (at < seen) {
            seen = 0;
            line = 0;
        }
        for (; seen < at && seen < text.length(); seen++) {
            if (text.charAt(seen) == '\n') {
                line++;
            }
        }
        return line;
    }
}
