package dev.parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SinceTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void commit() throws Exception {
        Application.write(folder, Application.OPEN);
        try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
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
    void what_nobody_touched_is_left_out() {
        assertThat(Door.PIPE.run("scan", folder, "--since", "HEAD").code()).isEqualTo(0);
    }

    @Test
    void what_a_change_touches_is_told() throws Exception {
        Files.writeString(folder.resolve("template.yaml"), Application.OPEN.replace("NONE", "\"NONE\""));
        assertThat(Door.PIPE.run("scan", folder, "--since", "HEAD").code()).isEqualTo(1);
    }

    @Test
    void what_is_lacking_because_a_line_was_taken_away_is_told() throws Exception {
        Files.writeString(
                folder.resolve("policy/open-url.md"),
                Application.RULE.replace("resource.AuthType == \"NONE\"", "resource.AuthType != \"AWS_IAM\""));
        Files.writeString(folder.resolve("template.yaml"), Application.CLOSED.replace("      AuthType: AWS_IAM\n", ""));
        assertThat(Door.PIPE.run("scan", folder, "--since", "HEAD").code()).isEqualTo(1);
    }
}
