package dev.parapet.cli.iam;

import dev.parapet.core.report.source.Printable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A table in plain text: columns as wide as their widest cell, what a cell shares with the one above it left out. */
final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();
    private final int grouped;

    /**
     * A table.
     *
     * @param grouped how many columns, from the left, are not said again where they are as in the row above
     */
    TextTable(int grouped, String... headers) {
        this.grouped = grouped;
        rows.add(List.of(headers));
    }

    void add(String... cells) {
        rows.add(List.of(cells));
    }

    void write(Appendable out) throws IOException {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], Printable.width(row.get(i)));
            }
        }
        List<String> above = List.of();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            boolean same = !above.isEmpty();
            for (int i = 0; i < columns; i++) {
                same = same && i < grouped && row.get(i).equals(above.get(i));
                String cell = same ? "" : row.get(i);
                line.append(cell).append(" ".repeat(widths[i] + 2 - Printable.width(cell)));
            }
            out.append(line.toString().stripTrailing()).append('\n');
            above = row;
        }
    }
}
