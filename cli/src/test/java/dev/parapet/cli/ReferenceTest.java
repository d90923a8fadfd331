package dev.parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Help, manual, completion and documentation say what the program does. */
final class ReferenceTest {
    @Test
    void the_documentation_is_what_the_program_says() throws Exception {
        assertThat(Files.readString(Path.of("..", "docs", "cli.md")))
                .as("docs/cli.md is out of date; run: ./parapet manual --format markdown > docs/cli.md")
                .isEqualTo(Door.PIPE.run("manual", "--format", "markdown").out());
    }

    @Test
    void every_command_is_in_every_place() {
        String help = Door.PIPE.run("help").out();
        String page = Door.PIPE.run("manual").out();
        String fish = Door.PIPE.run("completion", "fish").out();
        String bash = Door.PIPE.run("completion", "bash").out();
        for (String verb : List.of("scan", "rules", "expand", "iam", "completion", "manual", "version", "help")) {
            assertThat(help).containsPattern("(?m)^  " + verb + " ");
            assertThat(page).contains(".SH PARAPET " + verb.toUpperCase(java.util.Locale.ROOT));
            assertThat(fish).contains(" -f -a " + verb + " ");
            assertThat(bash).contains(verb);
        }
        assertThat(Door.PIPE.run("--help").out()).isEqualTo(help);
        assertThat(Door.PIPE.run("help", "scan").out())
                .isEqualTo(Door.PIPE.run("scan", "--help").out())
                .contains("--fail-on=SEVERITY");
        assertThat(Door.PIPE.run("rules", "list", "--help").out()).contains("Usage: parapet rules list ");
    }

    @Test
    void the_version_is_the_build_s() {
        Door.Answer version = Door.PIPE.run("--version");
        assertThat(version.out()).matches("parapet \\d+\\.\\d+\\.\\d+\\S*\n");
        assertThat(Door.PIPE.run("version")).isEqualTo(version);
    }

    @Test
    void completion_is_a_script_that_bash_can_read(@TempDir Path folder) throws Exception {
        Path script = Files.writeString(
                folder.resolve("completion"),
                Door.PIPE.run("completion", "bash").out());
        Process bash = new ProcessBuilder("bash", "-n", script.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(bash.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(bash.waitFor()).isEqualTo(0);
    }
}
