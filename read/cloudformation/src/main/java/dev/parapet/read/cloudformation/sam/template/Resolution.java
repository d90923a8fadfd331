package dev.parapet.read.cloudformation.sam.template;

import dev.parapet.model.Provenance;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.parameter.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What SAM itself resolves, in the few places where it does: {@code Ref} and {@code Fn::Sub} to parameters that were given or
 * have a default, and {@code Fn::FindInMap} with keys that are known. Everything else is left to CloudFormation.
 */
public final class Resolution {
    private final Map<String, Value> values = new HashMap<>();
    private final @Nullable Value mappings;
    private final Problems problems;

    private Resolution(@Nullable Value mappings, Problems problems) {
        this.mappings = mappings;
        this.problems = problems;
    }

    static Resolution of(Value.Mapping template, Map<String, Parameter> parameters, Problems problems) {
        Resolution resolution = new Resolution(template.get("Mappings"), problems);
        for (Parameter parameter : parameters.values()) {
            Value declared =
                    template.get("Parameters") instanceof Value.Mapping section ? section.get(parameter.name()) : null;
            Value plain = plain(parameter.value(), declared);
            if (plain != null) {
                resolution.values.put(parameter.name(), plain);
            }
        }
        resolution.values.putIfAbsent(
                "AWS::Partition", new Value.Text(Partition.of(resolution.region()), template.span()));
        return resolution;
    }

    /** The value as SAM has it: a default as it is written, and what was given as a text. */
    private static @Nullable Value plain(Value value, @Nullable Value declared) {
        if (declared instanceof Value.Mapping declaration
                && declaration.get("Default") instanceof Value written
                && written.span().equals(value.span())) {
            return declaration.get("Type") instanceof Value.Text type
                            && type.text().startsWith("AWS::SSM::")
                    ? null
                    : withProvenance(written, value.provenance());
        }
        return switch (value) {
            case Value.Text text -> text;
            case Value.Bool bool -> bool;
            case Value.Number number ->
                new Value.Text(number.value().toPlainString(), number.span(), number.provenance());
            case Value.Sequence sequence -> joined(sequence);
            default -> null;
        };
    }

    private static @Nullable Value joined(Value.Sequence sequence) {
        List<String> texts = new ArrayList<>();
        for (Value item : sequence.items()) {
            if (!(item instanceof Value.Text text)) {
                return null;
            }
            texts.add(text.text());
        }
        return new Value.Text(String.join(",", texts), sequence.span());
    }

    private static Value withProvenance(Value value, @Nullable Provenance provenance) {
        return switch (value) {
            case Value.Text text -> new Value.Text(text.text(), text.span(), provenance);
            case Value.Number number -> new Value.Number(number.value(), number.span(), provenance);
            case Value.Bool bool -> new Value.Bool(bool.value(), bool.span(), provenance);
            default -> value;
        };
    }

    /** The region, when it is known. */
    public @Nullable String region() {
        return values.get("AWS::Region") instanceof Value.Text region ? region.text() : null;
    }

    /** The partition of the region; the public one when no region is known. */
    public String partition() {
        return Partition.of(region());
    }

    /** The value of a parameter; null when it has none that is known. */
    public @Nullable Value parameter(String name) {
        return values.get(name);
    }

    /** A value with its references to parameters resolved, however deep they stand. */
    public Value parameters(Value value) {
        return resolve(value);
    }

    /** The same for a value that may be absent. */
    public @Nullable Value parametersOrNull(@Nullable Value value) {
        return value == null ? null : resolve(value);
    }

    /**
     * What SAM leaves of a value in the template after it has looked what the value resolves to: a {@code Ref} by itself
     * stays, and within everything else the parameters are resolved for good.
     */
    public Value lookedAt(Value value) {
        return Intrinsics.argument(value, "Ref") == null ? resolve(value) : value;
    }

    private Value resolve(Value value) {
        return switch (value) {
            case Value.Mapping mapping when mapping.entries().size() == 1 -> function(mapping);
            case Value.Mapping mapping -> inside(mapping);
            case Value.Sequence sequence -> inside(sequence);
            default -> value;
        };
    }

