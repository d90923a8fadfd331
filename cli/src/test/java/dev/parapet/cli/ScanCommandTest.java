package dev.parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.report.Format;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ScanCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void what_is_found_is_told_and_fails() throws Exception {
        Application.write(folder, Application.OPEN);
        assertThat(Door.PIPE.run("scan", "-q", folder)).isEqualTo(new Door.Answer(1, """
                -- Fix now (1) -------------------------------------------------------------------------------------

                high: Open can be invoked by anyone
                 --> template.yaml:6:7  Open (AWS::Lambda::Url)
                  |
                2 |   Open:
                ...
                6 |       AuthType: NONE
                  |       ^^^^^^^^^^^^^^
                  |
                  = reach: an attacker gets here without a credential
                  = why: Whoever has the URL runs the code.
                  = fix: Set `AuthType: AWS_IAM`.
                  = more: parapet rules show open-url

                Found 1 risk: 1 high.
                Looked at 3 files, 1 resource (0 functions); 0 checks are satisfied.
                """, ""));
    }

    @Test
    void nothing_found_is_clean() throws Exception {
        Application.write(folder, Application.CLOSED);
        assertThat(Door.PIPE.run("scan", "-q", folder)).isEqualTo(new Door.Answer(0, """
                Nothing was found.
                Looked at 3 files, 1 resource (0 functions); 1 check is satisfied.
                """, ""));
    }

    @Test
    void the_threshold_decides_what_fails() throws Exception {
        Application.write(folder, Application.OPEN);
        assertThat(Door.PIPE.run("scan", folder, "--fail-on", "high").code()).isEqualTo(1);
        assertThat(Door.PIPE.run("scan", folder, "--fail-on", "critical").code())
                .isEqualTo(0);
        assertThat(Door.PIPE.run("scan", folder, "--fail-on=never").code()).isEqualTo(0);
    }

    @Test
    void what_could_not_be_read_fails_with_a_whole_report() throws Exception {
        Application.write(folder, Application.OPEN);
        Files.writeString(folder.resolve("broken.yaml"), "Resources:\n  A:\n    Type: AWS::Lambda::Url\n   B: [\n");
        Door.Answer answer = Door.PIPE.run("scan", folder, "--format", "json");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err())
                .isEqualTo("parapet: not everything could be looked at; the report says what and why\n");
        assertThat(answer.out()).contains("\"broken.yaml\"", "Open can be invoked by anyone");
        Schema.check("parapet.scan-1", answer.out());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void the_memory_that_it_took_is_told_beside_the_report() throws Exception {
        Application.write(folder, Application.OPEN);
        assertThat(Door.PIPE.run("scan", folder).err()).matches("parapet: used [1-9][0-9]* MB of memory at most\n");
        assertThat(Door.PIPE.run("scan", folder, "--format", "json").err()).isEmpty();
    }

    @Test
    void a_link_that_is_not_followed_is_told_and_fails_nothing() throws Exception {
        Application.write(folder, Application.CLOSED);
        Files.createSymbolicLink(folder.resolve("link.yaml"), folder.resolve("template.yaml"));
        Door.Answer answer = Door.PIPE.run("scan", folder);
        assertThat(answer.code()).isEqualTo(0);
        assertThat(answer.out()).contains("link.yaml");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void every_format_says_the_same_twice(Format format) throws Exception {
        Application.write(folder, Application.OPEN);
        Door.Answer first = Door.PIPE.run("scan", folder, "-q", "--format", format.word());
        assertThat(first).isEqualTo(Door.PIPE.run("scan", folder, "-q", "--format", format.word()));
        assertThat(first.code()).isEqualTo(1);
        assertThat(first.out()).contains("Open can be invoked by anyone").endsWith("\n");
        assertThat(first.err()).isEmpty();
    }

    @Test
    void all_verdicts_are_listed_when_asked_for() throws Exception {
        Application.write(folder, Application.CLOSED);
        String open = Door.PIPE.run("scan", folder, "--format=json").out();
        String all =
                Door.PIPE.run("scan", folder, "--format=json", "--verdicts=all").out();
        assertThat(open).contains("\"findings\": []");
        assertThat(all).contains("\"verdict\": \"satisfied\"");
        Schema.check("parapet.scan-1", open);
        Schema.check("parapet.scan-1", all);
    }

    @Test
    void a_report_goes_to_a_file() throws Exception {
        Application.write(folder, Application.OPEN);
        Path report = folder.resolve("report.txt");
        String printed = Door.PIPE.run("scan", "-q", folder).out();
        assertThat(new Door(true, Map.of()).run("scan", "-q", folder, "-o", report))
                .isEqualTo(new Door.Answer(1, "", ""));
        assertThat(report).hasContent(printed);
        assertThat(Door.PIPE.run("scan", "-q", folder, "-o", folder.resolve("none/report.txt")))
                .isEqualTo(new Door.Answer(
                        2,
                        "",
                        "parapet: '" + folder
                                + "/none/report.txt' cannot be written: there is no such file or folder\n"));
    }

    @Test
    void colours_are_for_terminals() throws Exception {
        Application.write(folder, Application.OPEN);
        String escape = "\u001b[";
        assertThat(Door.PIPE.run("scan", folder).out()).doesNotContain(escape);
        assertThat(new Door(true, Map.of()).run("scan", folder).out()).contains(escape);
        assertThat(new Door(true, Map.of("NO_COLOR", "1")).run("scan", folder).out())
                .doesNotContain(escape);
        assertThat(new Door(true, Map.of("TERM", "dumb")).run("scan", folder).out())
                .doesNotContain(escape);
        assertThat(new Door(true, Map.of()).run("scan", folder, "--color=never").out())
                .doesNotContain(escape);
        assertThat(Door.PIPE.run("scan", folder, "--color=always").out()).contains(escape);
    }

    @Test
    void a_baseline_leaves_what_is_new() throws Exception {
        Application.write(folder, Application.OPEN);
        Path baseline = folder.resolve("baseline.json");
        assertThat(Door.PIPE.run("scan", folder, "--write-baseline", baseline).code())
                .isEqualTo(0);
        Schema.check("parapet.baseline-1", Files.readString(baseline));
        assertThat(Door.PIPE.run("scan", folder, "--baseline", baseline).code()).isEqualTo(0);
        Application.write(
                folder,
                Application.OPEN
                        + Application.OPEN
                                .lines()
                                .skip(1)
                                .map(line -> line.replace("Open", "Second") + "\n")
                                .reduce("", String::concat));
        Door.Answer answer = Door.PIPE.run("scan", folder, "--baseline", baseline);
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out())
                .contains("Second can be invoked by anyone")
                .doesNotContain("Open can be invoked by anyone");
    }

    @Test
    void parameters_decide_and_are_told() throws Exception {
        Application.write(
                folder, "Parameters: { Auth: { Type: String } }\n" + Application.OPEN.replace("NONE", "!Ref Auth"));
        assertThat(Door.PIPE.run("scan", folder).code()).isEqualTo(0);
        assertThat(Door.PIPE.run("scan", folder).out()).contains("--parameter Auth=VALUE");
        assertThat(Door.PIPE.run("scan", folder, "--parameter", "Auth=NONE").code())
                .isEqualTo(1);
        assertThat(Door.PIPE.run("scan", folder, "--parameter", "Auth=AWS_IAM").out())
                .startsWith("Nothing was found.");
    }

    @Test
    void rules_are_chosen() throws Exception {
        Application.write(folder, Application.OPEN);
        Files.writeString(folder.resolve("parapet.yaml"), "rules: [policy]\n");
        assertThat(Door.PIPE.run("scan", folder, "--only", "open-url").out()).contains("Found 1 risk: 1 high.");
        assertThat(Door.PIPE.run("scan", folder, "--only", "CKV_AWS_258").out())
                .contains("can be invoked by anyone who knows its URL");
        assertThat(Door.PIPE
                        .run("scan", folder, "--only", "open-url,CKV_AWS_258", "--skip=open-url")
                        .out())
                .contains("Found 1 risk: 1 high.");
    }

    @Test
    void another_configuration_can_be_named() throws Exception {
        Application.write(folder, Application.OPEN);
        Path other = folder.resolve("other.yaml");
        Files.writeString(other, "rules: [policy]\nonly: [open-url]\nseverity: { open-url: info }\n");
        assertThat(Door.PIPE.run("scan", folder, "--config", other).code()).isEqualTo(0);
    }

    @Test
    void ends_of_life_are_judged_on_the_day_that_is_given() {
        assertThat(Door.PIPE.run("scan", folder, "--as-of", "yesterday").code()).isEqualTo(2);
        assertThat(Door.PIPE.run("scan", folder, "--as-of", "2026-01-31").code())
                .isEqualTo(0);
    }
}
