package dev.parapet.core.need.sdk;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The resources of boto3 of one service (<a
 * href="https://boto3.amazonaws.com/v1/documentation/api/latest/guide/resources.html">guide</a>): what each has, and which operations
 * its methods call.
 */
final class BotoResources {
    /** The type of the service itself. */
    static final String SERVICE = "-";

    private static final Map<String, BotoResources> OF_SERVICES = new ConcurrentHashMap<>();

    /** What kind of method or attribute it is. */
    enum Kind {
        ACTION,
        BATCH,
        HAS,
        MANY,
        WAIT
    }

    /**
     * A method or attribute of a resource.
     *
     * @param operation what it calls; empty where it calls nothing
     * @param parameters what it gives the operation by itself
     * @param type the type of resource that it gives; empty for none
     * @param identifiers the identifiers of that
     */
    record Step(Kind kind, String operation, Parameters parameters, String type, Parameters identifiers) {}

    private final Map<String, Step> steps = new HashMap<>();
    private final Map<String, List<String>> identifiers = new HashMap<>();

    private BotoResources(SdkService service) {
        for (String line : service.resources()) {
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case "resource" ->
                    identifiers.put(words[1], words[2].equals("-") ? List.of() : List.of(words[2].split(",", -1)));
                case "has" -> add(Kind.HAS, words[1], words[2], "", "-", words[3]);
                default ->
                    add(
                            Kind.valueOf(words[0].toUpperCase(Locale.ROOT)),
                            words[1],
                            words[2],
                            words[3],
                            words[4],
                            words[5]);
            }
        }
    }

    private void add(Kind kind, String of, String name, String operation, String parameters, String given) {
        int colon = given.indexOf(':');
        Step step = new Step(
                kind,
                operation,
                Parameters.parse(parameters),
                colon < 0 ? "" : given.substring(0, colon),
                Parameters.parse(colon < 0 ? "-" : given.substring(colon + 1)));
        steps.put(key(kind, of, name), step);
    }

    /** A collection's own methods have the names of those of its elements. */
    private static String key(Kind kind, String of, String name) {
        return (kind == Kind.BATCH ? of + "*" : of) + "." + name;
    }

    /** The resources of a service; one that has none answers nothing. */
    static BotoResources of(SdkService service) {
        return OF_SERVICES.computeIfAbsent(service.name(), it -> new BotoResources(service));
    }

    /** Whether the service has resources. */
    boolean exist() {
        return !steps.isEmpty();
    }

    /** A method or attribute of a resource. */
    Optional<Step> step(String type, String name) {
        return Optional.ofNullable(steps.get(type + "." + name));
    }

    /** A method of a collection of resources. */
    Optional<Step> batch(String type, String name) {
        return Optional.ofNullable(steps.get(key(Kind.BATCH, type, name)));
    }

    /** The type of a name; empty for none. */
    Optional<List<String>> identifiers(String type) {
        return Optional.ofNullable(identifiers.get(type));
    }
}
