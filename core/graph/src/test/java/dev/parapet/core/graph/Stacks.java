package dev.parapet.core.graph;

import dev.parapet.core.graph.json.JsonText;
import dev.parapet.model.Condition;
import dev.parapet.model.Position;
import dev.parapet.model.Resource;
import dev.parapet.model.ResourceId;
import dev.parapet.model.Span;
import dev.parapet.model.Stack;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stacks from the resources map of a JSON template; knows {@code Ref}, {@code Fn::GetAtt}, {@code Fn::Sub} and {@code Fn::If}. */
public final class Stacks {
    private Stacks() {}

    /** The stack of a template {@code template.json}. */
    public static Stack of(String resources) {
        return of("template.json", resources);
    }

    /** The stack of a template. */
    public static Stack of(String path, String resources) {
        long lines = resources.lines().count();
        Span whole = new Span(path, new Position(1, 1), new Position((int) lines, 1000));
        JsonText.Result result = JsonText.parse(new Value.Text(resources, whole));
        if (!(result instanceof JsonText.Result.Parsed parsed)) {
            throw new IllegalArgumentException(result.toString());
        }
        Value.Mapping map = (Value.Mapping) parsed.value();
        List<Resource> all = new ArrayList<>();
        for (Map.Entry<String, Value.Entry> entry : map.entries().entrySet()) {
            Value.Mapping body = (Value.Mapping) entry.getValue().value();
            Value properties = body.get("Properties");
            all.add(new Resource(
                    new ResourceId(path, entry.getKey()),
                    ((Value.Text) body.entries().get("Type").value()).text(),
                    null,
                    null,
                    null,
                    (Value.Mapping) resolve(path, map, properties == null ? empty(body.span()) : properties),
                    empty(body.span()),
                    body.get("Condition") instanceof Value.Text condition
                            ? new Condition.Named(path, condition.text(), new Condition.Opaque(condition.text()))
                            : null,
                    body.span(),
                    entry.getValue().keySpan()));
        }
        return new Stack(path, path, null, all, Map.of(), Map.of(), empty(whole), whole);
    }

    private static Value.Mapping empty(Span span) {
        return new Value.Mapping(Map.of(), span);
    }

    private static Value resolve(String path, Value.Mapping resources, Value value) {
        return switch (value) {
            case Value.Mapping mapping -> {
                Value intrinsic = intrinsic(path, resources, mapping);
                if (intrinsic != null) {
                    yield intrinsic;
                }
                Map<String, Value.Entry> entries = new LinkedHashMap<>();
                mapping.entries()
                        .forEach((name, entry) -> entries.put(
                                name, new Value.Entry(entry.keySpan(), resolve(path, resources, entry.value()))));
                yield new Value.Mapping(entries, mapping.span());
            }
            case Value.Sequence sequence -> {
                List<Value> items = new ArrayList<>();
                sequence.items().forEach(item -> items.add(resolve(path, resources, item)));
                yield new Value.Sequence(items, sequence.span());
            }
            default -> value;
        };
    }

    private static @Nullable Value intrinsic(String path, Value.Mapping resources, Value.Mapping mapping) {
        if (mapping.entries().size() != 1) {
            return null;
        }
        String name = mapping.entries().keySet().iterator().next();
        Value argument = mapping.entries().get(name).value();
        return switch (name) {
            case "Ref" -> named(path, resources, ((Value.Text) argument).text(), mapping.span());
            case "Fn::GetAtt" -> {
                List<Value> items = ((Value.Sequence) argument).items();
                yield new Value.Reference(
                        new ResourceId(path, ((Value.Text) items.get(0)).text()),
                        ((Value.Text) items.get(1)).text(),
                        mapping.span());
            }
            case "Fn::Sub" -> {
                List<Value> parts = new ArrayList<>();
                String text = ((Value.Text) argument).text();
                int from = 0;
                for (int open = text.indexOf("${"); open >= 0; open = text.indexOf("${", from)) {
                    if (open > from) {
                        parts.add(new Value.Text(text.substring(from, open), mapping.span()));
                    }
                    int close = text.indexOf('}', open);
                    parts.add(named(path, resources, text.substring(open + 2, close), mapping.span()));
                    from = close + 1;
                }
                if (from < text.length()) {
                    parts.add(new Value.Text(text.substring(from), mapping.span()));
                }
                yield new Value.Composed(parts, mapping.span());
            }
            case "Fn::If" -> {
                List<Value> items = ((Value.Sequence) argument).items();
                String condition = ((Value.Text) items.get(0)).text();
                yield new Value.Conditional(
                        new Condition.Named(path, condition, new Condition.Opaque(condition)),
                        resolve(path, resources, items.get(1)),
                        resolve(path, resources, items.get(2)),
                        mapping.span());
            }
            default -> null;
        };
    }

    private static Value named(String path, Value.Mapping resources, String name, Span span) {
        int dot = name.indexOf('.');
        if (name.equals("AWS::NoValue")) {
            return new Value.Absent(span);
        }
        String logical = dot < 0 ? name : name.substring(0, dot);
        return resources.has(logical)
                ? new Value.Reference(new ResourceId(path, logical), dot < 0 ? "Ref" : name.substring(dot + 1), span)
                : new Value.Unresolved("Parameter " + name, "parameter " + name + " has no default", span);
    }
}
