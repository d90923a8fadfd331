package dev.parapet.core.rule.secret;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds credentials in longer texts, such as scripts and code: words of a known shape, and values that stand behind a name and {@code
 * =} or {@code :}. One pass; no backtracking.
 */
public final class SecretText {
    private static final int MAX_LENGTH = 400_000;
    private static final int MAX_WORD = 4_000;
    private static final int LEAST_WORD = 16;
    private static final int MOST = 200;
    private static final String KEY = "-----BEGIN ";

    private SecretText() {}

    /** Whether a credential stands somewhere in a text. */
    public static boolean holdsSecret(String text) {
        return !find(text, 1).isEmpty();
    }

    /** The credentials in a text, at most the first few hundred. */
    static List<String> in(String text) {
        return find(text, MOST);
    }

    private static List<String> find(String text, int most) {
        List<String> found = new ArrayList<>(0);
        int end = Math.min(text.length(), MAX_LENGTH);
        int start = 0;
        for (int i = 0; i <= end && found.size() < most; i++) {
            if (i < end && isWordPart(text.charAt(i))) {
                continue;
            }
            if (i - start >= LEAST_WORD && i - start <= MAX_WORD) {
                String word = text.substring(start, i);
                if (Secrets.looksLikeSecret("", word)) {
                    found.add(word);
                }
            }
            start = i + 1;
            if (i < end && (text.charAt(i) == '=' || text.charAt(i) == ':')) {
                String behind = secretBehind(text, i, end);
                if (behind != null) {
                    found.add(behind);
                }
            }
        }
        if (found.size() < most) {
            addKeys(text, found);
        }
        return found;
    }

    /** Private keys in PEM (RFC 7468), of which the end may be missing. */
    private static void addKeys(String text, List<String> found) {
        int key = text.indexOf(KEY);
        while (key >= 0) {
            int close = text.indexOf("-----", key + KEY.length());
            if (close < 0) {
                return;
            }
            int next = text.indexOf(KEY, close);
            if (text.substring(key, close).contains("PRIVATE KEY")) {
                int last = text.indexOf("-----END ", close);
                int after = last < 0 || next >= 0 && next < last ? -1 : text.indexOf("-----", last + 9);
                found.add(text.substring(key, after < 0 ? next < 0 ? text.length() : next : after + 5));
            }
            key = next;
        }
    }

    private static boolean isWordPart(char c) {
        return c > ' ' && "\"'`,;()[]{}<>=".indexOf(c) < 0;
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }

    /** The secret behind a separator that its name stands before; null where that is none. */
    private static @Nullable String secretBehind(String text, int separator, int end) {
        int nameEnd = separator;
        while (nameEnd > 0 && " \"'".indexOf(text.charAt(nameEnd - 1)) >= 0) {
            nameEnd--;
        }
        int nameStart = nameEnd;
        while (nameStart > 0 && nameEnd - nameStart < 100 && isNamePart(text.charAt(nameStart - 1))) {
            nameStart--;
        }
        int valueStart = separator + 1;
        while (valueStart < end && text.charAt(valueStart) == ' ') {
            valueStart++;
        }
        if (nameStart == nameEnd || valueStart >= end) {
            return null;
        }
        String name = text.substring(nameStart, nameEnd);
        char quote = text.charAt(valueStart);
        if (quote == '"' || quote == '\'') {
            int close = text.indexOf(quote, valueStart + 1);
            if (close <= 0 || close - valueStart >= MAX_WORD || isReference(text.charAt(valueStart + 1))) {
                return null;
            }
            String value = text.substring(valueStart + 1, close);
            return Secrets.looksLikeSecret(name, value) ? value : null;
        }
        // Without quotes only as a shell assigns: NAME=value.
        if (valueStart != separator + 1
                || text.charAt(separator) != '='
                || nameEnd != separator
                || isReference(quote)) {
            return null;
        }
        int valueEnd = valueStart;
        boolean mixed = false;
        while (valueEnd < end && valueEnd - valueStart < MAX_WORD && isWordPart(text.charAt(valueEnd))) {
            mixed |= Character.isDigit(text.charAt(valueEnd));
            valueEnd++;
        }
        boolean isCall = valueEnd < end && "([".indexOf(text.charAt(valueEnd)) >= 0;
        String value = text.substring(valueStart, valueEnd);
        return mixed && !isCall && Secrets.looksLikeSecret(name, value) ? value : null;
    }

    private static boolean isReference(char first) {
        return first == '$' || first == '%' || first == '\n';
    }
}
