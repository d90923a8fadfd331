package dev.parapet.core.knowledge;

import dev.parapet.model.Decimal;
import dev.parapet.model.Provenance;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the provider takes for set where a template leaves a property out, from {@code provider-defaults.txt}: a line with the type
 * of a resource, then indented lines {@code Path = value}. The path goes through mappings by dots; {@code A.B} makes {@code A} where
 * it is absent, {@code A?.B} fills in {@code B} only where {@code A} is there, {@code A[].B} in each item of a list. The value is
 * {@code true}, {@code false}, a number, a quoted text, {@code []} or <code>{}</code>.
 */
public final class ProviderDefaults {
    private static final class Standard {
        static final ProviderDefaults TABLE = new ProviderDefaults(Table.lines("provider-defaults.txt"));
    }

    private enum Step {
        MAKE,
        ENTER,
        EACH
    }

    private record Default(List<String> names, List<Step> steps, String path, String value) {}

    private final Map<String, List<Default>> byType = new HashMap<>();

    private ProviderDefaults(List<String> lines) {
        List<Default> current = new ArrayList<>();
        for (String line : lines) {
            if (line.charAt(0) != ' ') {
                current = new ArrayList<>();
                byType.put(line, current);
            } else {
                current.add(parse(line.strip()));
            }
        }
    }

    /** The table that comes with Parapet. */
    public static ProviderDefaults standard() {
        return Standard.TABLE;
    }

    /** A table from its lines, as {@code provider-defaults.txt} has them. */
    public static ProviderDefaults of(List<String> lines) {
        return new ProviderDefaults(lines);
    }

    private static Default parse(String line) {
        int equals = line.indexOf(" = ");
        if (equals < 0) {
            throw new IllegalStateException("provider-defaults.txt has a line that is no 'Path = value': " + line);
        }
        List<String> names = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        String path = line.substring(0, equals).strip();
        int at = 0;
        while (at < path.length()) {
            int dot = path.indexOf('.', at);
            dot = dot < 0 ? path.length() : dot;
            String name = path.substring(at, dot);
            Step step = name.endsWith("[]") ? Step.EACH : name.endsWith("?") ? Step.ENTER : Step.MAKE;
            names.add(
                    switch (step) {
                        case EACH -> name.substring(0, name.length() - 2);
                        case ENTER -> name.substring(0, name.length() - 1);
                        case MAKE -> name;
                    });
            steps.add(step);
            at = dot + 1;
        }
        String value = line.substring(equals + 3).strip();
        value(value, Span.of("", 1, 1, 1, 1), null);
        return new Default(names, steps, path.replace("?", "").replace("[]", ""), value);
    }

    private static Value value(String value, Span span, @Nullable Provenance provenance) {
        return switch (value) {
            case "true" -> new Value.Bool(true, span, provenance);
            case "false" -> new Value.Bool(false, span, provenance);
            case "[]" -> new Value.Sequence(List.of(), span);
            case "{}" -> new Value.Mapping(Map.of(), span);
            default ->
                value.startsWith("\"")
                        ? new Value.Text(value.substring(1, value.length() - 1), span, provenance)
                        : new Value.Number(Decimal.parse(value), span, provenance);
        };
    }

    /**
     * Properties with the provider's defaults filled in.
     *
     * @param head the head of the resource: where the defaults are taken to stand
     */
    public Value.Mapping fill(String type, Value.Mapping properties, Span head) {
        List<Default> defaults = byType.get(type);
        if (defaults == null) {
            return properties;
        }
        Value.Mapping filled = properties;
        for (Default fallback : defaults) {
            filled = fill(filled, fallback, 0, head);
        }
        return filled;
    }

    private static Value.Mapping fill(Value.Mapping mapping, Default fallback, int depth, Span head) {
        String name = fallback.names().get(depth);
        Value.Entry entry = mapping.entries().get(name);
        Value value = entry == null ? null : entry.value();
        Value filled;
        if (depth == fallback.names().size() - 1) {
            filled = value == null ? made(fallback, head) : leaf(value, fallback, head);
        } else {
            filled = inner(value, fallback, depth, head);
        }
        if (filled == null || filled == value) {
            return mapping;
        }
        Map<String, Value.Entry> entries = new LinkedHashMap<>(mapping.entries());
        entries.put(name, new Value.Entry(entry == null ? filled.span() : entry.keySpan(), filled));
        return new Value.Mapping(entries, mapping.span());
    }

    private static Value made(Default fallback, Span head) {
        return value(
                fallback.value(),
                head,
                new Provenance(
                        fallback.path() + " is " + fallback.value() + " where the template leaves it out", head));
    }

    /** A value whose branches without a value get the default. */
    private static Value leaf(Value value, Default fallback, Span head) {
        if (value instanceof Value.Absent) {
            return made(fallback, head);
        }
        if (value instanceof Value.Conditional conditional) {
            Value whenTrue = leaf(conditional.whenTrue(), fallback, head);
            Value whenFalse = leaf(conditional.whenFalse(), fallback, head);
            return whenTrue == conditional.whenTrue() && whenFalse == conditional.whenFalse()
                    ? conditional
                    : new Value.Conditional(conditional.condition(), whenTrue, whenFalse, conditional.span());
        }
        return value;
    }

    private static @Nullable Value inner(@Nullable Value value, Default fallback, int depth, Span head) {
        Step step = fallback.steps().get(depth);
        return switch (value) {
            case null -> step == Step.MAKE ? fill(new Value.Mapping(Map.of(), head), fallback, depth + 1, head) : null;
            case Value.Absent ignored ->
                step == Step.MAKE ? fill(new Value.Mapping(Map.of(), head), fallback, depth + 1, head) : value;
            case Value.Mapping mapping when step != Step.EACH -> fill(mapping, fallback, depth + 1, head);
            case Value.Sequence sequence
            when step == Step.EACH -> {
                List<Value> items = new ArrayList<>(sequence.items().size());
                boolean same = true;
                for (Value item : sequence.items()) {
                    Value filled =
                            item instanceof Value.Mapping mapping ? fill(mapping, fallback, depth + 1, head) : item;
                    same &= filled == item;
                    items.add(filled);
                }
                yield same ? sequence : new Value.Sequence(items, sequence.span());
            }
            case Value.Conditional conditional -> {
                Value whenTrue = inner(conditional.whenTrue(), fallback, depth, head);
                Value whenFalse = inner(conditional.whenFalse(), fallback, depth, head);
                yield whenTrue == null || whenFalse == null
                        ? conditional
                        : new Value.Conditional(conditional.condition(), whenTrue, whenFalse, conditional.span());
            }
            default -> value;
        };
    }
}
