package dev.parapet.read.cloudformation.sam;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The types of serverless resources, and the class that expands each. */
final class SamTypes {
    private static final Map<String, SamType> BY_NAME =
            List.<SamType>of().stream().collect(Collectors.toMap(SamType::name, Function.identity()));

    private SamTypes() {}

    static Map<String, SamType> byName() {
        return BY_NAME;
    }
}
