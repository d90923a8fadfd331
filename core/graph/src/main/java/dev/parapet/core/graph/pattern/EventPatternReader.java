package dev.parapet.core.graph.pattern;

import dev.parapet.core.graph.json.JsonText;
import dev.parapet.core.graph.pattern.EventPattern.All;
import dev.parapet.core.graph.pattern.EventPattern.Any;
import dev.parapet.core.graph.pattern.EventPattern.Field;
import dev.parapet.core.graph.pattern.EventPattern.Leaf;
import dev.parapet.core.graph.pattern.EventPattern.Unsettled;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads an event pattern: a mapping, or JSON text. */
public final class EventPatternReader {
    /** Objects within objects; https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html lets a pattern be 2,048 characters long. */
    private static final int MAX_DEPTH = 100;

    /** Names that make an object in {@code $or} a comparison; https://github.com/aws/event-ruler#the-or-primitive */
    private static final Set<String> OPERATORS =
            Set.of("exists", "prefix", "suffix", "equals-ignore-case", "wildcard", "numeric", "cidr", "anything-but");

    private EventPatternReader() {}

    /** What came of reading. */
    public sealed interface Read {
        /** It is a pattern. */
        record Parsed(EventPattern pattern) implements Read {}

        /**
         * It is none, and the provider refuses it.
         *
         * @param message what is wrong, a clause without a full stop
         * @param span where
         */
        record Broken(String message, Span span) implements Read {}
    }

    /** Reads a pattern; what of it is not known becomes {@link Unsettled} or {@link Comparison.Unsettled}. */
    public static Read read(Value value) {
        try {
            if (!ComparisonReader.isKnown(value)) {
                return new Read.Parsed(new Unsettled());
            }
            return switch (JsonText.parse(value)) {
                case JsonText.Result.Parsed(Value.Mapping mapping) -> new Read.Parsed(object(mapping, 0));
                case JsonText.Result.Parsed(Value other) ->
                    new Read.Broken("an event pattern is an object", other.span());
                case JsonText.Result.Broken(String message, Span span) -> new Read.Broken(message, span);
            };
        } catch (PatternException e) {
            return new Read.Broken(e.message(), e.span());
        }
    }

    private static EventPattern object(Value.Mapping mapping, int depth) throws PatternException {
        if (depth > MAX_DEPTH) {
            throw new PatternException("an event pattern is nested too deep", mapping.span());
        }
        List<EventPattern> parts = new ArrayList<>();
        for (Map.Entry<String, Value.Entry> entry : mapping.entries().entrySet()) {
            Value value = entry.getValue().value();
            if (value instanceof Value.Absent) {
                continue;
            }
            boolean or = entry.getKey().equals("$or") && value instanceof Value.Sequence choices && isChoice(choices);
            parts.add(or ? any((Value.Sequence) value, depth) : new Field(entry.getKey(), part(value, depth)));
        }
        if (parts.isEmpty()) {
            throw new PatternException("an empty object matches nothing", mapping.span());
        }
        return new All(parts);
    }

    private static EventPattern part(Value value, int depth) throws PatternException {
        return switch (value) {
            case Value.Mapping inner -> object(inner, depth + 1);
            case Value.Sequence items -> leaf(items);
            case Value known
            when ComparisonReader.isKnown(known) ->
                throw new PatternException("a field of an event pattern is an object or a list", value.span());
            case Value ignored -> new Unsettled();
        };
    }

    private static EventPattern leaf(Value.Sequence items) throws PatternException {
        if (items.items().isEmpty()) {
            throw new PatternException("an empty list matches nothing", items.span());
        }
        List<Comparison> comparisons = new ArrayList<>();
        for (Value item : items.items()) {
            comparisons.add(ComparisonReader.read(item));
        }
        return new Leaf(comparisons);
    }

    /** Whether a list under {@code $or} is a choice: two or more objects, none of which is a comparison. */
    private static boolean isChoice(Value.Sequence choices) {
        for (Value choice : choices.items()) {
            if (!(choice instanceof Value.Mapping mapping)
                    || mapping.entries().keySet().stream().anyMatch(OPERATORS::contains)) {
                return false;
            }
        }
        return choices.items().size() > 1;
    }

    private static EventPattern any(Value.Sequence choices, int depth) throws PatternException {
        List<EventPattern> parts = new ArrayList<>();
        for (Value choice : choices.items()) {
            parts.add(object((Value.Mapping) choice, depth + 1));
        }
        return new Any(parts);
    }
}
