package dev.parapet.cli;

import dev.parapet.model.ShippedFile;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The version of this build. */
public final class Version {
    private Version() {}

    /** The version, such as {@code 1.2.0}. */
    public static String text() {
        return ShippedFile.text(Version.class, "version.txt").strip();
    }

    /** What tells this build from all others; empty where it runs from class files that nobody packed. */
    public static Optional<String> build() {
        return ShippedFile.find(Version.class, "build.txt")
                .map(text -> new String(text, StandardCharsets.UTF_8).strip());
    }
}