    private Value function(Value.Mapping mapping) {
        if (mapping.get("Ref") instanceof Value.Text name) {
            Value known = values.get(name.text());
            return known == null ? mapping : placed(known, name.span());
        }
        Value sub = mapping.get("Fn::Sub");
        if (sub instanceof Value.Text text) {
            return Values.of(mapping).map("Fn::Sub", substituted(text));
        }
        if (sub instanceof Value.Sequence parts
                && !parts.items().isEmpty()
                && parts.items().getFirst() instanceof Value.Text text) {
            List<Value> items = new ArrayList<>(parts.items());
            items.set(0, substituted(text));
            return Values.of(mapping).map("Fn::Sub", inside(new Value.Sequence(items, parts.span())));
        }
        return inside(mapping);
    }

    private Value.Text substituted(Value.Text text) {
        String replaced = SubText.replace(text.text(), name -> {
            Value known = values.get(name);
            if (known == null || known instanceof Value.Null) {
                return "${" + name + "}";
            }
            if (known instanceof Value.Text plain) {
                return plain.text();
            }
            problems.add(Problem.ofTemplate(
                    "Invalid Fn::Sub variable value " + LogicalIds.json(known)
                            + ". Fn::Sub expects all variables to be strings.",
                    text.span()));
            return "${" + name + "}";
        });
        return new Value.Text(replaced, text.span());
    }

    private Value inside(Value.Mapping mapping) {
        MappingBuilder builder = MappingBuilder.of(mapping);
        boolean changed = false;
        for (Map.Entry<String, Value.Entry> entry : mapping.entries().entrySet()) {
            Value before = entry.getValue().value();
            Value after = resolve(before);
            if (after != before) {
                builder.put(entry.getKey(), after);
                changed = true;
            }
        }
        return changed ? builder.build() : mapping;
    }

    private Value inside(Value.Sequence sequence) {
        List<Value> items = new ArrayList<>();
        boolean changed = false;
        for (Value item : sequence.items()) {
            Value after = resolve(item);
            changed |= after != item;
            items.add(after);
        }
        return changed ? new Value.Sequence(items, sequence.span()) : sequence;
    }

    /** The value of a parameter at the place that refers to it. */
    private static Value placed(Value value, Span span) {
        return switch (value) {
            case Value.Text text -> new Value.Text(text.text(), span, text.provenance());
            case Value.Number number -> new Value.Number(number.value(), span, number.provenance());
            case Value.Bool bool -> new Value.Bool(bool.value(), span, bool.provenance());
            default -> value;
        };
    }

    /** What {@code Fn::FindInMap} finds, wherever it stands within a value; left as it is when a key is not known. */
    public Value mappings(Value value) {
        return switch (value) {
            case Value.Mapping mapping -> {
                Value found = find(mapping);
                if (found != mapping) {
                    yield found;
                }
                MappingBuilder builder = MappingBuilder.of(mapping);
                mapping.entries().forEach((name, entry) -> builder.put(name, mappings(entry.value())));
                yield builder.build();
            }
            case Value.Sequence sequence ->
                new Value.Sequence(sequence.items().stream().map(this::mappings).toList(), sequence.span());
            default -> value;
        };
    }

    private Value find(Value.Mapping call) {
        Value argument = Intrinsics.argument(call, "Fn::FindInMap");
        if (!(mappings instanceof Value.Mapping maps)
                || maps.entries().isEmpty()
                || !(argument instanceof Value.Sequence keys)) {
            return call;
        }
        if (keys.items().size() != 3) {
            problems.add(Problem.ofTemplate(
                    "Invalid FindInMap value " + Shown.of(keys) + ". FindInMap expects an array with 3 values.",
                    call.span()));
            return call;
        }
        List<String> names = new ArrayList<>();
        for (Value key : keys.items()) {
            Value known = key instanceof Value.Mapping inner ? find(inner) : key;
            if (!(known instanceof Value.Text text)) {
                return call;
            }
            names.add(text.text());
        }
        return maps.get(names.get(0)) instanceof Value.Mapping first
                        && first.get(names.get(1)) instanceof Value.Mapping second
                        && second.get(names.get(2)) instanceof Value found
                ? placed(found, call.span())
                : call;
    }
}
