package dev.parapet.core.rule.secret;

import java.util.Locale;

/**
 * Tells a credential from other literals: by the shape that its issuer gives it, or by the name it stands under together with a
 * value that may be one. Placeholders, names of secrets and places where secrets are kept are none.
 */
public final class Secrets {
    private static final String[] PLACEHOLDERS = {
        "changeme",
        "change_me",
        "change-me",
        "placeholder",
        "example",
        "dummy",
        "replace",
        "todo",
        "your",
        "xxxx",
        "****",
        "....",
        "fixme",
        "redacted",
        "insert",
        "tbd",
        "sample",
        "fake",
        "<",
        "{{",
        "${",
        "not-set",
        "notset",
        "undefined",
        "unset",
        "override"
    };

    private Secrets() {}

    /** Whether a literal is a credential, by the name it stands under or its shape; the name may be empty. */
    public static boolean looksLikeSecret(String name, String value) {
        String text = value.strip();
        // Few texts are anything like one, so that what rules most of them out comes first.
        return text.length() >= 4
                && text.length() <= 20_000
                && (hasKnownShape(text) || isOfItsName(name, text))
                && !isPlaceholder(text);
    }

    private static boolean isOfItsName(String name, String text) {
        return switch (SecretNames.kind(name)) {
            case PASSWORD -> !isPlace(text) && !isWordAboutItself(text);
            case CREDENTIAL -> !isPlace(text) && isRandom(text);
            case OTHER -> false;
        };
    }

    /** Whether a text under the name of a secret can be one: no place where secrets are kept, no truth value, not nothing. */
    static boolean canBeSecret(String text) {
        return !text.isBlank()
                && !isPlace(text)
                && !text.startsWith("{{")
                && !text.equalsIgnoreCase("true")
                && !text.equalsIgnoreCase("false");
    }

    /** Whether a word can be taken for nothing but a secret wherever it stands. */
    static boolean isUnmistakable(String text) {
        if (text.length() < 4 || SecretNames.isSecret(text)) {
            return false;
        }
        return text.length() >= 8 || !text.chars().allMatch(Character::isLetter);
    }

