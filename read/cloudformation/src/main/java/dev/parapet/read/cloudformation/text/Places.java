package dev.parapet.read.cloudformation.text;

import dev.parapet.model.Position;
import dev.parapet.model.Span;
import java.util.Arrays;

/**
 * Lines and columns of the offsets in one text. A line ends at LF, CR LF or CR (YAML 1.2 section 5.4); a column counts code
 * points. Each question costs a binary search, however long the lines are.
 */
final class Places {
    private final String path;
    private final int length;
    private int[] lines = new int[64];
    private int lineCount;
    /** The offsets of all code points that take two UTF-16 units. */
    private int[] pairs = {};

    private int pairCount;

    Places(String path, String text) {
        this.path = path;
        this.length = text.length();
        line(0);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && (i + 1 == length || text.charAt(i + 1) != '\n'))) {
                line(i + 1);
            } else if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
                pair(i);
            }
        }
    }

    private void line(int start) {
        if (lineCount == lines.length) {
            lines = Arrays.copyOf(lines, 2 * lineCount);
        }
        lines[lineCount++] = start;
    }

    private void pair(int offset) {
        if (pairCount == pairs.length) {
            pairs = Arrays.copyOf(pairs, Math.max(16, 2 * pairCount));
        }
        pairs[pairCount++] = offset;
    }

    /** The place of an offset in UTF-16 units. */
    Position position(int offset) {
        int within = Math.clamp(offset, 0, length);
        int line = upTo(lines, lineCount, within);
        int start = lines[line - 1];
        int column = within - start + 1;
        if (pairCount > 0) {
            column -= before(within) - before(start);
        }
        return new Position(line, column);
    }

    Span span(int start, int end) {
        return new Span(path, position(start), position(Math.max(start, end)));
    }

    int line(long offset) {
        return position((int) offset).line();
    }

    /** The offset in UTF-16 units of an index in code points. */
    int offset(int codePoints) {
        int low = 0;
        int high = pairCount;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pairs[middle] - middle < codePoints) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return Math.min(length, codePoints + low);
    }

    private int before(int offset) {
        return pairCount == 0 ? 0 : upTo(pairs, pairCount, offset - 1);
    }

    /** How many of the first {@code count} numbers, which rise, are not greater than {@code limit}. */
    private static int upTo(int[] numbers, int count, int limit) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (numbers[middle] <= limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
