package dev.parapet.core.rule;

import dev.parapet.model.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The built-in rules and the user's own, as far as they are wanted. Rules of types that do not occur stay undecoded unless a wish
 * names rules by the ids of other tools.
 */
public final class ChosenRules implements RuleSet {
    private static final Comparator<Rule> BY_ID = Comparator.comparing(Rule::id);

    private final RuleSet builtIn;
    private final RuleSet own;
    private final Set<String> skip;
    private final Set<String> only;
    private final Map<String, Severity> severity;

    private ChosenRules(
            RuleSet builtIn, RuleSet own, Set<String> skip, Set<String> only, Map<String, Severity> severity) {
        this.builtIn = builtIn;
        this.own = own;
        this.skip = skip;
        this.only = only;
        this.severity = severity;
    }

    /** A wish that cannot be met; the message says which. */
    public static final class UnknownRuleException extends Exception {
        UnknownRuleException(String message) {
            super(message);
        }
    }

    /**
     * Chooses among rules.
     *
     * @param own the user's own rules
     * @param skip ids of rules that are not wanted, their own or those of other tools
     * @param only ids of the rules that alone are wanted; empty for all
     * @param severity severities by id, instead of the rules' own
     * @throws UnknownRuleException when an id is nobody's, or an own rule has the id of a built-in one
     */
    public static RuleSet choose(
            RuleSet builtIn, List<Rule> own, List<String> skip, List<String> only, Map<String, Severity> severity)
            throws UnknownRuleException {
        if (own.isEmpty() && skip.isEmpty() && only.isEmpty() && severity.isEmpty()) {
            return builtIn;
        }
        Map<String, Set<String>> byAnyId = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (Rule rule : builtIn.all()) {
            ids.add(rule.id());
            name(rule, byAnyId);
        }
        for (Rule rule : own) {
            if (!ids.add(rule.id())) {
                throw new UnknownRuleException("the rule " + rule.id() + " is there twice; give yours another name");
            }
            name(rule, byAnyId);
        }
        Map<String, Severity> severities = new HashMap<>();
        for (Map.Entry<String, Severity> entry : severity.entrySet()) {
            for (String id : find(entry.getKey(), byAnyId)) {
                severities.put(id, entry.getValue());
            }
        }
        return new ChosenRules(
                builtIn, RuleSet.of(own, Map.of()), findAll(skip, byAnyId), findAll(only, byAnyId), severities);
    }

    private static void name(Rule rule, Map<String, Set<String>> byAnyId) {
        byAnyId.computeIfAbsent(rule.id(), id -> new HashSet<>()).add(rule.id());
        for (String other : rule.sameAs()) {
            byAnyId.computeIfAbsent(other, id -> new HashSet<>()).add(rule.id());
        }
    }

    private static Set<String> findAll(List<String> wanted, Map<String, Set<String>> byAnyId)
            throws UnknownRuleException {
        Set<String> found = new HashSet<>();
        for (String id : wanted) {
            found.addAll(find(id, byAnyId));
        }
        return found;
    }

    private static Set<String> find(String id, Map<String, Set<String>> byAnyId) throws UnknownRuleException {
        Set<String> found = byAnyId.get(id);
        if (found == null) {
            throw new UnknownRuleException("no rule is called " + id + "; 'parapet rules list' shows all");
        }
        return found;
    }

    @Override
    public List<Rule> forType(String type) {
        return chosen(builtIn.forType(type), own.forType(type));
    }

    @Override
    public List<Rule> all() {
        return chosen(builtIn.all(), own.all());
    }

    @Override
    public Map<String, Fact> facts() {
        return builtIn.facts();
    }

    private List<Rule> chosen(List<Rule> first, List<Rule> second) {
        List<Rule> chosen = new ArrayList<>(first.size() + second.size());
        for (List<Rule> rules : List.of(first, second)) {
            for (Rule rule : rules) {
                if (!skip.contains(rule.id()) && (only.isEmpty() || only.contains(rule.id()))) {
                    Severity other = severity.get(rule.id());
                    chosen.add(other == null ? rule : rule.withSeverity(other));
                }
            }
        }
        chosen.sort(BY_ID);
        return chosen;
    }
}
