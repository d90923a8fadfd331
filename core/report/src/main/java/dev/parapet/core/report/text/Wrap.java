package dev.parapet.core.report.text;

import dev.parapet.core.report.source.Printable;
import java.util.ArrayList;
import java.util.List;

/** Prose broken into lines. */
final class Wrap {
    private Wrap() {}

    /**
     * The lines of a text that is fit to be shown; a word longer than a line has a line of its own.
     *
     * @param width how many cells a line may take; less than 20 counts as 20
     * @return at least one line
     */
    static List<String> lines(String text, int width) {
        int room = Math.max(20, width);
        List<String> lines = new ArrayList<>(2);
        StringBuilder line = new StringBuilder();
        int used = 0;
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf(' ', at);
            end = end < 0 ? text.length() : end;
            String word = text.substring(at, end);
            int cells = Printable.width(word);
            if (used > 0 && used + 1 + cells > room) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            if (used > 0) {
                line.append(' ');
                used++;
            }
            line.append(word);
            used += cells;
            at = end + 1;
        }
        lines.add(line.toString());
        return lines;
    }
}
