package dev.parapet.read.cloudformation.sam.template;

import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What references in the template must become once it is transformed: a resource that has a new logical id, and names such as
 * {@code MyFunction.Alias} that stand for a resource which was made (AWS SAM, "Referencing generated resources").
 */
public final class References {
    private final Map<String, String> renamed = new HashMap<>();
    private final Map<String, Map<String, String>> derived = new HashMap<>();
    private final IdentityHashMap<Value, Value> done = new IdentityHashMap<>();

    /** A resource has another logical id than its author gave it. */
    public void renamed(String from, String to) {
        if (!from.equals(to)) {
            renamed.put(from, to);
        }
    }

    /** {@code resource.name} stands for another resource. */
    public void derived(String resource, String name, String target) {
        derived.computeIfAbsent(resource, key -> new HashMap<>()).putIfAbsent(name, target);
    }

    /** The logical id that a resource has now. */
    public String current(String id) {
        return renamed.getOrDefault(id, id);
    }

    /** A value with all references as they must be. */
    Value apply(Value value) {
        if (renamed.isEmpty() && derived.isEmpty()) {
            return value;
        }
        return switch (value) {
            case Value.Mapping mapping -> {
                // What Globals give is shared by many resources, and is walked through once.
                Value known = done.get(mapping);
                if (known == null) {
                    known = mapping(mapping);
                    done.put(mapping, known);
                }
                yield known;
            }
            case Value.Sequence sequence -> sequence(sequence);
            default -> value;
        };
    }

    private Value sequence(Value.Sequence sequence) {
        List<Value> items = new ArrayList<>();
        boolean changed = false;
        for (Value item : sequence.items()) {
            Value after = apply(item);
            changed |= after != item;
            items.add(after);
        }
        return changed ? new Value.Sequence(items, sequence.span()) : sequence;
    }

    private Value mapping(Value.Mapping mapping) {
        if (mapping.entries().size() == 1) {
            Value function = function(mapping);
            if (function != null) {
                return function;
            }
        }
        MappingBuilder builder = MappingBuilder.of(mapping);
        boolean changed = false;
        for (Map.Entry<String, Value.Entry> entry : mapping.entries().entrySet()) {
            Value before = entry.getValue().value();
            Value after = entry.getKey().equals("DependsOn") ? dependsOn(before) : apply(before);
            if (after != before) {
                builder.put(entry.getKey(), after);
                changed = true;
            }
        }
        return changed ? builder.build() : mapping;
    }

    private Value dependsOn(Value value) {
        return switch (value) {
            case Value.Text text ->
                renamed.containsKey(text.text()) ? new Value.Text(current(text.text()), text.span()) : text;
            case Value.Sequence sequence ->
                new Value.Sequence(
                        sequence.items().stream()
                                .map(item -> item instanceof Value.Text ? dependsOn(item) : apply(item))
                                .toList(),
                        sequence.span());
            default -> apply(value);
        };
    }

    private @Nullable Value function(Value.Mapping mapping) {
        Values values = Values.of(mapping);
        if (mapping.get("Ref") instanceof Value.Text name) {
            String target = target(name.text());
            return target == null ? null : values.map("Ref", new Value.Text(target, name.span()));
        }
        if (mapping.get("Fn::GetAtt") instanceof Value.Sequence parts) {
            return getAtt(parts, values);
        }
        Value sub = mapping.get("Fn::Sub");
        if (sub instanceof Value.Text text) {
            return values.map("Fn::Sub", substituted(text));
        }
        if (sub instanceof Value.Sequence parts
                && !parts.items().isEmpty()
                && parts.items().getFirst() instanceof Value.Text text) {
            List<Value> items = new ArrayList<>();
            items.add(substituted(text));
            for (Value item : parts.items().subList(1, parts.items().size())) {
                items.add(apply(item));
            }
            return values.map("Fn::Sub", new Value.Sequence(items, parts.span()));
        }
        return null;
    }

    /** What a {@code Ref} becomes; null when it stays. */
    private @Nullable String target(String name) {
        int point = name.indexOf('.');
        return point < 0
                ? renamed.get(name)
                : derived.getOrDefault(name.substring(0, point), Map.of()).get(name.substring(point + 1));
    }

    private @Nullable Value getAtt(Value.Sequence call, Values values) {
        List<String> parts = new ArrayList<>();
        for (Value item : call.items()) {
            if (!(item instanceof Value.Text text)) {
                return null;
            }
            parts.addAll(List.of(text.text().split("\\.", -1)));
        }
        if (call.items().size() < 2) {
            return null;
        }
        String id = renamed.get(parts.getFirst());
        int replaced = 1;
        if (id == null) {
            id = derived.getOrDefault(parts.getFirst(), Map.of()).get(parts.get(1));
            replaced = 2;
        }
        if (id == null) {
            return null;
        }
        List<Value> items = new ArrayList<>();
        items.add(values.text(id));
        parts.subList(replaced, parts.size()).forEach(part -> items.add(values.text(part)));
        return values.map("Fn::GetAtt", values.list(items));
    }

    private Value.Text substituted(Value.Text text) {
        String replaced = SubText.replace(text.text(), name -> "${" + variable(name) + "}");
        return replaced.equals(text.text()) ? text : new Value.Text(replaced, text.span());
    }

    private String variable(String name) {
        int point = name.indexOf('.');
        String id = point < 0 ? name : name.substring(0, point);
        if (renamed.containsKey(id)) {
            return renamed.get(id) + (point < 0 ? "" : name.substring(point));
        }
        if (point < 0) {
            return name;
        }
        int next = name.indexOf('.', point + 1);
        String attribute = name.substring(point + 1, next < 0 ? name.length() : next);
        String target = derived.getOrDefault(id, Map.of()).get(attribute);
        return target == null ? name : target + (next < 0 ? "" : name.substring(next));
    }
}
