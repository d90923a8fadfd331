package dev.parapet.core.rule.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.rule.Fact;
import dev.parapet.core.rule.Rule;
import dev.parapet.core.rule.RuleSet;
import dev.parapet.core.rule.file.RuleFileReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RulePackTest {
    private static final List<String> EXPRESSIONS = List.of(
            "true",
            "resource.A == null || resource.B == -5 || resource.C == 2.5 || resource.D == 'é'",
            "has(resource.A.B) && !(resource.C ? false : true)",
            "resource.A.exists(a, a in [1, 2]) && resource.B.all(b, {'k': b}.k == 1)",
            "resource.A.exists_one(a, a[0] == 'x')",
            "size(resource.A.filter(a, a > 1).map(b, b + 1).map(c, c > 2, c * 2)) > 3",
            "cel.bind(x, resource.A, x == x)",
            "statements(self).exists(s, isPublicPrincipal(s) && !isNarrowed(s))");

    @Test
    void gives_back_what_was_packed() throws Exception {
        Map<String, Fact> facts =
                RuleFileReader.readFacts("facts.yaml", "open:\n  says: it is open\n  holds: resource.A == 1\n");
        RuleFileReader reader = new RuleFileReader(facts.keySet());
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < EXPRESSIONS.size(); i++) {
            rules.add(reader.read("rule-" + i + ".md", """
                    ---
                    title: Rule %d
                    severity: low
                    raised: { open: high }
                    lowered: { open: info }
                    area: third-party
                    resource: [AWS::Test::Every, AWS::Test::T%d]
                    same-as: [A, B]
                    differs: { A: why, B: other }
                    cwe: [CWE-1]
                    controls: { x: [y, z] }
                    hygiene: true
                    applies: resource.Z != 1
                    violated: %s
                    at: A.B
                    message: "a {resource.A} b"
                    fix: { set: A, to: [1, { b: null, c: "\\"" }] }
                    ---
                    Why.

                    ## Fix
                    Fix.
                    """.formatted(
                                    i, i, "\"" + EXPRESSIONS.get(i).replace("\"", "\\\"") + "\""))
                    .rule());
        }
        RulePack pack = RulePack.read(RulePack.write(RuleSet.of(rules, facts)));
        assertThat(pack.facts()).isEqualTo(facts);
        assertThat(pack.forType("AWS::Test::T3")).containsExactly(rules.get(3));
        assertThat(pack.forType("AWS::Test::None")).isEmpty();
        assertThat(pack.forType("AWS::Test::Every")).isEqualTo(rules);
        assertThat(pack.all()).isEqualTo(rules);
    }
}
