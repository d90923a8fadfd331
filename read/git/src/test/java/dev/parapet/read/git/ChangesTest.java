package dev.parapet.read.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangesTest {
    @TempDir
    Path root;

    @BeforeEach
    void commitTwoFiles() throws Exception {
        Files.createDirectories(root.resolve("app"));
        Files.writeString(root.resolve("app/template.yaml"), "a\nb\nc\nd\n");
        Files.writeString(root.resolve("outside.yaml"), "a\n");
        try (Git git = Git.init().setDirectory(root.toFile()).call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("first")
                    .setAuthor("A", "a@example.com")
                    .setCommitter("A", "a@example.com")
                    .setSign(false)
                    .call();
        }
    }

    @Test
    void tellsTheChangedLinesOfTheFolderThatWasAskedFor() throws Exception {
        Files.writeString(root.resolve("app/template.yaml"), "a\nB\nc\nd\ne\nf\n");
        Files.writeString(root.resolve("app/new.yaml"), "x\n");
        Files.writeString(root.resolve("outside.yaml"), "b\n");

        assertThat(Changes.since(root.resolve("app"), "HEAD"))
                .containsOnlyKeys("template.yaml", "new.yaml")
                .containsEntry("template.yaml", List.of(new Lines(2, 2), new Lines(5, 6)))
                .containsEntry("new.yaml", List.of(new Lines(1, Integer.MAX_VALUE)));
    }

    @Test
    void whereLinesWereTakenAwayTheLinesAroundThemHaveChanged() throws Exception {
        Files.writeString(root.resolve("app/template.yaml"), "a\nd\n");
        Files.writeString(root.resolve("outside.yaml"), "");

        assertThat(Changes.since(root, "HEAD"))
                .containsEntry("app/template.yaml", List.of(new Lines(1, 2)))
                .containsEntry("outside.yaml", List.of(new Lines(1, 1)));
    }

    @Test
    void nothingChangedIsNothing() throws Exception {
        assertThat(Changes.since(root, "HEAD")).isEmpty();
    }

    @Test
    void anUnknownRevisionSaysWhatToDo() {
        assertThatThrownBy(() -> Changes.since(root, "nowhere"))
                .isInstanceOf(GitException.class)
                .hasMessage("there is no revision 'nowhere'; fetch it, or name another one");
    }

    @Test
    void outsideOfARepositorySaysSo(@TempDir Path elsewhere) {
        assertThatThrownBy(() -> Changes.since(elsewhere, "HEAD"))
                .isInstanceOf(GitException.class)
                .hasMessage("--since needs a git repository, and '" + elsewhere + "' is in none");
    }
}
