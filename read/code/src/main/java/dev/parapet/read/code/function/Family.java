package dev.parapet.read.code.function;

import java.util.Locale;
import java.util.Map;

/** What sort of program a function's runtime runs. */
enum Family {
    PYTHON,
    NODE,
    JAVA,
    DOTNET,
    GO,
    RUBY,
    /** A program that talks to Lambda itself: {@code provided.al2023}. */
    CUSTOM,
    /** It is not said: container images, parameters without a default. */
    UNKNOWN;

    /** Beginnings of the identifiers of https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html and of their base images. */
    private static final Map<String, Family> BEGINNINGS = Map.of(
            "python",
            PYTHON,
            "nodejs",
            NODE,
            "node",
            NODE,
            "java",
            JAVA,
            "dotnet",
            DOTNET,
            "go",
            GO,
            "ruby",
            RUBY,
            "provided",
            CUSTOM);

    /** The family of a runtime or of the last part of a base image's name. */
    static Family of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, Family> entry : BEGINNINGS.entrySet()) {
            if (lower.startsWith(entry.getKey())) {
                return entry.getValue();
            }
        }
        return UNKNOWN;
    }
}
