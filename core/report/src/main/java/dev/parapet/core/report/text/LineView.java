package dev.parapet.core.report.text;

import dev.parapet.core.report.source.Lines;
import dev.parapet.core.report.source.Printable;
import java.util.Arrays;

/**
 * One line as a terminal shows it: tabs are widened to the next multiple of four, hostile characters are written out, and of a
 * line too long for the terminal the part around a column is taken.
 */
final class LineView {
    private static final int TAB = 4;
    private static final String CUT = "...";
    private final String text;
    /** The column of the first character that is shown. */
    private final int first;
    /** For each character that is shown the cell where it starts; last the cell after the last. */
    private final int[] cells;

    private LineView(String text, int first, int[] cells) {
        this.text = text;
        this.first = first;
        this.cells = cells;
    }

    /**
     * A part of a line that holds a column.
     *
     * @param space how many cells there are
     */
    static LineView of(Lines lines, int line, int column, int space) {
        boolean whole = lines.length(line) <= space || column <= space * 3 / 4;
        int first = whole ? 1 : column - space / 4;
        String raw = lines.line(line, first, first + space + 1);
        StringBuilder out = new StringBuilder(first > 1 ? CUT : "");
        int[] cells = new int[raw.length() + 1];
        int[] lengths = new int[raw.length() + 1];
        int cell = out.length();
        int count = 0;
        for (int at = 0; at < raw.length(); count++) {
            int c = raw.codePointAt(at);
            at += Character.charCount(c);
            cells[count] = cell;
            int length = out.length();
            lengths[count] = length;
            if (c == '\t') {
                out.repeat(' ', TAB - cell % TAB);
            } else {
                Printable.append(c, out);
            }
            cell += Printable.width(out.substring(length));
        }
        cells[count] = cell;
        if (cell > space) {
            while (count > 0 && cells[count] > space - CUT.length()) {
                count--;
            }
            out.setLength(lengths[count]);
            out.append(CUT);
        }
        return new LineView(out.toString().stripTrailing(), first, Arrays.copyOf(cells, count + 1));
    }

    /** What the terminal shows. */
    String text() {
        return text;
    }

    /** The cell, counted from 0, where a column starts; for a column out of sight the nearest cell in sight. */
    int cell(int column) {
        return cells[Math.clamp(column - first, 0, cells.length - 1)];
    }
}
