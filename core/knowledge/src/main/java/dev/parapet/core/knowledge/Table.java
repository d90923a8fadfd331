package dev.parapet.core.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A table of facts, kept as lines of text beside a class: {@code #} starts a comment, blank lines count for nothing. */
public final class Table {
    private Table() {}

    /** The lines of a table of this package, trailing blanks taken off; none when there is no such table. */
    static List<String> lines(String name) {
        return lines(Table.class, name);
    }

    /** The lines of a table beside a class, trailing blanks taken off; none when there is no such table. */
    public static List<String> lines(Class<?> beside, String name) {
        String text;
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                return List.of();
            }
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the table " + name + " cannot be read", e);
        }
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
