package dev.parapet.core.report.html;

import java.io.IOException;

/** The little Markdown that rules are written in: paragraphs, lists, {@code code} and fences. Whatever else stays text. */
final class Prose {
    private Prose() {}

    static void write(String markdown, Appendable out) throws IOException {
        String open = "";
        boolean fence = false;
        for (String line : markdown.strip().split("\n", -1)) {
            String text = line.strip();
            if (text.startsWith("```")) {
                open = close(open, out);
                out.append(fence ? "</code></pre>" : "<pre><code>");
                fence = !fence;
            } else if (fence) {
                out.append(Html.of(line)).append('\n');
            } else if (text.isEmpty()) {
                open = close(open, out);
            } else if (text.startsWith("- ") || text.startsWith("* ")) {
                if (!open.equals("ul")) {
                    close(open, out);
                    out.append("<ul>");
                    open = "ul";
                }
                out.append("<li>");
                inline(text.substring(2), out);
                out.append("</li>");
            } else {
                if (open.isEmpty()) {
                    out.append("<p>");
                    open = "p";
                } else {
                    out.append(' ');
                }
                inline(text, out);
            }
        }
        close(open, out);
        if (fence) {
            out.append("</code></pre>");
        }
    }

    private static String close(String open, Appendable out) throws IOException {
        if (!open.isEmpty()) {
            out.append("</").append(open).append('>');
        }
        return "";
    }

    /** One line, its {@code `code`} set as such. */
    static void inline(String text, Appendable out) throws IOException {
        int at = 0;
        while (true) {
            int start = text.indexOf('`', at);
            int end = start < 0 ? -1 : text.indexOf('`', start + 1);
            if (end < 0) {
                out.append(Html.of(text.substring(at)));
                return;
            }
            out.append(Html.of(text.substring(at, start))).append("<code>");
            out.append(Html.of(text.substring(start + 1, end))).append("</code>");
            at = end + 1;
        }
    }
}
