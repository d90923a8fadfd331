package dev.parapet.core.graph.pattern;

import dev.parapet.model.Decimal;
import dev.parapet.model.Value;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Matches events. Of a list in an event, one item must match; fields that are asked for side by side must then be those of one item
 * (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns-arrays.html, https://github.com/aws/event-ruler#json-array-matching).
 *
 * @param complete whether events have no other fields than those that stand in them
 */
record Matching(boolean complete) {
    /** Whether a part of a pattern holds of a part of an event, null where there is no such part. */
    Outcome of(EventPattern pattern, @Nullable Value event) {
        if (event instanceof Value.Sequence list && !(pattern instanceof EventPattern.Unsettled)) {
            if (list.items().isEmpty()) {
                return of(pattern, null);
            }
            Outcome one = Outcome.NO;
            for (Value item : list.items()) {
                one = one.or(of(pattern, item));
            }
            return one;
        }
        if (event instanceof Value.Conditional either) {
            Outcome whenTrue = of(pattern, either.whenTrue());
            return whenTrue == of(pattern, either.whenFalse()) ? whenTrue : Outcome.UNKNOWN;
        }
        if (event instanceof Value.Absent) {
            return of(pattern, null);
        }
        return switch (pattern) {
            case EventPattern.All all -> {
                Outcome every = Outcome.YES;
                for (EventPattern part : all.parts()) {
                    every = every.and(of(part, event));
                }
                yield every;
            }
            case EventPattern.Any any -> {
                Outcome one = Outcome.NO;
                for (EventPattern part : any.parts()) {
                    one = one.or(of(part, event));
                }
                yield one;
            }
            case EventPattern.Field field -> field(field, event);
            case EventPattern.Leaf leaf -> {
                Outcome one = Outcome.NO;
                for (Comparison comparison : leaf.comparisons()) {
                    one = one.or(compare(comparison, event));
                }
                yield one;
            }
            case EventPattern.Unsettled ignored -> Outcome.UNKNOWN;
        };
    }

    private Outcome field(EventPattern.Field field, @Nullable Value event) {
        if (event instanceof Value.Mapping mapping) {
            Value inner = mapping.get(field.name());
            return inner == null && !complete ? unknownAt(field.part()) : of(field.part(), inner);
        }
        return event instanceof Value.Unresolved ? unknownAt(field.part()) : of(field.part(), null);
    }

    private Outcome unknownAt(EventPattern part) {
        return switch (part) {
            case EventPattern.All all -> {
                Outcome every = Outcome.YES;
                for (EventPattern inner : all.parts()) {
                    every = every.and(unknownAt(inner));
                }
                yield every;
            }
            case EventPattern.Any any -> {
                Outcome one = Outcome.NO;
                for (EventPattern inner : any.parts()) {
                    one = one.or(unknownAt(inner));
                }
                yield one;
            }
            case EventPattern.Field field -> unknownAt(field.part());
            case EventPattern.Leaf leaf -> {
                Outcome one = Outcome.NO;
                for (Comparison comparison : leaf.comparisons()) {
                    one = one.or(isPossible(comparison) ? Outcome.UNKNOWN : Outcome.NO);
                }
                yield one;
            }
            case EventPattern.Unsettled ignored -> Outcome.UNKNOWN;
        };
    }

    /** Whether there is anything of which a comparison holds. */
    private static boolean isPossible(Comparison comparison) {
        if (!(comparison instanceof Comparison.Numeric numeric)) {
            return true;
        }
        // of bounds that exclude each other, neither the ends nor anything between them lies within
        List<Comparison.Bound> bounds = numeric.bounds();
        if (bounds.size() < 2) {
            return true;
        }
        BigDecimal first = bounds.get(0).number().toBigDecimal();
        BigDecimal second = bounds.get(1).number().toBigDecimal();
        BigDecimal between = first.add(second).divide(BigDecimal.TWO);
        for (BigDecimal number : List.of(
                first,
                second,
                between,
                first.min(second).subtract(BigDecimal.ONE),
                first.max(second).add(BigDecimal.ONE))) {
            if (within(numeric, Decimal.of(number))) {
                return true;
            }
        }
        return false;
    }

    private Outcome compare(Comparison comparison, @Nullable Value value) {
        if (value instanceof Value.Unresolved) {
            return isPossible(comparison) ? Outcome.UNKNOWN : Outcome.NO;
        }
        boolean isLeaf = value != null && !(value instanceof Value.Mapping);
        return switch (comparison) {
            case Comparison.Exists exists -> Outcome.of(isLeaf == exists.wanted());
            case Comparison.Unsettled ignored -> Outcome.UNKNOWN;
            case Comparison other -> value == null || !isLeaf ? Outcome.NO : ofLeaf(other, value);
        };
    }

    private Outcome ofLeaf(Comparison comparison, Value value) {
        return switch (comparison) {
            case Comparison.Literal literal -> equal(literal.value(), value);
            case Comparison.TextTest test -> PartlyKnown.test(test, value);
            case Comparison.Wildcard wildcard -> PartlyKnown.wildcard(wildcard.pattern(), value);
            case Comparison.Numeric numeric ->
                value instanceof Value.Number number ? Outcome.of(within(numeric, number.value())) : Outcome.NO;
            case Comparison.Cidr cidr -> Addresses.within(cidr.range(), value);
            case Comparison.AnythingBut but -> {
                Outcome one = Outcome.NO;
                for (Comparison excluded : but.excluded()) {
                    one = one.or(compare(excluded, value));
                }
                yield one.not();
            }
            case Comparison.Exists ignored -> Outcome.UNKNOWN;
            case Comparison.Unsettled ignored -> Outcome.UNKNOWN;
        };
    }

    private static boolean within(Comparison.Numeric numeric, Decimal number) {
        for (Comparison.Bound bound : numeric.bounds()) {
            int order = number.compareTo(bound.number());
            boolean holds = switch (bound.operator()) {
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case "=" -> order == 0;
                case ">=" -> order >= 0;
                default -> order > 0;
            };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether two leaves are the same. Numbers are compared as they are written, "300, 300.0, and 3.0e2 are not considered equal", and
     * how they were written is known no better than by their scale.
     */
    private static Outcome equal(Value literal, Value value) {
        return switch (literal) {
            case Value.Null ignored -> Outcome.of(value instanceof Value.Null);
            case Value.Bool wanted -> Outcome.of(value instanceof Value.Bool bool && bool.value() == wanted.value());
            case Value.Number wanted -> {
                if (!(value instanceof Value.Number number) || number.value().compareTo(wanted.value()) != 0) {
                    yield Outcome.NO;
                }
                yield number.value().scale() == wanted.value().scale() ? Outcome.YES : Outcome.UNKNOWN;
            }
            case Value text -> PartlyKnown.test(new Comparison.TextTest(Comparison.Side.WHOLE, text, false), value);
        };
    }
}
