package dev.parapet.core.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rules that are all in memory. */
final class ListedRules implements RuleSet {
    private final List<Rule> rules;
    private final Map<String, List<Rule>> byType = new HashMap<>();
    private final Map<String, Fact> facts;

    ListedRules(List<Rule> rules, Map<String, Fact> facts) {
        List<Rule> sorted = new ArrayList<>(rules);
        sorted.sort(Comparator.comparing(Rule::id));
        this.rules = List.copyOf(sorted);
        this.facts = Map.copyOf(facts);
        for (Rule rule : this.rules) {
            for (String type : rule.resourceTypes()) {
                byType.computeIfAbsent(type, key -> new ArrayList<>()).add(rule);
            }
        }
    }

    @Override
    public List<Rule> forType(String type) {
        return List.copyOf(byType.getOrDefault(type, List.of()));
    }

    @Override
    public List<Rule> all() {
        return rules;
    }

    @Override
    public Map<String, Fact> facts() {
        return facts;
    }
}
