package dev.parapet.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.rule.Rule;
import dev.parapet.core.rule.RuleSet;
import dev.parapet.core.rule.catalogue.RuleSkeleton;
import dev.parapet.core.rule.pack.RulePack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RuleCompilerTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private String compile(int mistakes) throws IOException {
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        assertThat(RuleCompiler.compile(
                        folder.resolve("sources"),
                        folder.resolve("target"),
                        new PrintStream(errors, true, StandardCharsets.UTF_8)))
                .isEqualTo(mistakes);
        return errors.toString(StandardCharsets.UTF_8);
    }

    private Path source(String name, String text) throws IOException {
        Path file = folder.resolve("sources").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void packs_what_is_valid_and_tells_every_mistake() throws IOException {
        source("facts.yaml", "open:\n  says: it is open\n  holds: \"true\"\n");
        source("a/first-rule.md", RuleSkeleton.of("AWS::Test::A"));
        source("b/second-rule.md", RuleSkeleton.of("AWS::Test::B"));
        assertThat(compile(0)).isEmpty();
        RuleSet pack = RulePack.read(Files.readAllBytes(folder.resolve("target/rules.pack")));
        assertThat(pack.all()).extracting(Rule::id).containsExactly("first-rule", "second-rule");
        assertThat(folder.resolve("target/pages/first-rule.md")).hasContent(RuleSkeleton.of("AWS::Test::A"));

        Path other = source("c/first-rule.md", RuleSkeleton.of("AWS::Test::A"));
        Path wrong = source("c/third-rule.md", RuleSkeleton.of("AWS::Test::A").replace("medium", "grave"));
        assertThat(compile(2))
                .contains(other + ":1: has the same id as " + folder.resolve("sources/a/first-rule.md"))
                .contains(wrong + ":3: has the severity grave");
    }

    @Test
    void the_built_in_rules_have_pages() {
        for (Rule rule : BuiltInRules.load().all()) {
            assertThat(BuiltInRules.page(rule.id())).isPresent();
        }
        assertThat(BuiltInRules.page("../rules")).isEmpty();
        assertThat(BuiltInRules.page("no-such-rule")).isEmpty();
    }
}
