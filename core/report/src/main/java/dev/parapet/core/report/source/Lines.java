package dev.parapet.core.report.source;

import dev.parapet.model.SourceFile;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The lines of a text. A line ends at LF, CR LF or CR, as in YAML 1.2 section 5.4. */
public final class Lines {
    private static final int STRIDE = 1024;
    private final String text;
    private int[] starts = new int[64];
    private int count;
    /** For each long line, the offset of every {@link #STRIDE}th code point: places far to the right are then found at once. */
    private final Map<Integer, int[]> marks = new HashMap<>(2);

    public Lines(SourceFile file) {
        text = file.text();
        add(0);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
                add(i + 1);
            }
        }
    }

    private void add(int start) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
        }
        starts[count++] = start;
    }

    /** How many lines there are; at least one. */
    public int count() {
        return count;
    }

    private int from(int line) {
        return line > count ? text.length() : starts[line - 1];
    }

    private int to(int line) {
        if (line >= count) {
            return text.length();
        }
        int end = starts[line] - 1;
        return end > starts[line - 1] && text.charAt(end) == '\n' && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /** The length of a line in UTF-16 units, without its end. */
    public int length(int line) {
        return to(line) - from(line);
    }

    /** The text of a line, counted from 1, without its end; empty beyond the last. */
    public String line(int line) {
        return text.substring(from(line), to(line));
    }

    /**
     * The text of a line between two columns.
     *
     * @param start the first column, counted from 1 in code points
     * @param end the column after the last
     */
    public String line(int line, int start, int end) {
        int from = offset(line, start);
        return text.substring(from, Math.max(from, offset(line, end)));
    }

    /** The column after the last character of a line. */
    public int end(int line) {
        return text.codePointCount(from(line), to(line)) + 1;
    }

    private int offset(int line, int column) {
        int from = from(line);
        int to = to(line);
        int left = column - 1;
        if (to - from > 4 * STRIDE) {
            int[] offsets = marks.get(line);
            if (offsets == null) {
                offsets = mark(from, to);
                marks.put(line, offsets);
            }
            int mark = Math.min(left / STRIDE, offsets.length - 1);
            from = offsets[mark];
            left -= mark * STRIDE;
        }
        while (left > 0 && from < to) {
            from += Character.charCount(text.codePointAt(from));
            left--;
        }
        return Math.min(from, to);
    }

    private int[] mark(int from, int to) {
        int[] offsets = new int[(to - from) / STRIDE + 1];
        int size = 0;
        int at = from;
        int column = 0;
        while (at < to) {
            if (column % STRIDE == 0) {
                offsets[size++] = at;
            }
            at += Character.charCount(text.codePointAt(at));
            column++;
        }
        return Arrays.copyOf(offsets, size);
    }
}
