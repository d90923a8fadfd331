package dev.parapet.core.need.sdk;

import dev.parapet.model.ShippedFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table {@code dotnet-methods.txt}: what the AWS SDK for .NET calls otherwise than the API does. */
final class DotNetMethods {
    /**
     * What a method calls.
     *
     * @param parameters where its parameters come from when it is given no object of a request
     */
    record Method(String service, String operation, Parameters parameters) {}

    private final Map<String, List<Method>> methods = new HashMap<>();

    /** Reads the table. */
    DotNetMethods() {
        for (String line : read().lines().toList()) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                String[] words = line.split(" ", -1);
                String[] operation = words[2].split(":", -1);
                methods.computeIfAbsent(words[0] + " " + words[1], it -> new ArrayList<>())
                        .add(new Method(operation[0], operation[1], Parameters.parse(words[3])));
            }
        }
    }

    private static String read() {
        return ShippedFile.text(DotNetMethods.class, "dotnet-methods.txt");
    }

    /** What a method calls; of a client, by botocore's name of its service. */
    List<Method> of(String type, String method) {
        return methods.getOrDefault(type + " " + method, List.of());
    }

    /** All that the table names. */
    List<Method> all() {
        return methods.values().stream().flatMap(List::stream).toList();
    }
}
