package dev.parapet.core.graph.pattern;

import dev.parapet.core.graph.pattern.Comparison.AnythingBut;
import dev.parapet.core.graph.pattern.Comparison.Bound;
import dev.parapet.core.graph.pattern.Comparison.Cidr;
import dev.parapet.core.graph.pattern.Comparison.Exists;
import dev.parapet.core.graph.pattern.Comparison.Literal;
import dev.parapet.core.graph.pattern.Comparison.Numeric;
import dev.parapet.core.graph.pattern.Comparison.Side;
import dev.parapet.core.graph.pattern.Comparison.TextTest;
import dev.parapet.core.graph.pattern.Comparison.Unsettled;
import dev.parapet.core.graph.pattern.Comparison.Wildcard;
import dev.parapet.model.Decimal;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one comparison of an event pattern. */
final class ComparisonReader {
    private static final Set<String> SIGNS = Set.of("<", "<=", "=", ">=", ">");

    private ComparisonReader() {}

    /** Whether the kind of a value is known; a text of which a part is unknown is a text. */
    static boolean isKnown(Value value) {
        return !(value instanceof Value.Unresolved
                || value instanceof Value.Reference
                || value instanceof Value.DynamicReference
                || value instanceof Value.Conditional);
    }

    static Comparison read(Value item) throws PatternException {
        return switch (item) {
            case Value.Mapping mapping -> operator(mapping);
            case Value.Sequence list -> throw new PatternException("a comparison is no list", list.span());
            // what a reference gives is a text
            case Value.Unresolved ignored -> new Unsettled();
            case Value.Conditional ignored -> new Unsettled();
            case Value.Absent ignored -> new Unsettled();
            case Value literal -> new Literal(literal);
        };
    }

    private static Comparison operator(Value.Mapping mapping) throws PatternException {
        if (mapping.entries().size() != 1) {
            throw new PatternException("a comparison has one operator", mapping.span());
        }
        Map.Entry<String, Value.Entry> only =
                mapping.entries().entrySet().iterator().next();
        Value operand = only.getValue().value();
        return switch (only.getKey()) {
            case "exists" -> exists(operand);
            case "prefix" -> text(Side.START, operand);
            case "suffix" -> text(Side.END, operand);
            case "equals-ignore-case" -> text(Side.WHOLE, operand);
            case "wildcard" -> wildcard(operand);
            case "numeric" -> numeric(operand);
            case "cidr" -> operand instanceof Value.Text range ? cidr(range) : unknownOr(operand, "cidr takes a range");
            case "anything-but" -> anythingBut(operand);
            default -> throw new PatternException("there is no operator " + only.getKey(), mapping.span());
        };
    }

    private static Comparison unknownOr(Value operand, String wrong) throws PatternException {
        if (operand instanceof Value.Composed || !isKnown(operand)) {
            return new Unsettled();
        }
        throw new PatternException(wrong, operand.span());
    }

    private static Comparison exists(Value operand) throws PatternException {
        return switch (operand) {
            case Value.Bool wanted -> new Exists(wanted.value());
            case Value.Text text
            when Set.of("true", "false").contains(text.text()) ->
                new Exists(text.text().equals("true"));
            case Value other -> unknownOr(other, "exists takes true or false");
        };
    }

    private static Comparison text(Side side, Value operand) throws PatternException {
        if (operand instanceof Value.Mapping inner
                && side != Side.WHOLE
                && inner.entries().size() == 1
                && inner.get("equals-ignore-case") instanceof Value text
                && isText(text)) {
            return new TextTest(side, text, true);
        }
        return isText(operand)
                ? new TextTest(side, operand, side == Side.WHOLE)
                : unknownOr(operand, "a text is compared with a text");
    }

    private static boolean isText(Value value) {
        return value instanceof Value.Text
                || value instanceof Value.Composed
                || value instanceof Value.Reference
                || value instanceof Value.DynamicReference;
    }

    private static Comparison wildcard(Value operand) throws PatternException {
        if (operand instanceof Value.Text text) {
            if (text.text().contains("**")) {
                throw new PatternException("wildcards may not follow each other", operand.span());
            }
            return new Wildcard(operand);
        }
        return isText(operand) ? new Wildcard(operand) : unknownOr(operand, "wildcard takes a text");
    }

    private static Comparison numeric(Value operand) throws PatternException {
        if (!(operand instanceof Value.Sequence list)) {
            return unknownOr(operand, "numeric takes a list");
        }
        List<Value> items = list.items();
        if (items.size() != 2 && items.size() != 4) {
            throw new PatternException("numeric takes one or two bounds", list.span());
        }
        List<Bound> bounds = new ArrayList<>();
        for (int i = 0; i < items.size(); i += 2) {
            Decimal number = number(items.get(i + 1));
            if (!(items.get(i) instanceof Value.Text sign) || !SIGNS.contains(sign.text()) || number == null) {
                if (!isKnown(items.get(i))
                        || !isKnown(items.get(i + 1))
                        || items.get(i + 1) instanceof Value.Composed) {
                    return new Unsettled();
                }
                throw new PatternException(
                        "a bound is a sign and a number", items.get(i).span());
            }
            bounds.add(new Bound(sign.text(), number));
        }
        return new Numeric(bounds);
    }

    private static @Nullable Decimal number(Value value) {
        return value instanceof Value.Number number ? number.value() : null;
    }

    private static Comparison cidr(Value.Text range) throws PatternException {
        if (Addresses.range(range.text()) == null) {
            throw new PatternException(range.text() + " is no range of addresses", range.span());
        }
        return new Cidr(range.text());
    }

    private static Comparison anythingBut(Value operand) throws PatternException {
        List<Comparison> excluded = new ArrayList<>();
        switch (operand) {
            case Value.Sequence list -> {
                if (list.items().isEmpty()) {
                    throw new PatternException("anything-but takes something", list.span());
                }
                for (Value item : list.items()) {
                    excluded.add(
                            item instanceof Value.Mapping
                                    ? unknownOr(item, "anything-but takes no such list")
                                    : read(item));
                }
            }
            case Value.Mapping mapping -> operators(mapping, excluded);
            case Value other -> excluded.add(read(other));
        }
        return new AnythingBut(excluded);
    }

    /** The operators within {@code anything-but}, which take one text or several. */
    private static void operators(Value.Mapping mapping, List<Comparison> excluded) throws PatternException {
        if (mapping.entries().size() != 1) {
            throw new PatternException("a comparison has one operator", mapping.span());
        }
        Map.Entry<String, Value.Entry> only =
                mapping.entries().entrySet().iterator().next();
        Value operand = only.getValue().value();
        for (Value each : operand instanceof Value.Sequence list ? list.items() : List.of(operand)) {
            excluded.add(
                    switch (only.getKey()) {
                        case "prefix" -> text(Side.START, each);
                        case "suffix" -> text(Side.END, each);
                        case "equals-ignore-case" -> text(Side.WHOLE, each);
                        case "wildcard" -> wildcard(each);
                        default ->
                            throw new PatternException("anything-but has no operator " + only.getKey(), mapping.span());
                    });
        }
    }
}
