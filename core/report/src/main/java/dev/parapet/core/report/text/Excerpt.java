package dev.parapet.core.report.text;

import dev.parapet.core.report.source.Lines;
import dev.parapet.model.Position;
import dev.parapet.model.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Lines of one file with places in them underlined: carets under the place to look at, dashes with a word under what it rests
 * on. Lines in between are left out, of a place of many lines the middle is.
 */
final class Excerpt {
    private static final int LEADING_LINES = 3;
    private static final int BAR = 2;
    private final Lines lines;
    private final Style style;
    private final Paint primary;
    private final int gutter;
    private final TreeMap<Integer, List<Label>> shown = new TreeMap<>();
    private int barStart = Integer.MAX_VALUE;
    private int barEnd = -1;

    /**
     * A place to underline.
     *
     * @param start its first character
     * @param end the place after its last character on the same line
     * @param text what to say of it, may be empty
     */
    private record Label(Position start, Position end, String text, boolean primary) {}

    /**
     * @param primary the colour of the place to look at
     * @param gutter how many cells the line numbers take
     */
    Excerpt(Lines lines, Style style, Paint primary, int gutter) {
        this.lines = lines;
        this.style = style;
        this.primary = primary;
        this.gutter = gutter;
    }

    /** Shows a line for orientation, nothing in it underlined. */
    void show(int line) {
        if (line <= lines.count()) {
            shown.computeIfAbsent(line, number -> new ArrayList<>(2));
        }
    }

    /** Underlines the place to look at. */
    void look(Span span) {
        Position end = trimmed(span);
        if (end.line() == span.start().line()) {
            add(new Label(span.start(), end, "", true));
            return;
        }
        barStart = span.start().line();
        barEnd = end.line();
        for (int line = barStart; line < barStart + LEADING_LINES && line < barEnd; line++) {
            show(line);
        }
        add(new Label(end.column() > 1 ? new Position(end.line(), end.column() - 1) : end, end, "", true));
    }

    /** Underlines what the finding rests on; of several lines the first. */
    void note(Span span, String text) {
        Position end = trimmed(span);
        Position start = span.start();
        add(new Label(
                start,
                end.line() == start.line() ? end : new Position(start.line(), lines.end(start.line())),
                text,
                false));
    }

    /** The end of a span without the blank lines and line ends that a block of YAML takes with it. */
    private Position trimmed(Span span) {
        int line = Math.min(span.end().line(), lines.count());
        int column = span.end().line() == line ? span.end().column() : lines.end(line);
        while (line > span.start().line()
                && (column == 1 || lines.line(line, 1, column).isBlank())) {
            line--;
            column = lines.end(line);
        }
        return new Position(line, column);
    }

    private void add(Label label) {
        show(label.start().line());
        List<Label> labels = shown.get(label.start().line());
        if (labels != null) {
            labels.add(label);
        }
    }

    void write(Appendable out) throws IOException {
        int previous = 0;
        for (var entry : shown.entrySet()) {
            int line = entry.getKey();
            if (previous > 0 && line == previous + 2) {
                source(line - 1, List.of(), out);
            } else if (previous > 0 && line > previous + 1) {
                out.append(Paint.FRAME.on("...", style));
                if (line > barStart && previous < barEnd && previous >= barStart) {
                    pad(gutter, out);
                    out.append(primary.on("|", style));
                }
                out.append('\n');
            }
            source(line, entry.getValue(), out);
            previous = line;
        }
    }

    private void source(int line, List<Label> labels, Appendable out) throws IOException {
        String number = Integer.toString(line);
        StringBuilder head = new StringBuilder();
        head.append(" ".repeat(Math.max(0, gutter - number.length())))
                .append(number)
                .append(" |");
        out.append(Paint.FRAME.on(head.toString(), style)).append(' ');
        boolean bars = barEnd > 0;
        int space = style.width() - gutter - 3 - (bars ? BAR : 0);
        int column = labels.isEmpty() || line == barEnd
                ? 1
                : labels.getFirst().start().column();
        LineView view = LineView.of(lines, line, column, space);
        if (bars) {
            String bar = line == barStart ? "/ " : line > barStart && line <= barEnd ? "| " : "  ";
            out.append(view.text().isEmpty() ? primary.on(bar.stripTrailing(), style) : primary.on(bar, style));
        }
        out.append(view.text()).append('\n');
        for (Label label : labels) {
            if (label.primary() && bars) {
                closing(view, label, out);
            }
        }
        for (Label label : labels) {
            if (!label.primary() || !bars) {
                under(view, label, bars, out);
            }
        }
    }

    private void closing(LineView view, Label label, Appendable out) throws IOException {
        frame(out);
        out.append(primary.on("|" + "_".repeat(view.cell(label.start().column()) + 1) + "^", style));
        out.append('\n');
    }

    private void under(LineView view, Label label, boolean bars, Appendable out) throws IOException {
        frame(out);
        int from = view.cell(label.start().column());
        int to = Math.max(from + 1, view.cell(label.end().column()));
        if (bars) {
            boolean inside = label.start().line() >= barStart && label.start().line() < barEnd;
            out.append(inside ? primary.on("| ", style) : "  ");
        }
        pad(from, out);
        Paint paint = label.primary() ? primary : Paint.EVIDENCE;
        String line = (label.primary() ? "^" : "-").repeat(to - from);
        if (label.text().isEmpty()) {
            out.append(paint.on(line, style)).append('\n');
            return;
        }
        int indent = gutter + 3 + (bars ? BAR : 0) + to + 1;
        if (indent + label.text().length() <= style.width() || indent <= style.width() / 2) {
            List<String> words = Wrap.lines(label.text(), style.width() - indent);
            out.append(paint.on(line + " " + words.getFirst(), style)).append('\n');
            for (int i = 1; i < words.size(); i++) {
                frame(out);
                pad(indent - gutter - 3, out);
                out.append(paint.on(words.get(i), style)).append('\n');
            }
        } else {
            out.append(paint.on(line, style)).append('\n');
            int left = Math.min(from, style.width() / 4);
            for (String words : Wrap.lines(label.text(), style.width() - gutter - 3 - left)) {
                frame(out);
                pad(left, out);
                out.append(paint.on(words, style)).append('\n');
            }
        }
    }

    private void frame(Appendable out) throws IOException {
        pad(gutter, out);
        out.append(Paint.FRAME.on(" |", style)).append(' ');
    }

    private static void pad(int cells, Appendable out) throws IOException {
        for (int i = 0; i < cells; i++) {
            out.append(' ');
        }
    }
}
