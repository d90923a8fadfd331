package dev.parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutputTest {
    private static final Console CONSOLE = new Console(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            false,
            false,
            0,
            name -> null,
            LocalDate.of(2026, 11, 24));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void a_document_that_cannot_be_finished_leaves_the_old_one() throws Exception {
        Path file = folder.resolve("report.json");
        Files.writeString(file, "old");
        assertThatThrownBy(() -> Output.write(CONSOLE, file, out -> {
                    out.append("half of it");
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(Failure.class)
                .hasMessage("'" + file + "' cannot be written: No space left on device");
        assertThat(file).hasContent("old");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void a_document_replaces_the_old_one() throws Exception {
        Path file = folder.resolve("report.json");
        Files.writeString(file, "old and longer");
        Output.write(CONSOLE, file, out -> out.append("new"));
        assertThat(file).hasContent("new");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void a_link_is_written_through() throws Exception {
        Path file = folder.resolve("report.json");
        Path link = Files.createSymbolicLink(folder.resolve("latest.json"), file);
        Files.writeString(file, "old");
        Output.write(CONSOLE, link, out -> out.append("new"));
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }
}
