package dev.parapet.core.need.resource;

import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.List;

/** The values that one under conditions can be. */
final class Alternatives {
    /** More are not told apart. */
    private static final int MAX = 16;

    private Alternatives() {}

    /** The values, no {@link Value.Conditional} among them or within a text of parts; none where there is no value. */
    static List<Value> of(Value value) {
        List<Value> found = new ArrayList<>();
        collect(value, found, 0);
        return found;
    }

    private static void collect(Value value, List<Value> found, int depth) {
        if (found.size() >= MAX || depth > MAX) {
            return;
        }
        switch (value) {
            case Value.Conditional either -> {
                collect(either.whenTrue(), found, depth + 1);
                collect(either.whenFalse(), found, depth + 1);
            }
            case Value.Composed composed -> composed(composed, found);
            case Value.Sequence sequence -> sequence.items().forEach(item -> collect(item, found, depth + 1));
            case Value.Absent ignored -> {}
            case Value.Null ignored -> {}
            case Value.Text ignored -> found.add(value);
            case Value.Number ignored -> found.add(value);
            case Value.Bool ignored -> found.add(value);
            case Value.Mapping ignored -> found.add(value);
            case Value.Reference ignored -> found.add(value);
            case Value.DynamicReference ignored -> found.add(value);
            case Value.Unresolved ignored -> found.add(value);
        }
    }

    private static void composed(Value.Composed composed, List<Value> found) {
        List<List<Value>> combinations = List.of(List.of());
        for (Value part : composed.parts()) {
            List<List<Value>> next = new ArrayList<>();
            for (List<Value> before : combinations) {
                for (Value alternative : of(part)) {
                    if (next.size() < MAX) {
                        List<Value> combination = new ArrayList<>(before);
                        combination.add(alternative);
                        next.add(combination);
                    }
                }
            }
            combinations = next;
        }
        combinations.forEach(parts -> found.add(new Value.Composed(parts, composed.span())));
    }
}
