package dev.parapet.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.rule.Fact;
import dev.parapet.core.rule.example.RuleExamples;
import dev.parapet.core.rule.file.RuleFile;
import dev.parapet.core.rule.file.RuleFileException;
import dev.parapet.core.rule.file.RuleFileReader;
import dev.parapet.model.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every example of every rule file is a test. */
final class RuleExamplesTest {
    private static final Path RULES = Path.of("../rules/src/main/rules");

    @TestFactory
    List<DynamicContainer> examples() throws IOException, RuleFileException {
        Path facts = RULES.resolve("facts.yaml");
        Map<String, Fact> table = RuleFileReader.readFacts(facts.toString(), Files.readString(facts));
        RuleFileReader reader = new RuleFileReader(table.keySet());
        RuleExamples examples = RuleFiles.examples(table);
        List<DynamicContainer> rules = new ArrayList<>();
        for (SourceFile file : RuleFiles.read(RULES)) {
            RuleFile rule = reader.read(file.path(), file.text());
            rules.add(DynamicContainer.dynamicContainer(rule.rule().id(), tests(examples, rule)));
        }
        assertThat(rules).isNotEmpty();
        return rules;
    }

    private static List<DynamicTest> tests(RuleExamples examples, RuleFile rule) {
        List<DynamicTest> tests = new ArrayList<>();
        for (RuleExamples.Result result : examples.run(rule)) {
            tests.add(DynamicTest.dynamicTest(
                    result.name() + " (line " + result.line() + ")",
                    () -> assertThat(result.problem()).as(result.described()).isNull()));
        }
        return tests;
    }
}
