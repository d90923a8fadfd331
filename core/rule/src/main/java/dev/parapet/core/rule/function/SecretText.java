package dev.parapet.core.rule.function;

/**
 * Finds credentials in longer texts, such as scripts and code: words of a known shape, and values that stand behind a name and {@code
 * =} or {@code :}. One pass; no backtracking.
 */
final class SecretText {
    private static final int MAX_LENGTH = 400_000;
    private static final int MAX_WORD = 4_000;

    private SecretText() {}

    static boolean holdsSecret(String text) {
        int end = Math.min(text.length(), MAX_LENGTH);
        int start = 0;
        for (int i = 0; i <= end; i++) {
            if (i < end && isWordPart(text.charAt(i))) {
                continue;
            }
            if (i - start >= 16 && i - start <= MAX_WORD && Secrets.looksLikeSecret("", text.substring(start, i))) {
                return true;
            }
            start = i + 1;
            if (i < end && (text.charAt(i) == '=' || text.charAt(i) == ':') && isSecretBehind(text, i, end)) {
                return true;
            }
        }
        int key = text.indexOf("-----BEGIN ");
        int close = key < 0 ? -1 : text.indexOf("-----", key + 11);
        return close > 0 && text.substring(key, close).contains("PRIVATE KEY");
    }

    private static boolean isWordPart(char c) {
        return c > ' ' && "\"'`,;()[]{}<>=".indexOf(c) < 0;
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }

    /** Whether a name stands before a separator and its secret behind it. */
    private static boolean isSecretBehind(String text, int separator, int end) {
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
            return false;
        }
        String name = text.substring(nameStart, nameEnd);
        char quote = text.charAt(valueStart);
        if (quote == '"' || quote == '\'') {
            int close = text.indexOf(quote, valueStart + 1);
            return close > 0
                    && close - valueStart < MAX_WORD
                    && !isReference(text.charAt(valueStart + 1))
                    && Secrets.looksLikeSecret(name, text.substring(valueStart + 1, close));
        }
        // Without quotes only as a shell assigns: NAME=value.
        if (valueStart != separator + 1
                || text.charAt(separator) != '='
                || nameEnd != separator
                || isReference(quote)) {
            return false;
        }
        int valueEnd = valueStart;
        boolean mixed = false;
        while (valueEnd < end && valueEnd - valueStart < MAX_WORD && isWordPart(text.charAt(valueEnd))) {
            mixed |= Character.isDigit(text.charAt(valueEnd));
            valueEnd++;
        }
        boolean isCall = valueEnd < end && "([".indexOf(text.charAt(valueEnd)) >= 0;
        return mixed && !isCall && Secrets.looksLikeSecret(name, text.substring(valueStart, valueEnd));
    }

    private static boolean isReference(char first) {
        return first == '$' || first == '%' || first == '\n';
    }
}
