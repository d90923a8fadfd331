package dev.parapet.core.rule.evaluation;

import dev.parapet.model.Value;
import java.util.SortedSet;
import java.util.TreeSet;

/** Names what would settle a value that is not known whole. */
public final class Missing {
    private Missing() {}

    /** What is missing of a value; never empty for one that is not known whole. */
    public static SortedSet<String> of(Value value) {
        SortedSet<String> missing = new TreeSet<>();
        collect(value, missing);
        if (missing.isEmpty()) {
            missing.add("the value at " + value.span());
        }
        return missing;
    }

    private static void collect(Value value, SortedSet<String> missing) {
        switch (value) {
            case Value.Unresolved unresolved -> missing.add(unresolved.missing());
            case Value.Reference reference -> missing.add(name(reference));
            case Value.DynamicReference dynamic -> missing.add(name(dynamic));
            case Value.Composed composed -> {
                for (Value part : composed.parts()) {
                    collect(part, missing);
                }
            }
            case Value.Null ignored -> {}
            case Value.Bool ignored -> {}
            case Value.Number ignored -> {}
            case Value.Text ignored -> {}
            case Value.Sequence ignored -> {}
            case Value.Mapping ignored -> {}
            case Value.Conditional ignored -> {}
            case Value.Absent ignored -> {}
        }
    }

    /** What to call an attribute that exists once its resource is deployed. */
    static String name(Value.Reference reference) {
        return reference.attribute().equals("Ref")
                ? "the name of " + reference.target().name()
                : reference.target().name() + "." + reference.attribute();
    }

    /** A dynamic reference as it is written. */
    static String name(Value.DynamicReference reference) {
        return "{{resolve:" + reference.service() + ":" + reference.key() + "}}";
    }
}
