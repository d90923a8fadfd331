package dev.parapet.core.rule.secret;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the texts of secrets in other texts, as words of their own. A text that may be any word ({@code admin}) is taken for the secret
 * only between quotation marks. The cost is that of one look at each character, however many secrets there are.
 */
final class SecretTable {
    private static final int LEAST_LINE = 8;
    private static final char MASK = '*';

    /** An asterisk outside the basic plane (U+1F7B6). */
    private static final String WIDE_MASK = "\uD83D\uDFB6";

    private static final char ELLIPSIS = '…';

    /** How much of a secret must stand before an ellipsis to be taken for its beginning. */
    private static final int LEAST_START = 4;

    private final Map<Integer, List<String>> byStart = new HashMap<>();
    private final BitSet starts = new BitSet(1 << 16);

    SecretTable(Collection<Secret> secrets) {
        Set<String> texts = new LinkedHashSet<>();
        for (Secret secret : secrets) {
            texts.addAll(lines(secret));
        }
        for (String text : texts) {
            starts.set(start(text, 0));
            byStart.computeIfAbsent(start(text, 0), start -> new ArrayList<>()).add(text);
        }
        byStart.values()
                .forEach(list ->
                        list.sort(Comparator.comparingInt(String::length).reversed()));
    }

    /** What a secret looks like in a document: of several lines each is met alone. */
    static List<String> lines(Secret secret) {
        String text = secret.text();
        if (text.indexOf('\n') < 0) {
            return List.of(text);
        }
        List<String> lines = new ArrayList<>();
        lines.add(text);
        text.lines()
                .map(String::strip)
                .filter(line -> line.length() >= LEAST_LINE)
                .forEach(lines::add);
        return lines;
    }

    boolean isEmpty() {
        return byStart.isEmpty();
    }

    /** A text with an asterisk for each character of a secret. */
    String hide(String text) {
        if (isEmpty()) {
            return text;
        }
        StringBuilder hidden = null;
        for (int i = 0; i < text.length(); ) {
            int end = starts.get(start(text, i)) ? end(text, i) : i;
            if (end == i) {
                i++;
                continue;
            }
            hidden = hidden == null ? new StringBuilder(text) : hidden;
            mask(hidden, i, end);
            i = end;
        }
        return hidden == null ? text : hidden.toString();
    }

    /** Writes asterisks over a stretch; lines stay lines, and a character that takes two units is replaced by one that does. */
    static void mask(StringBuilder text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < to) {
                text.setCharAt(i, WIDE_MASK.charAt(0));
                text.setCharAt(++i, WIDE_MASK.charAt(1));
            } else if (c != '\n' && c != '\r') {
                text.setCharAt(i, MASK);
            }
        }
    }

    /** Where the secret ends that starts at a place; the place itself where none does. */
    private int end(String text, int at) {
        List<String> candidates = byStart.get(start(text, at));
        if (candidates == null) {
            return at;
        }
        for (String secret : candidates) {
            int end = at + common(secret, text, at);
            boolean whole = end - at == secret.length();
            boolean shortened = end - at >= LEAST_START && end < text.length() && text.charAt(end) == ELLIPSIS;
            if ((whole && isWord(text, at, end) || shortened)
                    && (Secrets.isUnmistakable(secret) || isQuoted(text, at, end))) {
                return end;
            }
        }
        return at;
    }

    private static int common(String secret, String text, int at) {
        int length = 0;
        while (length < secret.length() && at + length < text.length()) {
            char c = secret.charAt(length);
            char shown = text.charAt(at + length);
            // Where a text is quoted its control characters are shown as spaces.
            if (c != shown && !(shown == ' ' && Character.isISOControl(c))) {
                break;
            }
            length++;
        }
        return length;
    }

    private static boolean isWord(String text, int start, int end) {
        return !(start > 0 && joins(text.charAt(start - 1), text.charAt(start)))
                && !(end < text.length() && joins(text.charAt(end - 1), text.charAt(end)));
    }

    private static boolean joins(char one, char other) {
        return Character.isLetterOrDigit(one) && Character.isLetterOrDigit(other);
    }

    private static boolean isQuoted(String text, int start, int end) {
        if (start == 0 || end == text.length()) {
            return false;
        }
        char quote = text.charAt(start - 1);
        return (quote == '"' || quote == '\'') && (text.charAt(end) == quote || text.charAt(end) == ELLIPSIS);
    }

    private static int start(String text, int at) {
        int second = at + 1 < text.length() ? text.charAt(at + 1) : 0;
        return (text.charAt(at) * 31 + second) & 0xffff;
    }
}
