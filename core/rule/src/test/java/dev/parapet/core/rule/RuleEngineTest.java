package dev.parapet.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.rule.file.Sample;
import dev.parapet.model.Evidence;
import dev.parapet.model.Finding;
import dev.parapet.model.Verdict;
import org.junit.jupiter.api.Test;

final class RuleEngineTest {
    private static final String TYPE = "AWS::Test::It";

    private static String rule(String fields) {
        return """
                ---
                title: Something is wrong
                severity: medium
                area: data
                resource: AWS::Test::It
                same-as: [CKV_1]
                message: "{self.name} is wrong"
                %s
                ---
                It is wrong for a reason.

                ## Fix
                Mend it. Then look again.
                """.formatted(fields);
    }

    private static Finding only(String fields, String yaml) {
        Judgement judgement = Bench.judge(rule(fields), TYPE, yaml, null);
        assertThat(judgement.faults()).isEmpty();
        assertThat(judgement.findings()).hasSize(1);
        return judgement.findings().get(0);
    }

    private static String place(Finding finding) {
        return finding.verdict().word() + " " + finding.location().start();
    }

    @Test
    void says_everything_about_a_violation() {
        Finding finding = only("violated: resource.Mode == \"OPEN\"\ncwe: [CWE-306]", "A: 1\nMode: OPEN\n");
        assertThat(finding.rule()).isEqualTo("the-rule");
        assertThat(finding.sameAs()).containsExactly("CKV_1");
        assertThat(finding.cwe()).containsExactly("CWE-306");
        assertThat(finding.message()).isEqualTo("It is wrong");
        assertThat(finding.title()).isEqualTo("Something is wrong");
        assertThat(place(finding)).isEqualTo("violated 2:1");
        assertThat(finding.location().end()).hasToString("2:11");
        assertThat(finding.fix()).isEqualTo(new Finding.Fix(false, "Mend it"));
        assertThat(finding.condition()).isNull();
        assertThat(finding.evidence()).isEmpty();
        assertThat(finding.fingerprint()).hasSize(32);
    }

    @Test
    void keeps_the_fingerprint_when_lines_move() {
        String fields = "violated: resource.Mode == \"OPEN\"";
        assertThat(only(fields, "\n\n\nMode: OPEN\n").fingerprint())
                .isEqualTo(only(fields, "Mode: OPEN\n").fingerprint());
    }

    @Test
    void points_at_the_head_where_a_property_is_absent() {
        assertThat(place(only("violated: resource.Mode == null", "\nA: 1\n"))).isEqualTo("violated 1:1");
        assertThat(place(only("violated: resource.A.Mode == null", "\n\nA:\n  B: 1\n")))
                .isEqualTo("violated 3:1");
    }

    @Test
    void points_at_the_last_value_that_decided() {
        assertThat(place(only("violated: resource.A == 1 && resource.B == 2", "A: 1\nB: 2\n")))
                .isEqualTo("violated 2:1");
        assertThat(place(only("violated: resource.A == 1 || resource.B == 2", "A: 0\nB: 2\n")))
                .isEqualTo("violated 2:1");
    }

    @Test
    void points_at_the_first_offending_item_and_counts_the_others_as_evidence() {
        Finding finding = only(
                "violated: resource.L.exists(l, l.K == 1 && resource.A == 1)",
                "A: 1\nL:\n  - {K: 0}\n  - {K: 1, Name: first}\n  - {K: 1, Name: second}\n");
        assertThat(place(finding)).isEqualTo("violated 4:5");
        assertThat(finding.evidence()).extracting(Evidence::text).containsExactly("second");
    }

    @Test
    void points_where_the_rule_says() {
        String yaml = "A:\n  B:\n    - C: 1\n    - C: 2\nD: 1\n";
        assertThat(place(only("violated: resource.D == 1\nat: A.B.1.C", yaml))).isEqualTo("violated 4:7");
        assertThat(place(only("violated: resource.D == 1\nat: A.B.C", yaml))).isEqualTo("violated 3:7");
        assertThat(place(only("violated: resource.D == 1\nat: A.X", yaml))).isEqualTo("violated 1:1");
        assertThat(place(only("violated: resource.D == 1\nat: head", yaml))).isEqualTo("violated 1:1");
        assertThat(place(only("violated: resource.A.B.exists(b, b.C == 2)\nat: item.C", yaml)))
                .isEqualTo("violated 4:7");
    }

    @Test
    void tells_what_is_missing() {
        Finding finding = only("violated: resource.Mode == \"OPEN\"", "A: 1\nMode: {$unknown: Parameter Mode}\n");
        assertThat(finding.verdict()).isEqualTo(new Verdict.Undetermined(java.util.List.of("Parameter Mode")));
        assertThat(place(finding)).isEqualTo("undetermined 2:1");
    }

