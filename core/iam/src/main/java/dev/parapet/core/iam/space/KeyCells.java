package dev.parapet.core.iam.space;

import dev.parapet.core.iam.evaluation.ConditionMatch;
import dev.parapet.core.iam.evaluation.Truth;
import dev.parapet.core.iam.policy.Condition;
import dev.parapet.core.iam.policy.Operator;
import dev.parapet.core.iam.policy.Operator.Comparison;
import dev.parapet.core.iam.policy.Operator.Quantifier;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.request.Context;
import dev.parapet.core.iam.request.ContextValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a condition key can be, one value for each way in which some conditions on it can come out.
 *
 * @param key the key in lower case
 * @param values the values, absence first
 * @param undecided why these may not be all ways, sorted; empty when they are
 */
record KeyCells(String key, List<ContextValue> values, List<String> undecided) {
    /** Ways that are told apart; a set operator can make two to the power of its elements. */
    private static final int MAX_WAYS = 200;

    static KeyCells of(String key, List<Condition> conditions) {
        SortedSet<String> undecided = new TreeSet<>();
        Map<List<Truth>, ContextValue> ways = new LinkedHashMap<>();
        add(new ContextValue.Absent(), key, conditions, ways);
        List<String> elements = new ArrayList<>();
        Set<List<Truth>> seen = new HashSet<>();
        for (String value : ValueCells.of(patterns(conditions), undecided)) {
            add(new ContextValue.One(value), key, conditions, ways);
            if (seen.add(outcome(new ContextValue.Many(List.of(value)), key, conditions))) {
                elements.add(value);
            }
        }
        if (conditions.stream().anyMatch(KeyCells::takesSeveral)) {
            addSets(elements, key, conditions, ways, undecided);
        }
        return new KeyCells(key, List.copyOf(ways.values()), List.copyOf(undecided));
    }

    /** Sets of values, from the empty one on, as long as another element makes another way. */
    private static void addSets(
            List<String> elements,
            String key,
            List<Condition> conditions,
            Map<List<Truth>, ContextValue> ways,
            SortedSet<String> undecided) {
        List<List<String>> open = new ArrayList<>();
        open.add(List.of());
        add(new ContextValue.Many(List.of()), key, conditions, ways);
        Set<List<Truth>> met = new HashSet<>();
        met.add(outcome(new ContextValue.Many(List.of()), key, conditions));
        for (int i = 0; i < open.size(); i++) {
            for (String element : elements) {
                List<String> more = new ArrayList<>(open.get(i));
                more.add(element);
                ContextValue set = new ContextValue.Many(more);
                if (met.add(outcome(set, key, conditions))) {
                    if (met.size() > MAX_WAYS) {
                        undecided.add("too many sets of values of " + key);
                        return;
                    }
                    add(set, key, conditions, ways);
                    open.add(more);
                }
            }
        }
    }

    private static boolean takesSeveral(Condition condition) {
        Operator operator = condition.operator();
        return operator != null && operator.quantifier() != Quantifier.ONE;
    }

    private static void add(
            ContextValue value, String key, List<Condition> conditions, Map<List<Truth>, ContextValue> ways) {
        ways.putIfAbsent(outcome(value, key, conditions), value);
    }

    private static List<Truth> outcome(ContextValue value, String key, List<Condition> conditions) {
        Context context = new Context(Map.of(key, value), true);
        return conditions.stream()
                .map(each -> ConditionMatch.holds(each, context))
                .toList();
    }

    private static Map<Comparison, List<TextPattern>> patterns(List<Condition> conditions) {
        Map<Comparison, List<TextPattern>> patterns = new LinkedHashMap<>();
        for (Condition condition : conditions) {
            if (condition.operator() != null) {
                patterns.computeIfAbsent(condition.operator().comparison(), each -> new ArrayList<>())
                        .addAll(condition.values());
            }
        }
        return patterns;
    }
}
