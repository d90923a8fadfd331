package dev.parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each mistake is one sentence that says what to do, and exit code 2. */
final class MistakesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static void fails(String message, Object... arguments) {
        assertThat(Door.PIPE.run(arguments)).isEqualTo(new Door.Answer(2, "", "parapet: " + message + "\n"));
    }

    @Test
    void of_arguments() {
        fails("a command is missing, such as 'parapet scan .'; 'parapet --help' says what there is");
        fails("there is no argument 'skan' (did you mean 'scan'?); 'parapet --help' says what there is", "skan", ".");
        fails(
                "there is no option '--formt=json' (did you mean '--format'?); 'parapet scan --help' says what there is",
                "scan",
                ".",
                "--formt=json");
        fails("missing required parameter: 'PATH'; 'parapet scan --help' says what there is", "scan");
        fails(
                "invalid value for option '--format': 'xml' is none of text, json, sarif, junit, gitlab, github and html;"
                        + " 'parapet scan --help' says what there is",
                "scan",
                ".",
                "--format",
                "xml");
        fails(
                "invalid value for option '--fail-on': 'huge' is none of info, low, medium, high, critical and never;"
                        + " 'parapet scan --help' says what there is",
                "scan",
                ".",
                "--fail-on=huge");
        fails("a command is missing, such as 'parapet rules list'; 'parapet rules --help' says what there is", "rules");
    }

    @Test
    void of_places() {
        Path missing = folder.resolve("missing");
        fails("'" + missing + "' does not exist; give the path of an application", "scan", missing);
        fails("'" + missing + "' does not exist; give the path of an application", "scan", folder, missing);
        fails("--since needs a git repository, and '" + folder + "' is in none", "scan", folder, "--since", "main");
        fails("'" + missing + "' cannot be read: there is no such file or folder", "expand", missing);
        fails("'" + folder + "' is a folder; give the path of a template", "expand", folder);
    }

    @Test
    void of_a_baseline() throws Exception {
        Path baseline = folder.resolve("baseline.json");
        fails(
                "the baseline '" + baseline
                        + "' cannot be read: there is no such file or folder; '--write-baseline' makes one",
                "scan",
                folder,
                "--baseline",
                baseline);
        Files.writeString(baseline, "[]");
        fails(
                baseline
                        + ":1: this is no baseline of Parapet (parapet.baseline/1); write it again, or name another file",
                "scan",
                folder,
                "--baseline",
                baseline);
    }

    @Test
    void of_a_configuration() throws Exception {
        Path config = folder.resolve("parapet.yaml");
        fails("'" + config + "' cannot be read: there is no such file or folder", "scan", folder, "--config", config);
        Files.writeString(config, "rule: [policy]\n");
        fails(config + ":1: has no field rule; there are flows, only, rules, severity, skip", "scan", folder);
        Files.writeString(config, "skip: [no-such-rule]\n");
        fails("no rule is called no-such-rule; 'parapet rules list' shows all", "scan", folder);
        Files.writeString(config, "rules: [policy]\n");
        fails(
                config + ": the folder of rules 'policy' cannot be read: there is no such file or folder",
                "scan",
                folder);
        Files.createDirectories(folder.resolve("policy"));
        Files.writeString(folder.resolve("policy/open-url.md"), "nothing\n");
        fails("policy/open-url.md:1: must start with a line '---' and the front matter", "scan", folder);
    }

    @Test
    void rules_do_not_come_from_outside_by_way_of_a_link(@TempDir Path elsewhere) throws Exception {
        Application.write(elsewhere, Application.OPEN);
        Path config = folder.resolve("parapet.yaml");
        Files.writeString(config, "rules: [policy]\n");
        Files.createSymbolicLink(folder.resolve("policy"), elsewhere.resolve("policy"));
        fails(
                config + ": the folder of rules 'policy' is a link that leads out of the folder of the file;"
                        + " put the rules below it",
                "scan",
                folder);
    }
}
