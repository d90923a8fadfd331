package dev.parapet.core.report;

/** The first sentence of a Markdown text, for where there is room for one. */
public final class FirstSentence {
    private FirstSentence() {}

    /**
     * The first sentence of the first paragraph, on one line. A sentence ends with a full stop, question or exclamation mark
     * outside of {@code `code`} that white space and no small letter follow.
     */
    public static String of(String markdown) {
        StringBuilder sentence = new StringBuilder();
        boolean code = false;
        String text = markdown.strip();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                if (i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    break;
                }
                c = ' ';
            } else if (c == '`') {
                code = !code;
            }
            if (c != ' ' || sentence.isEmpty() || sentence.charAt(sentence.length() - 1) != ' ') {
                sentence.append(c);
            }
            if (!code && (c == '.' || c == '!' || c == '?') && !isAbbreviation(text, i) && ends(text, i + 1)) {
                break;
            }
        }
        return withoutLinks(sentence.toString().strip());
    }

    /** A sentence with its full stop, whether it had one or not. */
    public static String ended(String sentence) {
        String text = withoutLinks(sentence.strip());
        boolean ends = text.endsWith(".") || text.endsWith("!") || text.endsWith("?");
        return ends || text.isEmpty() ? text : text + ".";
    }

    /** The text of each link in place of it: where there are no links, an address between the words only disturbs. */
    private static String withoutLinks(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        int at = 0;
        for (int middle = text.indexOf("]("); middle >= 0; middle = text.indexOf("](", at)) {
            int open = text.lastIndexOf('[', middle);
            int close = text.indexOf(')', middle);
            if (open < at || close < 0) {
                break;
            }
            plain.append(text, at, open).append(text, open + 1, middle);
            at = close + 1;
        }
        return plain.append(text, at, text.length()).toString();
    }

    /** Whether the full stop is that of {@code e.g.} or {@code i.e.}. */
    private static boolean isAbbreviation(String text, int at) {
        return at >= 2 && text.charAt(at - 2) == '.';
    }

    private static boolean ends(String text, int after) {
        int next = after;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next == text.length() || (next > after && !Character.isLowerCase(text.charAt(next)));
    }
}
