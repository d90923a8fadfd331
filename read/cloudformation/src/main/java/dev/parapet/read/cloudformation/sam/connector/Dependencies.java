package dev.parapet.read.cloudformation.sam.connector;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.LogicalIds;
import dev.parapet.read.cloudformation.sam.template.MappingBuilder;
import dev.parapet.read.cloudformation.sam.template.Output;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What depends on what a connector makes. */
final class Dependencies {
    private Dependencies() {}

    /** Lets a resource depend on another one. */
    static void add(String resource, String on, Transformation transformation) {
        Value.Mapping known = transformation.output().resource(resource);
        if (known != null) {
            put(resource, known, joined(listed(known.get("DependsOn")), List.of(on), known), transformation.output());
        }
    }

    /** Lets the mapping between an event source and a function depend on another resource, when there is one such mapping. */
    static void addToMapping(String source, String function, String on, Transformation transformation) {
        List<String> mappings = new ArrayList<>();
        Map<String, Value.Entry> all = transformation.output().resources();
        transformation.allowance().take(all.size());
        for (Map.Entry<String, Value.Entry> entry : all.entrySet()) {
            if (entry.getValue().value() instanceof Value.Mapping resource
                    && resource.get("Type") instanceof Value.Text type
                    && type.text().equals("AWS::Lambda::EventSourceMapping")
                    && resource.get("Properties") instanceof Value.Mapping properties
                    && function.equals(Intrinsics.logicalId(properties.get("FunctionName")))
                    && source.equals(Intrinsics.logicalId(properties.get("EventSourceArn")))) {
                mappings.add(entry.getKey());
            }
        }
        if (mappings.size() == 1) {
            add(mappings.getFirst(), on, transformation);
        }
    }

    /** Whoever depends on a connector depends on what it made instead. */
    static void replace(String connector, List<String> made, Transformation transformation) {
        Output output = transformation.output();
        Map<String, Value.Entry> all = output.resources();
        transformation.allowance().take(all.size());
        for (Map.Entry<String, Value.Entry> entry : all.entrySet()) {
            if (entry.getValue().value() instanceof Value.Mapping resource) {
                List<Value> before = listed(resource.get("DependsOn"));
                List<Value> others =
                        before.stream().filter(each -> !is(each, connector)).toList();
                if (others.size() < before.size()) {
                    put(entry.getKey(), resource, joined(others, made, resource), output);
                }
            }
        }
    }

    private static boolean is(Value value, String id) {
        return value instanceof Value.Text text && text.text().equals(id);
    }

    private static List<Value> listed(@Nullable Value dependsOn) {
        return switch (dependsOn) {
            case null -> List.of();
            case Value.Sequence sequence -> sequence.items();
            default -> List.of(dependsOn);
        };
    }

    private static List<Value> joined(List<Value> before, List<String> added, Value cause) {
        List<Value> all = new ArrayList<>(before);
        List<String> known =
                new ArrayList<>(before.stream().map(LogicalIds::json).toList());
        for (String each : added) {
            Value.Text text = Values.of(cause).text(each);
            if (!known.contains(LogicalIds.json(text))) {
                known.add(LogicalIds.json(text));
                all.add(text);
            }
        }
        return all;
    }

    private static void put(String id, Value.Mapping resource, List<Value> dependsOn, Output output) {
        output.replace(
                id,
                MappingBuilder.of(resource)
                        .put("DependsOn", Values.of(resource).list(dependsOn))
                        .build());
    }
}
