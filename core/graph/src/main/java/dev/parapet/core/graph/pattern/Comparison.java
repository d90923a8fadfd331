package dev.parapet.core.graph.pattern;

import dev.parapet.model.Decimal;
import dev.parapet.model.Value;
import java.util.List;

/**
 * One item of the list that stands at a field of an event pattern, after "Comparison operators for use in event patterns",
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html.
 */
public sealed interface Comparison {
    /** The field is this text, number, truth value or null; what is not known of it may be anything. */
    record Literal(Value value) implements Comparison {}

    /** {@code exists}: there is such a field, or none, at a leaf of the event. */
    record Exists(boolean wanted) implements Comparison {}

    /**
     * {@code prefix}, {@code suffix}, {@code equals-ignore-case}, the first two with or without regard to case.
     *
     * @param side what of the field is compared
     * @param text the text that it must be
     */
    record TextTest(Side side, Value text, boolean ignoringCase) implements Comparison {}

    /** What of a text is compared. */
    enum Side {
        /** Its beginning. */
        START,
        /** Its end. */
        END,
        /** All of it. */
        WHOLE
    }

    /** {@code wildcard}: {@code *} is any text; a backslash before it or before a backslash takes that as it is. */
    record Wildcard(Value pattern) implements Comparison {}

    /** {@code numeric}: the field is a number within all bounds. */
    record Numeric(List<Bound> bounds) implements Comparison {
        public Numeric {
            bounds = List.copyOf(bounds);
        }
    }

    /**
     * A bound of a number.
     *
     * @param operator {@code <}, {@code <=}, {@code =}, {@code >=} or {@code >}
     */
    record Bound(String operator, Decimal number) {}

    /** {@code cidr}: the field is an address of version 4 or 6 within a range. */
    record Cidr(String range) implements Comparison {}

    /** {@code anything-but}: there is such a field, and none of these holds. */
    record AnythingBut(List<Comparison> excluded) implements Comparison {
        public AnythingBut {
            excluded = List.copyOf(excluded);
        }
    }

    /** An item of which not enough is known. */
    record Unsettled() implements Comparison {}
}
