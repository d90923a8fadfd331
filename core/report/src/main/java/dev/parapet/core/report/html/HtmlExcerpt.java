package dev.parapet.core.report.html;

import dev.parapet.core.report.source.Lines;
import dev.parapet.model.Finding;
import dev.parapet.model.Position;
import dev.parapet.model.Span;
import java.io.IOException;

/** The lines around a place, the place marked. */
final class HtmlExcerpt {
    private static final int CONTEXT = 2;
    private static final int MOST_LINES = 9;
    private static final int MOST_COLUMNS = 240;

    private HtmlExcerpt() {}

    static void write(Lines lines, Finding finding, Appendable out) throws IOException {
        Span span = finding.location();
        int first = Math.max(1, span.start().line() - CONTEXT);
        Position end = span.end();
        int lastMarked = end.line() > span.start().line() && end.column() == 1 ? end.line() - 1 : end.line();
        int last = Math.min(Math.min(lastMarked + CONTEXT, lines.count()), first + MOST_LINES - 1);
        Span head = finding.resource().head();
        out.append("<pre class=\"excerpt\"><code>");
        if (head.path().equals(span.path()) && head.start().line() < first) {
            line(lines, head.start().line(), span, false, out);
            if (head.start().line() < first - 1) {
                out.append("<span class=\"gap\">\u22ef</span>\n");
            }
        }
        for (int line = first; line <= last; line++) {
            line(lines, line, span, line >= span.start().line() && line <= lastMarked, out);
        }
        if (last < lastMarked && last < lines.count()) {
            out.append("<span class=\"gap\">\u22ef</span>\n");
        }
        out.append("</code></pre>");
    }

    private static void line(Lines lines, int line, Span span, boolean marked, Appendable out) throws IOException {
        out.append("<span class=\"n").append(marked ? " at" : "").append("\">");
        out.append(Integer.toString(line)).append("</span>");
        int from = marked && line == span.start().line() ? span.start().column() : 1;
        int left = from > MOST_COLUMNS / 2 ? from - MOST_COLUMNS / 4 : 1;
        int right = left + MOST_COLUMNS;
        out.append(left > 1 ? "\u2026" : "");
        if (marked) {
            int to = line == span.end().line() ? Math.max(span.end().column(), from + 1) : right;
            String text = lines.line(line, from, Math.min(to, right));
            int indent = line == span.start().line()
                    ? 0
                    : text.length() - text.stripLeading().length();
            out.append(Html.of(lines.line(line, left, from))).append(Html.of(text.substring(0, indent)));
            if (indent < text.length()) {
                out.append("<mark>")
                        .append(Html.of(text.substring(indent).stripTrailing()))
                        .append("</mark>");
            }
            out.append(Html.of(to < right ? lines.line(line, to, right) : ""));
        } else {
            out.append(Html.of(lines.line(line, left, right)));
        }
        out.append(lines.line(line, right, right + 1).isEmpty() ? "\n" : "\u2026\n");
    }
}
