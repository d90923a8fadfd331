package dev.parapet.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whole documents that a person has looked at: {@code src/test/resources/golden}. */
public final class Golden {
    private Golden() {}

    /** Compares a document with the file of a name; where they differ the document is left in {@code target/golden}. */
    public static void assertSame(String name, String document) throws IOException {
        Path expected = Path.of("src", "test", "resources", "golden", name);
        String text = Files.exists(expected) ? Files.readString(expected) : "";
        if (!text.equals(document)) {
            Path actual = Path.of("target", "golden", name);
            Files.createDirectories(actual.getParent());
            Files.writeString(actual, document);
        }
        assertThat(document).as(name).isEqualTo(text);
    }
}
