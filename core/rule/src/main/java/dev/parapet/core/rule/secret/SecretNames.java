package dev.parapet.core.rule.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the name that a value stands under says of it: the last words decide, numbers behind them count the secrets. */
final class SecretNames {
    private static final Set<String> PASSWORDS =
            Set.of("password", "passwd", "passphrase", "pwd", "pass", "masterpassword", "dbpassword", "userpassword");

    private static final Set<String> KEYED = Set.of(
            "api key",
            "access key",
            "secret key",
            "private key",
            "signing key",
            "encryption key",
            "auth key",
            "account key",
            "client secret",
            "shared secret",
            "app secret",
            "jwt secret",
            "hmac key",
            "license key",
            "connection string",
            "session secret",
            "cookie secret",
            "webhook secret",
            "master key",
            "storage key",
            "service key");

    private static final Set<String> SINGLE = Set.of(
            "secret",
            "token",
            "credential",
            "credentials",
            "apikey",
            "accesskey",
            "secretkey",
            "privatekey",
            "authtoken");

    /** Properties of the provider's own types that hold a secret and are not told by their last word. */
    private static final Set<String> PROPERTIES = Set.of(
            "ApiKeyValue",
            "AuthToken",
            "AccessToken",
            "HECToken",
            "OAuthToken",
            "OauthToken",
            "RefreshToken",
            "SecretAccessKey",
            "SecretBinary",
            "SecretString",
            "SecretToken",
            "TokenKey");

    /** Last words of what stands beside a secret and is none. */
    private static final Set<String> ABOUT = Set.of(
            "user",
            "username",
            "login",
            "email",
            "id",
            "name",
            "dbname",
            "database",
            "host",
            "hostname",
            "port",
            "engine",
            "url",
            "uri",
            "endpoint",
            "arn",
            "path",
            "region",
            "type",
            "truststore");

    /** What is to be expected under a name. */
    enum Kind {
        /** A password, which may look like any word. */
        PASSWORD,
        /** A key or token, which looks drawn at random; under such a name the name of a secret may stand as well. */
        CREDENTIAL,
        OTHER
    }

    private SecretNames() {}

    static Kind kind(String name) {
        List<String> words = words(name);
        int count = words.size();
        if (count == 0) {
            return Kind.OTHER;
        }
        String last = words.get(count - 1);
        if (PASSWORDS.contains(last)) {
            return Kind.PASSWORD;
        }
        if (SINGLE.contains(last) || isKeyed(words)) {
            return Kind.CREDENTIAL;
        }
        return count > 1 && isNumber(last) ? kind(name.substring(0, name.length() - last.length())) : Kind.OTHER;
    }

    /** Whether a word is one for a secret. */
    static boolean isSecret(String word) {
        return PASSWORDS.contains(word) || SINGLE.contains(word);
    }

    /**
     * Whether what stands under a name is a secret whatever it looks like: a password, a key, or a property of the provider's that is
     * meant for one. A name such as {@code Token} or {@code Secret} alone may be that of the secret's name.
     */
    static boolean isOfSecret(String name) {
        return PROPERTIES.contains(name)
                || kind(name) == Kind.PASSWORD
                || isKeyed(words(name))
                || name.endsWith("s") && isOfSecret(name.substring(0, name.length() - 1));
    }

    /** Whether what stands under a name beside a secret only says whose or where it is. */
    static boolean isAbout(String name) {
        List<String> words = words(name);
        return !words.isEmpty() && ABOUT.contains(words.getLast());
    }

    private static boolean isKeyed(List<String> words) {
        int count = words.size();
        return count > 1 && KEYED.contains(words.get(count - 2) + " " + words.get(count - 1));
    }

    private static boolean isNumber(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!Character.isDigit(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The words of a name in camel case, snake case or kebab case, in lower case. */
    static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int length = Math.min(name.length(), 200);
        for (int i = 0; i < length; i++) {
            char c = name.charAt(i);
            boolean starts = Character.isUpperCase(c)
                    && (i > 0 && Character.isLowerCase(name.charAt(i - 1))
                            || i > 0
                                    && i + 1 < length
                                    && Character.isUpperCase(name.charAt(i - 1))
                                    && Character.isLowerCase(name.charAt(i + 1)));
            boolean digit = Character.isDigit(c) && i > 0 && !Character.isDigit(name.charAt(i - 1));
            if (starts || digit || !Character.isLetterOrDigit(c)) {
                if (!word.isEmpty()) {
                    words.add(word.toString());
                    word.setLength(0);
                }
            }
            if (Character.isLetterOrDigit(c)) {
                word.append(Character.toLowerCase(c));
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }
}
