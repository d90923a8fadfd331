package dev.parapet.read.cloudformation.transform;

import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What {@code AWS::LanguageExtensions} replaces in the template itself: {@code Fn::Length}, {@code Fn::ToJsonString} and {@code
 * Fn::FindInMap} with a default value, where all that they ask for is known.
 */
final class Extensions {
    private final UnaryOperator<Value> resolve;

    Extensions(UnaryOperator<Value> resolve) {
        this.resolve = resolve;
    }

    Value apply(Value value) {
        return switch (value) {
            case Value.Mapping mapping -> mapping(mapping);
            case Value.Sequence sequence -> {
                List<Value> items = new ArrayList<>(sequence.items().size());
                for (Value item : sequence.items()) {
                    items.add(apply(item));
                }
                yield new Value.Sequence(items, sequence.span());
            }
            default -> value;
        };
    }

    private Value mapping(Value.Mapping mapping) {
        boolean lookup = mapping.get("Fn::FindInMap") instanceof Value.Sequence keys
                && keys.items().size() == 4;
        if (mapping.entries().size() == 1 && (lookup || mapping.has("Fn::Length") || mapping.has("Fn::ToJsonString"))) {
            Value resolved = resolve.apply(mapping);
            if (isPlain(resolved)) {
                return resolved;
            }
        }
        Map<String, Value.Entry> entries = new LinkedHashMap<>();
        for (Map.Entry<String, Value.Entry> entry : mapping.entries().entrySet()) {
            Value.Entry inner = entry.getValue();
            entries.put(entry.getKey(), new Value.Entry(inner.keySpan(), apply(inner.value())));
        }
        return new Value.Mapping(entries, mapping.span());
    }

    private static boolean isPlain(Value value) {
        return switch (value) {
            case Value.Null ignored -> true;
            case Value.Bool ignored -> true;
            case Value.Number ignored -> true;
            case Value.Text ignored -> true;
            case Value.Sequence sequence -> {
                boolean plain = true;
                for (Value item : sequence.items()) {
                    plain &= isPlain(item);
                }
                yield plain;
            }
            case Value.Mapping mapping -> {
                boolean plain = true;
                for (Value.Entry entry : mapping.entries().values()) {
                    plain &= isPlain(entry.value());
                }
                yield plain;
            }
            default -> false;
        };
    }
}
