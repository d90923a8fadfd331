package dev.parapet.core.graph.pattern;

import dev.parapet.model.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event pattern, or a part of one, after https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html. Pipes
 * (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-event-filtering.html) and event source mappings
 * (https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html) filter records in the same language.
 * {@link EventPatternReader} reads it, {@link #matches} asks it.
 */
public sealed interface EventPattern {
    /** All of the parts hold: the fields of an object. */
    record All(List<EventPattern> parts) implements EventPattern {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** One of the parts holds: {@code $or}. */
    record Any(List<EventPattern> parts) implements EventPattern {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** A part about what stands under a name. */
    record Field(String name, EventPattern part) implements EventPattern {}

    /** One of the comparisons holds of a value. */
    record Leaf(List<Comparison> comparisons) implements EventPattern {
        public Leaf {
            comparisons = List.copyOf(comparisons);
        }
    }

    /** A part that is not known. */
    record Unsettled() implements EventPattern {}

    /**
     * Whether an event, a mapping, matches.
     *
     * @param complete whether the event is known to have no other fields than those that stand in it
     */
    default Outcome matches(Value event, boolean complete) {
        return new Matching(complete).of(this, event);
    }

    /**
     * What a field may be by the literals at it, wherever it stands in the pattern.
     *
     * @param path the names that lead to the field, from the outside
     * @return the literals in the order of the pattern; null where the pattern does not look at the field, or otherwise than by literals
     */
    default @Nullable List<Value> literals(List<String> path) {
        return Literals.of(this, path);
    }

    /**
     * Whether no event that an event bus ever gets matches: the pattern asks for a field beside those that all events have, or for a number
     * in a range that is empty.
     */
    default boolean matchesNoEvent() {
        return matches(Envelope.UNKNOWN, true) == Outcome.NO;
    }
}
