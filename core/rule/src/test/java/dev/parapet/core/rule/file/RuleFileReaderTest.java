package dev.parapet.core.rule.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parapet.model.Area;
import dev.parapet.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class RuleFileReaderTest {
    private static final String GOOD = """
            ---
            title: Function URL answers anyone
            severity: high
            raised: { a-fact: critical }
            area: gateway
            resource: [AWS::Lambda::Url]
            same-as: [CKV_AWS_258, "prowler:x"]
            differs: { CKV_AWS_258: asks less }
            cwe: [CWE-306]
            controls: { nist-800-53: [AC-3] }
            violated: resource.AuthType == "NONE"
            at: AuthType
            message: "{self.name} is open"
            fix: { set: AuthType, to: AWS_IAM }
            ---
            Why it matters.

            ## Fix
            Set it to `AWS_IAM`, e.g. by hand. More.

            ## Examples
            ```yaml bad
            Url:
              Type: AWS::Lambda::Url  # <- violated
            ```
            ```json good named
            {}
            ```
            """;

    private static RuleFile read(String path, String text) throws RuleFileException {
        return new RuleFileReader(Set.of("a-fact")).read(path, text);
    }

    @Test
    void reads_every_field() throws RuleFileException {
        RuleFile file = read("rules/function-url.md", GOOD);
        assertThat(file.rule().id()).isEqualTo("function-url");
        assertThat(file.rule().severity()).isEqualTo(Severity.HIGH);
        assertThat(file.rule().raised()).containsEntry("a-fact", Severity.CRITICAL);
        assertThat(file.rule().area()).isEqualTo(Area.GATEWAY);
        assertThat(file.rule().resourceTypes()).containsExactly("AWS::Lambda::Url");
        assertThat(file.rule().sameAs()).containsExactly("CKV_AWS_258", "prowler:x");
        assertThat(file.rule().differs()).containsEntry("CKV_AWS_258", "asks less");
        assertThat(file.rule().controls()).containsEntry("nist-800-53", List.of("AC-3"));
        assertThat(file.rule().at()).isEqualTo("AuthType");
        assertThat(file.rule().fix().set()).isEqualTo("AuthType");
        assertThat(file.rule().fix().to()).isEqualTo("\"AWS_IAM\"");
        assertThat(file.rule().fix().summary()).isEqualTo("Set it to `AWS_IAM`, e.g. by hand");
        assertThat(file.why()).isEqualTo("Why it matters.");
        assertThat(file.examples())
                .containsExactly(
                        new Example(
                                Example.Kind.BAD,
                                "",
                                "yaml",
                                "Url:\n  Type: AWS::Lambda::Url  # <- violated\n",
                                23,
                                List.of(2)),
                        new Example(Example.Kind.GOOD, "named", "json", "{}\n", 27, List.of()));
    }

    private record Mistake(String from, String to, String message) {}

    private static final List<Mistake> MISTAKES = List.of(
            new Mistake(
                    "severity: high",
                    "severity: grave",
                    "3: has the severity grave; there are info, low, medium, high and critical"),
            new Mistake("severity: high\n", "", "2: lacks the field severity"),
            new Mistake("cwe:", "cew:", "9: has no field cew; there are "),
            new Mistake("cwe: [CWE-306]", "cwe: [\"306\"]", "9: has the weakness 306; write it as CWE-306"),
            new Mistake("area: gateway", "area: gate", "5: has the area gate; there are responsibility, "),
            new Mistake("[AC-3]", "[3.1]", "10: must have a text in controls; quote the number"),
            new Mistake("a-fact", "b-fact", "4: is raised by the fact b-fact, which nobody declares; there are a-fact"),
            new Mistake(
                    "differs: { CKV_AWS_258",
                    "differs: { CKV_2",
                    "8: differs from CKV_2, which does not stand in same-as"),
            new Mistake(
                    "[AWS::Lambda::Url]",
                    "AWS::Serverless::Api",
                    "6: is about AWS::Serverless::Api, which SAM expands; name the type that it becomes"),
            new Mistake(
                    "== \"NONE\"",
                    "== NONE",
                    "11: has an expression in violated that is not valid: undeclared reference to 'NONE' (in container '')"),
            new Mistake(
                    "violated: resource.AuthType == \"NONE\"",
                    "violated: |\n  resource.A\n  && resourc.B",
                    "13: has an expression in violated that is not valid: undeclared reference to 'resourc' (in container '')"),
            new Mistake(
                    "resource.AuthType == \"NONE\"",
                    "size(resource)",
                    "11: has an expression in violated that is not valid: must answer true or false but gives a int"),
            new Mistake(
                    "resource.AuthType == \"NONE\"",
                    "resource.A.matches(\"(\")",
                    "11: has an expression in violated that is not valid: the pattern '(' is not valid: missing closing )"),
            new Mistake(
                    "resource.AuthType == \"NONE\"",
                    "resource.A.frobs()",
                    "11: has an expression in violated that is not valid: undeclared reference to 'frobs' (in container '')"),
            new Mistake(
                    "{self.name}",
                    "{self.name",
                    "13: has a message with a '{' that does not end; write '{{' for the sign itself"),
            new Mistake("title:", "title: &a", "2: has an anchor, which has no place here"),
            new Mistake("cwe: [CWE-306]", "cwe: [CWE-306", "10: is not valid YAML: "),
            new Mistake("at: AuthType", "area: data", "12: has the field area twice"),
            new Mistake("## Fix", "## Mend", "18: has no section 'Mend'; there are Fix and Examples"),
            new Mistake("  # <- violated", "", "22: has a bad example without the mark '# <- violated'"),
            new Mistake("yaml bad", "yaml worse", "22: has an example marked 'yaml worse'; write its language, "),
            new Mistake("{}\n```\n", "{}\n", "26: has an example that does not end"));

    @TestFactory
    List<DynamicTest> mistakes() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Mistake mistake : MISTAKES) {
            tests.add(DynamicTest.dynamicTest(mistake.message(), () -> {
                assertThat(GOOD).contains(mistake.from());
                RuleFileException thrown = catchThrowableOfType(
                        RuleFileException.class, () -> read("a.md", GOOD.replace(mistake.from(), mistake.to())));
                assertThat(thrown.described()).startsWith("a.md:" + mistake.message());
            }));
        }
        return tests;
    }

    @Test
    void whatever_becomes_of_a_file_the_answer_is_a_rule_or_a_complaint() {
        java.util.Random random = new java.util.Random(7);
        String[] signs = {
            "{", "}", "[", "]", "\"", "'", ":", "- ", "#", "&a", "*a", "!!x", "\n", "---\n", "```", "\t", "\u0000", "|",
            "é", "\uD83D"
        };
        int complaints = 0;
        for (int round = 0; round < 600; round++) {
            StringBuilder text = new StringBuilder(GOOD);
            for (int edit = random.nextInt(1, 4); edit > 0; edit--) {
                int from = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.delete(from, Math.min(text.length(), from + random.nextInt(1, 20)));
                    case 1 -> text.insert(from, signs[random.nextInt(signs.length)]);
                    default ->
                        text.insert(from, text.substring(from, Math.min(text.length(), from + random.nextInt(1, 60))));
                }
            }
            try {
                read("a.md", text.toString());
            } catch (RuleFileException e) {
                complaints++;
                assertThat(e.line())
                        .isBetween(1, (int) text.chars().filter(c -> c == '\n').count() + 2);
                assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
            }
        }
        assertThat(complaints).isBetween(100, 599);
    }

    @Test
    void a_name_that_is_no_id_is_a_mistake() {
        for (String name : List.of("Rule.md", "a_b.md", "a--b.md", "-a.md", "a-.md", "a.txt", ".md")) {
            assertThat(catchThrowableOfType(RuleFileException.class, () -> read(name, GOOD)))
                    .isNotNull();
        }
    }
}