    /** The secret itself: of a URL its password alone. */
    static String exactly(String value) {
        String text = value.strip();
        if (!hasPasswordInUrl(text)) {
            return text;
        }
        int user = text.indexOf("://") + 3;
        int end = user;
        while (end < text.length() && "/?# ".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(text.indexOf(':', user) + 1, text.lastIndexOf('@', end - 1));
    }

    private static boolean isPlaceholder(String text) {
        String lower =
                text.length() > 200 ? text.substring(0, 200).toLowerCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT);
        switch (lower) {
            case "true",
                    "false",
                    "none",
                    "null",
                    "empty",
                    "default",
                    "test",
                    "string",
                    "enabled",
                    "disabled",
                    "required" -> {
                return true;
            }
            default -> {}
        }
        for (String placeholder : PLACEHOLDERS) {
            if (lower.contains(placeholder)) {
                return true;
            }
        }
        char first = text.charAt(0);
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) != first) {
                return false;
            }
        }
        return true;
    }

    /** Where a secret is kept, rather than the secret: an ARN, a path, a path or expression of a state machine, a URL without a password. */
    private static boolean isPlace(String text) {
        return text.startsWith("arn:")
                || text.startsWith("$.")
                || text.startsWith("$$.")
                || text.startsWith("{%")
                || text.startsWith("/")
                || text.startsWith("./")
                || text.startsWith("alias/")
                || text.contains("://")
                || text.contains(" ") && !text.contains("=")
                || text.endsWith(".json")
                || text.endsWith(".pem")
                || text.endsWith(".amazonaws.com");
    }

    /** A value such as {@code db-password} under a name such as {@code PASSWORD} says which secret is meant. */
    private static boolean isWordAboutItself(String text) {
        boolean separated = text.indexOf('-') > 0 || text.indexOf('_') > 0 || text.indexOf('/') > 0;
        if (!separated) {
            return false;
        }
        for (String word : SecretNames.words(text)) {
            if (SecretNames.isSecret(word) || word.equals("key")) {
                for (int i = 0; i < text.length(); i++) {
                    if (Character.isDigit(text.charAt(i)) || "!@#$%^&*+=".indexOf(text.charAt(i)) >= 0) {
                        return false;
                    }
                }
                return true;
            }
        }
        return false;
    }

    /** Shapes that issuers document for their credentials. */
    private static boolean hasKnownShape(String text) {
        return (text.startsWith("AKIA") || text.startsWith("ASIA")) && text.length() == 20 && isBase32(text, 4)
                || token(text, "ghp_", 36)
                || token(text, "gho_", 36)
                || token(text, "ghs_", 36)
                || token(text, "ghu_", 36)
                || token(text, "github_pat_", 22)
                || token(text, "glpat-", 20)
                || token(text, "npm_", 36)
                || token(text, "xoxb-", 20)
                || token(text, "xoxp-", 20)
                || token(text, "xoxa-", 20)
                || token(text, "sk_live_", 16)
                || token(text, "rk_live_", 16)
                || token(text, "SG.", 40)
                || token(text, "AIza", 35)
                || token(text, "sk-ant-", 20)
                || token(text, "sk-proj-", 20)
                || text.startsWith("-----BEGIN ") && text.contains("PRIVATE KEY")
                || text.startsWith("https://hooks.slack.com/services/T")
                || isWebToken(text)
                || hasPasswordInUrl(text);
    }

    private static boolean token(String text, String prefix, int least) {
        if (!text.startsWith(prefix) || text.length() < prefix.length() + least) {
            return false;
        }
        for (int i = prefix.length(); i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return true;
    }

    private static boolean isBase32(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= 'A' && c <= 'Z' || c >= '2' && c <= '7' || c >= '0' && c <= '9')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWebToken(String text) {
        int dot = text.indexOf('.');
        return text.startsWith("eyJ") && dot > 10 && text.startsWith("eyJ", dot + 1) && text.indexOf('.', dot + 1) > 0;
    }

    /** {@code scheme://user:password@host} (RFC 3986, section 3.2.1). */
    static boolean hasPasswordInUrl(String text) {
        int scheme = text.indexOf("://");
        if (scheme <= 0 || scheme > 20) {
            return false;
        }
        int end = scheme + 3;
        while (end < text.length() && "/?# ".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        int at = text.lastIndexOf('@', end - 1);
        int colon = text.indexOf(':', scheme + 3);
        return at > 0 && colon > 0 && colon < at - 1 && colon + 1 < at;
    }

    /** Whether a text may be drawn at random: long enough, of several kinds of characters, without much repetition. */
    private static boolean isRandom(String text) {
        if (text.length() < 8) {
            return false;
        }
        int[] counts = new int[128];
        int letters = 0;
        int digits = 0;
        int others = 0;
        int separators = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 128) {
                counts[c]++;
            }
            if (Character.isLetter(c)) {
                letters++;
            } else if (Character.isDigit(c)) {
                digits++;
            } else if (c == '-' || c == '_' || c == '.' || c == ':' || c == '/') {
                separators++;
            } else {
                others++;
            }
        }
        double entropy = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = (double) count / text.length();
                entropy -= share * Math.log(share);
            }
        }
        entropy /= Math.log(2);
        boolean words = digits == 0 && others == 0 && (separators > 0 || text.length() < 20);
        return !words
                && letters + digits > text.length() / 2
                && entropy >= 2.8
                && !isVersionLike(text, digits, letters);
    }

    /** A date, a version, a number with a unit: digits that count something. */
    private static boolean isVersionLike(String text, int digits, int letters) {
        return letters <= 2 && digits < 12 && text.length() < 16;
    }
}
