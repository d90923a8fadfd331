package dev.parapet.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The version of this build. */
public final class Version {
    private Version() {}

    /** The version, such as {@code 1.2.0}. */
    public static String text() {
        return read("version.txt")
                .orElseThrow(() ->
                        new IllegalStateException("the version is missing from this build of Parapet; build it again"));
    }

    /** What tells this build from all others; empty where it runs from class files that nobody packed. */
    public static Optional<String> build() {
        return read("build.txt");
    }

    private static Optional<String> read(String name) {
        try (InputStream in = Version.class.getResourceAsStream(name)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("the archive of Parapet cannot be read", e);
        }
    }
}
