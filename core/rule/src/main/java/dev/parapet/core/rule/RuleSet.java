package dev.parapet.core.rule;

import java.util.List;
import java.util.Map;

/** Rules, found by the type of a resource. */
public interface RuleSet {
    /** The rules about resources of a type, sorted by id. */
    List<Rule> forType(String type);

    /** All rules, sorted by id. */
    List<Rule> all();

    /** The facts that move severities, by name. */
    Map<String, Fact> facts();

    /** A set of some rules. */
    static RuleSet of(List<Rule> rules, Map<String, Fact> facts) {
        return new ListedRules(rules, facts);
    }
}
