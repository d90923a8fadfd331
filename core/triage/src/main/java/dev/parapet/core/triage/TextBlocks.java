package dev.parapet.core.triage;

import java.util.ArrayList;
import java.util.List;

/** The lines of a YAML text and what belongs together in it by indentation. */
final class TextBlocks {
    private final List<String> lines;
    /** For each line the next one that is neither blank nor a comment, or 0; so that a file of comments costs no more. */
    private final int[] next;

    private final int[] previous;

    TextBlocks(String text) {
        List<String> split = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean last = i == text.length();
            char c = last ? '\n' : text.charAt(i);
            if (c == '\n' || c == '\r') {
                split.add(text.substring(start, i));
                if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    i++;
                }
                start = i + 1;
            }
        }
        lines = split;
        next = new int[split.size() + 1];
        previous = new int[split.size() + 1];
        for (int line = 2; line <= split.size(); line++) {
            previous[line] = isBlankOrComment(line - 1) ? previous[line - 1] : line - 1;
        }
        for (int line = split.size() - 1; line > 0; line--) {
            next[line] = isBlankOrComment(line + 1) ? next[line + 1] : line + 1;
        }
    }

    /** How many lines there are. */
    int count() {
        return lines.size();
    }

    /** The first line after {@code line} that is neither blank nor a comment; 0 when there is none. */
    int next(int line) {
        return next[line];
    }

    /** The last line before {@code line} that is neither blank nor a comment; 0 when there is none. */
    int previous(int line) {
        return previous[line];
    }

    /** The last line of what begins on {@code line}: the lines below that are indented further, items of a list below its key. */
    int end(int line) {
        int indent = indent(line);
        boolean item = isItem(line);
        int end = line;
        for (int below = next[line]; below > 0; below = next[below]) {
            int own = indent(below);
            if (own < indent || (own == indent && (item || !isItem(below)))) {
                break;
            }
            end = below;
        }
        return end;
    }

    private boolean isItem(int line) {
        String text = lines.get(line - 1);
        int indent = indent(line);
        return text.startsWith("- ", indent) || text.length() == indent + 1 && text.charAt(indent) == '-';
    }

    private int indent(int line) {
        String text = lines.get(line - 1);
        int at = 0;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private boolean isBlankOrComment(int line) {
        String text = lines.get(line - 1);
        int indent = indent(line);
        return text.isBlank() || text.charAt(indent) == '#';
    }
}
