package dev.parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RulesCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void write() throws Exception {
        Application.write(folder, Application.OPEN);
    }

    @Test
    void the_rules_that_count_are_listed() throws Exception {
        Path config = folder.resolve("parapet.yaml");
        assertThat(Door.PIPE.run("rules", "list", "--config", config)).isEqualTo(new Door.Answer(0, """
                high      open-url  Function URL answers anyone
                1 rule
                """, ""));
        String document = Door.PIPE
                .run("rules", "list", "--format", "json", "--config", config)
                .out();
        assertThat(document).contains("\"id\": \"open-url\"");
        Schema.check("parapet.rules-1", document);
        Schema.check(
                "parapet.rules-1",
                Door.PIPE.run("rules", "list", "--format=json").out());
    }

    @Test
    void a_rule_is_shown_by_its_id_or_another_tools() {
        Path config = folder.resolve("parapet.yaml");
        assertThat(Door.PIPE.run("rules", "show", "open-url", "--config", config))
                .isEqualTo(new Door.Answer(0, Application.RULE, ""));
        assertThat(Door.PIPE.run("rules", "show", "CKV_AWS_258").out()).startsWith("---\ntitle: ");
        assertThat(Door.PIPE.run("rules", "show", "no-such-rule"))
                .isEqualTo(new Door.Answer(
                        2, "", "parapet: no rule is called 'no-such-rule'; 'parapet rules list' shows all\n"));
    }

    @Test
    void the_examples_of_a_rule_are_its_tests() throws Exception {
        assertThat(Door.PIPE.run("rules", "test", folder.resolve("policy")))
                .isEqualTo(new Door.Answer(0, "2 passed, 0 failed\n", ""));
        Path file = folder.resolve("policy/open-url.md");
        Files.writeString(file, Application.RULE.replace("== \"NONE\"", "== \"OPEN\""));
        assertThat(Door.PIPE.run("rules", "test", file))
                .isEqualTo(new Door.Answer(1, """
                FAIL  open-url bad
                      FILE:17: must be violated in line 20; found: violated nowhere, undetermined nowhere, satisfied 1
                1 passed, 1 failed
                """.replace("FILE", file.toString()), ""));
        assertThat(Door.PIPE
                        .run("rules", "test", folder.resolve("template.yaml"))
                        .code())
                .isEqualTo(2);
    }

    @Test
    void a_new_rule_passes_its_tests() {
        Path file = folder.resolve("more/queue-is-open.md");
        assertThat(Door.PIPE.run("rules", "new", file, "--type", "AWS::SQS::Queue"))
                .isEqualTo(new Door.Answer(
                        0, "", "parapet: wrote " + file + "; 'parapet rules test " + file + "' runs its examples\n"));
        assertThat(Door.PIPE.run("rules", "test", file)).isEqualTo(new Door.Answer(0, "3 passed, 0 failed\n", ""));
        assertThat(Door.PIPE.run("rules", "new", file))
                .isEqualTo(new Door.Answer(2, "", "parapet: '" + file + "' is there already; name another file\n"));
        assertThat(Door.PIPE.run("rules", "new", "Queue.md"))
                .isEqualTo(new Door.Answer(
                        2,
                        "",
                        "parapet: 'Queue.md' must have a name in kebab case, such as lambda-function-url-without-auth.md,"
                                + " for it is the rule's id\n"));
    }
}
