package dev.parapet.core.need.sdk;

import dev.parapet.model.ShippedFile;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The methods that boto3 adds to clients and resources by hand: the table {@code boto-methods.txt}. */
final class BotoMethods {
    /** The type of a client. */
    static final String CLIENT = "client";

    /**
     * What a method calls.
     *
     * @param operation the operation; {@code -} for none
     */
    record Method(String operation, Parameters parameters) {}

    private static final Map<String, Method> METHODS = read();

    private BotoMethods() {}

    private static Map<String, Method> read() {
        Map<String, Method> methods = new HashMap<>();
        for (String line :
                ShippedFile.text(BotoMethods.class, "boto-methods.txt").lines().toList()) {
            if (!line.startsWith("#")) {
                String[] words = line.split(" ", -1);
                methods.put(key(words[0], words[1], words[2]), new Method(words[3], Parameters.parse(words[4])));
            }
        }
        return Map.copyOf(methods);
    }

    private static String key(String service, String type, String method) {
        return service + " " + type + " " + method;
    }

    /** What a method of a type calls. */
    static Optional<Method> of(String service, String type, String method) {
        return Optional.ofNullable(METHODS.get(key(service, type, method)));
    }
}
