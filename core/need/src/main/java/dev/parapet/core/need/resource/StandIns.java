package dev.parapet.core.need.resource;

import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Values;
import dev.parapet.core.need.action.ResourcePattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Leaves out what does not come about where a text stands in for a variable of the environment: {@code process.env.TABLE || "orders"} is
 * the variable where the template sets it, and the text where it does not.
 */
final class StandIns {
    private StandIns() {}

    /**
     * The patterns that come about.
     *
     * @param isSet whether a variable of the function's environment has a value
     */
    static List<ResourcePattern> meant(List<ResourcePattern> patterns, Predicate<String> isSet) {
        Set<ResourcePattern> left = new HashSet<>();
        for (ResourcePattern pattern : patterns) {
            for (FlowValue.Environment variable : variables(pattern.parts())) {
                for (String text : variable.standIns()) {
                    List<FlowValue> parts = joined(with(pattern.parts(), variable, text));
                    for (ResourcePattern other : patterns) {
                        if (other.parts().equals(parts)) {
                            left.add(isSet.test(variable.name()) ? other : pattern);
                        }
                    }
                }
            }
        }
        return patterns.stream().filter(pattern -> !left.contains(pattern)).toList();
    }

    private static List<FlowValue.Environment> variables(List<FlowValue> parts) {
        List<FlowValue.Environment> variables = new ArrayList<>();
        for (FlowValue part : parts) {
            switch (part) {
                case FlowValue.Environment variable -> variables.add(variable);
                case FlowValue.Concatenation inner -> variables.addAll(variables(inner.parts()));
                case FlowValue.Derived inner -> variables.addAll(variables(inner.from()));
                default -> {}
            }
        }
        return variables;
    }

    private static List<FlowValue> with(List<FlowValue> parts, FlowValue.Environment variable, String text) {
        List<FlowValue> changed = new ArrayList<>();
        for (FlowValue part : parts) {
            changed.add(
                    switch (part) {
                        case FlowValue.Environment it when it.equals(variable) -> new FlowValue.Text(text);
                        case FlowValue.Concatenation it -> Values.concatenation(with(it.parts(), variable, text));
                        case FlowValue.Derived it -> new FlowValue.Derived(it.how(), with(it.from(), variable, text));
                        default -> part;
                    });
        }
        return changed;
    }

    /** Parts of which neighbouring texts are one, as those of a pattern are. */
    private static List<FlowValue> joined(List<FlowValue> parts) {
        List<FlowValue> joined = new ArrayList<>();
        for (FlowValue part : parts) {
            if (part instanceof FlowValue.Text(String text)
                    && !joined.isEmpty()
                    && joined.getLast() instanceof FlowValue.Text(String before)) {
                joined.set(joined.size() - 1, new FlowValue.Text(before + text));
            } else {
                joined.add(part);
            }
        }
        return joined;
    }
}
