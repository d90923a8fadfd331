package dev.parapet.core.graph.link;

import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code DefinitionSubstitutions} of a state machine: {@code ${Name}} in its definition stands for a value
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html).
 */
public final class Substitutions {
    private static final int MAX_DEPTH = 200;

    private Substitutions() {}

    /** A value with the substitutions made in all its texts. */
    public static Value into(Value value, Map<String, Value> substitutions) {
        return substitutions.isEmpty() ? value : into(value, substitutions, 0);
    }

    private static Value into(Value value, Map<String, Value> substitutions, int depth) {
        if (depth > MAX_DEPTH) {
            return value;
        }
        return switch (value) {
            case Value.Text text -> text(text, substitutions);
            case Value.Composed composed -> {
                List<Value> parts = new ArrayList<>();
                for (Value part : composed.parts()) {
                    Value made = into(part, substitutions, depth + 1);
                    if (made instanceof Value.Composed inner) {
                        parts.addAll(inner.parts());
                    } else {
                        parts.add(made);
                    }
                }
                yield new Value.Composed(parts, composed.span());
            }
            case Value.Mapping mapping -> {
                Map<String, Value.Entry> entries = new LinkedHashMap<>();
                mapping.entries()
                        .forEach((name, entry) -> entries.put(
                                name, new Value.Entry(entry.keySpan(), into(entry.value(), substitutions, depth + 1))));
                yield new Value.Mapping(entries, mapping.span());
            }
            case Value.Sequence sequence -> {
                List<Value> items = new ArrayList<>();
                for (Value item : sequence.items()) {
                    items.add(into(item, substitutions, depth + 1));
                }
                yield new Value.Sequence(items, sequence.span());
            }
            case Value.Conditional either ->
                new Value.Conditional(
                        either.condition(),
                        into(either.whenTrue(), substitutions, depth + 1),
                        into(either.whenFalse(), substitutions, depth + 1),
                        either.span());
            case Value.Null ignored -> value;
            case Value.Bool ignored -> value;
            case Value.Number ignored -> value;
            case Value.Reference ignored -> value;
            case Value.DynamicReference ignored -> value;
            case Value.Absent ignored -> value;
            case Value.Unresolved ignored -> value;
        };
    }

    private static Value text(Value.Text text, Map<String, Value> substitutions) {
        String all = text.text();
        List<Value> parts = new ArrayList<>();
        int from = 0;
        for (int open = all.indexOf("${"); open >= 0; open = all.indexOf("${", open + 2)) {
            int close = all.indexOf('}', open);
            Value made = close < 0
                    ? null
                    : substitutions.get(all.substring(open + 2, close).strip());
            if (made != null) {
                if (open > from) {
                    parts.add(new Value.Text(all.substring(from, open), text.span()));
                }
                parts.add(made);
                from = close + 1;
            }
            if (close < 0) {
                break;
            }
        }
        if (parts.isEmpty()) {
            return text;
        }
        if (from == all.length() && parts.size() == 1) {
            return parts.get(0);
        }
        if (from < all.length()) {
            parts.add(new Value.Text(all.substring(from), text.span()));
        }
        StringBuilder known = new StringBuilder();
        for (Value part : parts) {
            if (!(part instanceof Value.Text plain)) {
                return new Value.Composed(parts, text.span());
            }
            known.append(plain.text());
        }
        return new Value.Text(known.toString(), text.span());
    }
}
