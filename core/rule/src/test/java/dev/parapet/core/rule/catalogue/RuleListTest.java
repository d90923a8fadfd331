package dev.parapet.core.rule.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parapet.core.rule.ChosenRules;
import dev.parapet.core.rule.Rule;
import dev.parapet.core.rule.RuleSet;
import dev.parapet.core.rule.file.Config;
import dev.parapet.core.rule.file.RuleFileException;
import dev.parapet.core.rule.file.RuleFileReader;
import dev.parapet.model.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RuleListTest {
    private static Rule rule(String id, String more) throws RuleFileException {
        return new RuleFileReader(Set.of())
                .read(id + ".md", RuleSkeleton.of("AWS::Test::It").replace("at: Mode\n", "at: Mode\n" + more))
                .rule();
    }

    private static RuleSet rules() throws RuleFileException {
        return RuleSet.of(
                List.of(
                        rule("b-rule", "same-as: [W1]\ndiffers: { W1: 'says \"more\"' }\ncontrols: { x: [a, b] }\n"),
                        rule("a-rule", "fix: { set: Mode, to: CLOSED }\n")),
                Map.of());
    }

    @Test
    void lists_rules_as_json() throws Exception {
        StringBuilder out = new StringBuilder();
        RuleList.json(rules(), out);
        assertThat(out).hasToString("""
                {
                  "schema": "parapet.rules/1",
                  "rules": [
                    { "id": "a-rule", "title": "Name the risk in a few words", "severity": "medium", "area": "development", "sameAs": [], "differs": {}, "resourceTypes": ["AWS::Test::It"], "controls": [], "cwe": [], "hygiene": false, "fix": true },
                    { "id": "b-rule", "title": "Name the risk in a few words", "severity": "medium", "area": "development", "sameAs": ["W1"], "differs": { "W1": "says \\"more\\"" }, "resourceTypes": ["AWS::Test::It"], "controls": ["x:a", "x:b"], "cwe": [], "hygiene": false, "fix": false }
                  ]
                }
                """);
    }

    @Test
    void lists_rules_as_text() throws Exception {
        StringBuilder out = new StringBuilder();
        RuleList.text(rules(), out);
        assertThat(out).hasToString("""
                medium    a-rule  Name the risk in a few words
                medium    b-rule  Name the risk in a few words
                2 rules
                """);
    }

    @Test
    void chooses_by_any_id() throws Exception {
        Config config = Config.read("parapet.yaml", "skip: [W1]\nseverity: { a-rule: low }\nrules: [policy]\n");
        RuleSet chosen =
                ChosenRules.choose(rules(), List.of(rule("own", "")), config.skip(), config.only(), config.severity());
        assertThat(chosen.all()).extracting(Rule::id).containsExactly("a-rule", "own");
        assertThat(chosen.forType("AWS::Test::It").get(0).severity()).isEqualTo(Severity.LOW);
        assertThat(config.rules()).containsExactly("policy");
        assertThat(ChosenRules.choose(rules(), List.of(), List.of(), List.of("b-rule"), Map.of())
                        .all())
                .extracting(Rule::id)
                .containsExactly("b-rule");
    }

    @Test
    void complains_of_wishes_that_cannot_be_met() throws Exception {
        RuleSet rules = rules();
        assertThatThrownBy(() -> ChosenRules.choose(rules, List.of(), List.of("nobody"), List.of(), Map.of()))
                .hasMessage("no rule is called nobody; 'parapet rules list' shows all");
        assertThatThrownBy(() -> ChosenRules.choose(rules, List.of(rule("a-rule", "")), List.of(), List.of(), Map.of()))
                .hasMessage("the rule a-rule is there twice; give yours another name");
        assertThatThrownBy(() -> Config.read("parapet.yaml", "skips: [a]\n"))
                .hasMessage("has no field skips; there are flows, only, rules, severity, skip");
        assertThatThrownBy(() -> Config.read("parapet.yaml", "severity: { a: grave }\n"))
                .hasMessage("has the severity grave; there are info, low, medium, high and critical");
        assertThatThrownBy(() -> Config.read("parapet.yaml", "rules: [../x]\n"))
                .hasMessage("has the folder ../x; name one below the file itself");
    }
}
