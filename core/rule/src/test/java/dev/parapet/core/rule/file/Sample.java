package dev.parapet.core.rule.file;

import dev.parapet.model.Condition;
import dev.parapet.model.ResourceId;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values out of YAML, with a notation for what YAML has not: {@code {$unknown: Parameter Stage}}, {@code {$ref: Table.Arn}},
 * {@code {$join: [a, {$ref: B.Arn}]}}, {@code {$if: [IsProd, a, b]}}, {@code {$absent: 1}}. A condition {@code IsProd} means that
 * {@code Parameter Stage} equals {@code prod}, {@code IsTest} that it equals {@code test}; any other is opaque.
 */
public final class Sample {
    private Sample() {}

    /** The mapping that a YAML text is. */
    public static Value.Mapping mapping(String yaml) {
        try {
            return (Value.Mapping) value(YamlText.read("template.yaml", 0, yaml));
        } catch (RuleFileException e) {
            throw new IllegalArgumentException(e.described(), e);
        }
    }

    /** A condition by its name. */
    public static Condition condition(String name) {
        if (name.startsWith("!")) {
            return new Condition.Not(condition(name.substring(1)));
        }
        return new Condition.Named(
                "template.yaml",
                name,
                switch (name) {
                    case "IsProd" -> new Condition.Equals("Parameter Stage", "prod");
                    case "IsTest" -> new Condition.Equals("Parameter Stage", "test");
                    default -> new Condition.Opaque(name);
                });
    }

    private static Value value(Value raw) {
        return switch (raw) {
            case Value.Mapping mapping
            when mapping.entries().size() == 1 && name(mapping).startsWith("$") ->
                special(
                        name(mapping),
                        mapping.entries().values().iterator().next().value(),
                        mapping.span());
            case Value.Mapping mapping -> {
                Map<String, Value.Entry> entries = new LinkedHashMap<>();
                mapping.entries()
                        .forEach((name, entry) ->
                                entries.put(name, new Value.Entry(entry.keySpan(), value(entry.value()))));
                yield new Value.Mapping(entries, mapping.span());
            }
            case Value.Sequence sequence -> new Value.Sequence(all(sequence), sequence.span());
            default -> raw;
        };
    }

    private static String name(Value.Mapping mapping) {
        return mapping.entries().keySet().iterator().next();
    }

    private static List<Value> all(Value value) {
        List<Value> items = new ArrayList<>();
        for (Value item : ((Value.Sequence) value).items()) {
            items.add(value(item));
        }
        return items;
    }

    private static Value special(String name, Value argument, Span span) {
        return switch (name) {
            case "$unknown" -> new Value.Unresolved(text(argument), "it is not given", span);
            case "$absent" -> new Value.Absent(span);
            case "$ref" -> {
                String[] parts = text(argument).split("\\.", -1);
                yield new Value.Reference(
                        new ResourceId("template.yaml", parts[0]), parts.length > 1 ? parts[1] : "Ref", span);
            }
            case "$join" -> new Value.Composed(all(argument), span);
            case "$if" -> {
                List<Value> items = all(argument);
                yield new Value.Conditional(condition(text(items.get(0))), items.get(1), items.get(2), span);
            }
            default -> throw new IllegalArgumentException("no such notation: " + name);
        };
    }

    private static String text(Value value) {
        return ((Value.Text) value).text();
    }
}
