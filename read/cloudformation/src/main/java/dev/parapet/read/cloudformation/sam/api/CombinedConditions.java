package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Conditions that hold when any of some others does; CloudFormation takes ten at a time, so that it may need several. */
final class CombinedConditions {
    private static final int MOST = 10;

    private CombinedConditions() {}

    /** Adds such a condition under a name, those that it needs under the name with a number. */
    static void add(String name, Collection<String> conditions, ApiDefinitions definitions, Values values) {
        List<String> left = new ArrayList<>(new TreeSet<>(conditions));
        int number = (left.size() - 2) / (MOST - 1);
        while (left.size() > 1) {
            String next = number > 0 ? name + number-- : name;
            List<String> taken = left.subList(0, Math.min(MOST, left.size()));
            List<Value> any = taken.stream()
                    .<Value>map(condition -> values.map("Condition", values.text(condition)))
                    .toList();
            definitions.condition(next, values.map("Fn::Or", values.list(any)));
            taken.clear();
            left.add(next);
        }
    }
}
