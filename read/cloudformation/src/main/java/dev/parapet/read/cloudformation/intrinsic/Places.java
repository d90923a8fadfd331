package dev.parapet.read.cloudformation.intrinsic;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts a value that is written elsewhere in the place that refers to it. */
final class Places {
    private static final int MAX_DEPTH = 50;

    private Places() {}

    /** The same value, written at {@code span}. */
    static Value at(Value value, Span span, Budget budget) {
        return at(value, span, budget, 0);
    }

    private static Value at(Value value, Span span, Budget budget, int depth) {
        if (depth > MAX_DEPTH || !budget.step()) {
            return new Value.Unresolved("the value", "the value is too large", span);
        }
        return switch (value) {
            case Value.Null ignored -> new Value.Null(span);
            case Value.Bool bool -> new Value.Bool(bool.value(), span, bool.provenance());
            case Value.Number number -> new Value.Number(number.value(), span, number.provenance());
            case Value.Text text -> new Value.Text(text.text(), span, text.provenance());
            case Value.Sequence sequence -> new Value.Sequence(all(sequence.items(), span, budget, depth), span);
            case Value.Mapping mapping -> {
                Map<String, Value.Entry> entries = new LinkedHashMap<>();
                for (Map.Entry<String, Value.Entry> entry : mapping.entries().entrySet()) {
                    entries.put(
                            entry.getKey(),
                            new Value.Entry(span, at(entry.getValue().value(), span, budget, depth + 1)));
                }
                yield new Value.Mapping(entries, span);
            }
            case Value.Reference reference ->
                new Value.Reference(reference.target(), reference.attribute(), span, reference.provenance());
            case Value.Composed composed -> new Value.Composed(all(composed.parts(), span, budget, depth), span);
            case Value.DynamicReference dynamic -> new Value.DynamicReference(dynamic.service(), dynamic.key(), span);
            case Value.Conditional either ->
                new Value.Conditional(
                        either.condition(),
                        at(either.whenTrue(), span, budget, depth + 1),
                        at(either.whenFalse(), span, budget, depth + 1),
                        span);
            case Value.Absent ignored -> new Value.Absent(span);
            case Value.Unresolved unresolved -> new Value.Unresolved(unresolved.missing(), unresolved.reason(), span);
        };
    }

    private static List<Value> all(List<Value> values, Span span, Budget budget, int depth) {
        List<Value> moved = new ArrayList<>(values.size());
        for (Value value : values) {
            moved.add(at(value, span, budget, depth + 1));
        }
        return moved;
    }
}
