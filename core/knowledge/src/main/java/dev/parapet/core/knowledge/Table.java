package dev.parapet.core.knowledge;

import dev.parapet.model.ShippedFile;
import java.util.ArrayList;
import java.util.List;

/** A table of facts, kept as lines of text beside a class: {@code #} starts a comment, blank lines count for nothing. */
public final class Table {
    private Table() {}

    /** The lines of a table of this package, trailing blanks taken off. */
    static List<String> lines(String name) {
        return lines(Table.class, name);
    }

    /** The lines of a table beside a class, trailing blanks taken off. */
    public static List<String> lines(Class<?> beside, String name) {
        String text = ShippedFile.text(beside, name);
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            String line = text.substring(start, end).stripTrailing();
            if (!line.isEmpty() && line.charAt(0) != '#') {
                lines.add(line);
            }
            start = end + 1;
        }
        return lines;
    }

    /** The words of a line, separated by blanks. */
    static String[] words(String line) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < line.length()) {
            while (at < line.length() && line.charAt(at) == ' ') {
                at++;
            }
            int end = line.indexOf(' ', at);
            end = end < 0 ? line.length() : end;
            if (end > at) {
                words.add(line.substring(at, end));
            }
            at = end;
        }
        return words.toArray(new String[0]);
    }
}
