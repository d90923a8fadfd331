package dev.parapet.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.model.Severity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RulePagesTest {
    private static RuleText read(String page) {
        return new RulePages(rule -> Optional.of(page)).lookup("a").orElseThrow();
    }

    @Test
    void whatReportsShowIsRead() {
        assertThat(read("""
                ---
                title: A risk
                severity: high   # base
                raised: { reached: critical }
                controls: { nist-800-53: [AC-3, "AC-6(1)"], cis-aws: ["3.1"] }
                message: "x: {y}"
                ---
                Why it matters. And more.

                Second paragraph.

                ## Fix
                Do this.
                ```yaml
                ## no heading
                ```

                ## Examples
                ```yaml bad
                A: 1
                ```
                """))
                .isEqualTo(new RuleText(
                        Severity.HIGH,
                        "Why it matters. And more.\n\nSecond paragraph.",
                        "Do this.\n```yaml\n## no heading\n```",
                        List.of("nist-800-53:AC-3", "nist-800-53:AC-6(1)", "cis-aws:3.1")));
    }

    @Test
    void controlsMayBeABlock() {
        assertThat(read("""
                ---
                controls:
                  fsbp: [Lambda.1]
                  nist-800-53:
                    - AC-3 # a comment
                    - AC-6
                severity: low
                ---
                Why.
                """))
                .isEqualTo(new RuleText(
                        Severity.LOW, "Why.", "", List.of("fsbp:Lambda.1", "nist-800-53:AC-3", "nist-800-53:AC-6")));
    }

    @Test
    void firstSentences() {
        assertThat(FirstSentence.of("Uses `a. b`, e.g. this, v1.2 too. Then more."))
                .isEqualTo("Uses `a. b`, e.g. this, v1.2 too.");
        assertThat(FirstSentence.of("One\nline\n\nAnother.")).isEqualTo("One line");
        assertThat(FirstSentence.of("Really? Yes.")).isEqualTo("Really?");
        assertThat(FirstSentence.of("")).isEmpty();
        assertThat(FirstSentence.of("Move, see the [list](https://example.com/a.html). More."))
                .isEqualTo("Move, see the list.");
        assertThat(FirstSentence.ended("See [a](b) and [c](d")).isEqualTo("See a and [c](d.");
    }
}