    @Test
    void says_under_which_condition_it_holds() {
        assertThat(only("violated: resource.Mode == \"OPEN\"", "Mode: {$if: [IsProd, CLOSED, OPEN]}\n")
                        .condition())
                .isEqualTo("IsProd is false");
        assertThat(only(
                                "violated: resource.A == 1 && resource.B == 1",
                                "A: {$if: [IsProd, 1, 0]}\nB: {$if: [HasKey, 0, 1]}\n")
                        .condition())
                .isEqualTo("IsProd is true and HasKey is false");
        assertThat(only(
                                "violated: resource.A == 1 || resource.B == 1",
                                "A: {$if: [IsProd, 1, 0]}\nB: {$if: [HasKey, 1, 0]}\n")
                        .condition())
                .isEqualTo("IsProd is true, or HasKey is true");
        assertThat(only("violated: resource.A == 1", "A: {$if: [IsProd, 1, {$if: [HasKey, 1, 1]}]}\n")
                        .condition())
                .isNull();
        assertThat(only("violated: resource.A == null", "A: {$if: [IsProd, 1, {$absent: 1}]}\n")
                        .condition())
                .isEqualTo("IsProd is false");
    }

    @Test
    void never_assumes_what_excludes_itself() {
        // Stage is not both prod and test, so that A and B are never both 1.
        Finding finding = only(
                "violated: resource.A == 1 && resource.B == 1", "A: {$if: [IsProd, 1, 0]}\nB: {$if: [IsTest, 1, 0]}\n");
        assertThat(finding.verdict()).isInstanceOf(Verdict.Satisfied.class);
    }

    @Test
    void a_violation_in_one_world_outweighs_what_is_unknown_in_another() {
        Finding finding = only("violated: resource.A == 1", "A: {$if: [IsProd, 1, {$unknown: Parameter A}]}\n");
        assertThat(finding.verdict()).isInstanceOf(Verdict.Violated.class);
        assertThat(finding.condition()).isEqualTo("IsProd is true");
    }

    @Test
    void a_resource_under_a_condition_is_judged_where_it_exists() {
        Judgement judgement =
                Bench.judge(rule("violated: resource.A == 1"), TYPE, "A: 1\n", Sample.condition("IsProd"));
        assertThat(judgement.findings().get(0).condition()).isEqualTo("IsProd is true");
        Judgement never = Bench.judge(
                rule("violated: resource.A == 1"), TYPE, "A: {$if: [IsProd, 0, 1]}\n", Sample.condition("IsProd"));
        assertThat(never.findings().get(0).verdict()).isInstanceOf(Verdict.Satisfied.class);
    }

    @Test
    void more_worlds_than_anybody_can_walk_through_are_undetermined() {
        StringBuilder yaml = new StringBuilder();
        StringBuilder all = new StringBuilder("1 == 1");
        for (int i = 0; i < 12; i++) {
            yaml.append("P").append(i).append(": {$if: [C").append(i).append(", 0, 0]}\n");
            all.append(" && resource.P").append(i).append(" != 2");
        }
        Finding finding = only("violated: '!(" + all + ")'", yaml.toString());
        assertThat(finding.verdict()).isInstanceOf(Verdict.Undetermined.class);
    }

    @Test
    void gives_no_verdict_where_the_rule_does_not_apply() {
        Judgement judgement =
                Bench.judge(rule("applies: resource.A == 2\nviolated: resource.A == 1"), TYPE, "A: 1\n", null);
        assertThat(judgement.findings()).isEmpty();
        assertThat(judgement.faults()).isEmpty();
        assertThat(only("applies: resource.B == 2\nviolated: resource.A == 1", "A: 1\nB: {$unknown: P}\n")
                        .verdict())
                .isEqualTo(new Verdict.Undetermined(java.util.List.of("P")));
    }

    @Test
    void a_rule_that_goes_wrong_is_a_fault_and_never_a_pass() {
        Judgement judgement = Bench.judge(rule("violated: resource.A > 1"), TYPE, "B: 1\n", null);
        assertThat(judgement.findings()).isEmpty();
        assertThat(judgement.satisfied()).isZero();
        assertThat(judgement.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.kind().word()).isEqualTo("rule");
            assertThat(fault.path()).isEqualTo("the-rule");
            assertThat(fault.message())
                    .isEqualTo("the rule the-rule could not be evaluated for template.yaml#It: "
                            + "what is absent is neither below nor above anything; ask for null first");
        });
    }

    @Test
    void an_expression_without_end_is_cut_short() {
        StringBuilder list = new StringBuilder("L: [0");
        for (int i = 1; i < 300; i++) {
            list.append(", ").append(i);
        }
        Judgement judgement = Bench.judge(
                rule("violated: resource.L.exists(a, resource.L.exists(b, resource.L.exists(c, a + b + c < 0)))"),
                TYPE,
                list + "]\n",
                null);
        assertThat(judgement.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).endsWith("the expression takes too many steps"));
    }

    @Test
    void shows_what_the_message_asks_for() {
        String rule = """
                ---
                title: T
                severity: low
                area: data
                resource: AWS::Test::It
                violated: resource.L.exists(l, l == "*")
                message: "{item} of {items} in {{it} {resource.Arn} {resource.L.size()}."
                ---
                Why.

                ## Fix
                Fix.
                """;
        assertThat(Bench.judge(
                                rule,
                                TYPE,
                                "L: [a, '*']\nArn: {$join: ['arn:', {$ref: Table.Arn}, '/', {$unknown: Parameter P}]}\n",
                                null)
                        .findings()
                        .get(0)
                        .message())
                .isEqualTo("* of * in {it} arn:${Table.Arn}/${Parameter P} 2");
    }
}
