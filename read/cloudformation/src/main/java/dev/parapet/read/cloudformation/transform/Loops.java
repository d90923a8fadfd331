package dev.parapet.read.cloudformation.transform;

import dev.parapet.model.Fault;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * {@code Fn::ForEach} of the language extensions (AWS CloudFormation Template Reference, "Fn::ForEach"): a fragment is repeated
 * for each item of a collection, the identifier being replaced in names and values. {@code ${Identifier}} is replaced by the
 * item, {@code &{Identifier}} by its letters and digits.
 */
final class Loops {
    private static final String LOOP = "Fn::ForEach::";
    /** Values and characters that all loops of a template make. */
    private static final int MAX_VALUES = 200_000;

    private static final long MAX_CHARACTERS = 20_000_000;
    /** Loops within loops; CloudFormation allows 5. */
    private static final int MAX_NESTED = 8;

    private final String path;
    private final UnaryOperator<Value> resolve;
    private final Consumer<Fault> faults;
    private int values;
    private long characters;

    /**
     * Loops of a template.
     *
     * @param resolve what a collection stands for
     */
    Loops(String path, UnaryOperator<Value> resolve, Consumer<Fault> faults) {
        this.path = path;
        this.resolve = resolve;
        this.faults = faults;
    }

    /** Whether a key that begins like this stands anywhere in a value. */
    static boolean holds(Value value, String key) {
        if (value instanceof Value.Mapping mapping) {
            for (Map.Entry<String, Value.Entry> entry : mapping.entries().entrySet()) {
                if (entry.getKey().startsWith(key) || holds(entry.getValue().value(), key)) {
                    return true;
                }
            }
        } else if (value instanceof Value.Sequence sequence) {
            for (Value item : sequence.items()) {
                if (holds(item, key)) {
                    return true;
                }
            }
        }
        return false;
    }

    Value.Mapping apply(Value.Mapping template) {
        return holds(template, LOOP) ? mapping(template, 0) : template;
    }

    private Value value(Value value, int nested) {
        return switch (value) {
            case Value.Mapping mapping -> mapping(mapping, nested);
            case Value.Sequence sequence -> {
                List<Value> items = new ArrayList<>(sequence.items().size());
                for (Value item : sequence.items()) {
                    items.add(value(item, nested));
                }
                yield new Value.Sequence(items, sequence.span());
            }
            default -> value;
        };
    }

    private Value.Mapping mapping(Value.Mapping mapping, int nested) {
        Map<String, Value.Entry> entries = new LinkedHashMap<>();
        for (Map.Entry<String, Value.Entry> entry : mapping.entries().entrySet()) {
            Value.Entry inner = entry.getValue();
            if (entry.getKey().startsWith(LOOP)) {
                loop(entry.getKey(), inner, nested, entries);
            } else {
                entries.put(entry.getKey(), new Value.Entry(inner.keySpan(), value(inner.value(), nested)));
            }
        }
        return new Value.Mapping(entries, mapping.span());
    }

    private void loop(String name, Value.Entry loop, int nested, Map<String, Value.Entry> into) {
        if (!(loop.value() instanceof Value.Sequence parts)
                || parts.items().size() != 3
                || !(parts.items().get(0) instanceof Value.Text identifier)
                || !(parts.items().get(2) instanceof Value.Mapping body)) {
            fault(Fault.Kind.UNREADABLE, loop, name, "needs an identifier, a collection and a mapping");
            return;
        }
        List<String> items = new ArrayList<>();
        Value open = collect(parts.items().get(1), items);
        if (open instanceof Value.Unresolved unresolved) {
            fault(
                    Fault.Kind.UNSUPPORTED,
                    loop,
                    name,
                    "goes over a collection that is not known: " + unresolved.reason());
            return;
        }
        if (!(open instanceof Value.Sequence) || nested >= MAX_NESTED) {
            fault(
                    Fault.Kind.UNSUPPORTED,
                    loop,
                    name,
                    nested >= MAX_NESTED ? "is nested too deep" : "goes over something that is no list of texts");
            return;
        }
        for (String item : items) {
            Value made = substitute(body, identifier.text(), item);
            if (values > MAX_VALUES || characters > MAX_CHARACTERS) {
                fault(Fault.Kind.LIMIT, loop, name, "makes more than " + MAX_VALUES + " values");
                return;
            }
            if (made instanceof Value.Mapping mapping) {
                mapping(mapping, nested + 1).entries().forEach(into::putIfAbsent);
            }
        }
    }

    private void fault(Fault.Kind kind, Value.Entry loop, String name, String problem) {
        String shown = name.length() > 60 ? name.substring(0, 60) + "…" : name;
        faults.accept(new Fault(
                kind,
                path,
                loop.keySpan().start().line(),
                shown + " " + problem + ", and was left out; give what is missing or write its resources out"));
    }

    /** Collects the items of a collection; what keeps them from being known, else a list. */
    private Value collect(Value collection, List<String> items) {
        Value resolved = resolve.apply(collection);
        if (resolved instanceof Value.Sequence sequence) {
            for (Value item : sequence.items()) {
                switch (item) {
                    case Value.Text text -> items.add(text.text());
                    case Value.Number number -> items.add(number.value().toPlainString());
                    case Value.Bool bool -> items.add(String.valueOf(bool.value()));
                    case Value.Sequence inner -> {
                        for (Value each : inner.items()) {
                            if (!(each instanceof Value.Text text)) {
                                return each;
                            }
                            items.add(text.text());
                        }
                    }
                    default -> {
                        return item;
                    }
                }
            }
        }
        return resolved;
    }

    private Value substitute(Value value, String identifier, String item) {
        values++;
        if (values > MAX_VALUES || characters > MAX_CHARACTERS) {
            return value;
        }
        return switch (value) {
            case Value.Text text ->
                new Value.Text(replaced(text.text(), identifier, item), text.span(), text.provenance());
            case Value.Sequence sequence -> {
                List<Value> items = new ArrayList<>(sequence.items().size());
                for (Value each : sequence.items()) {
                    items.add(substitute(each, identifier, item));
                }
                yield new Value.Sequence(items, sequence.span());
            }
            case Value.Mapping mapping -> {
                if (mapping.entries().size() == 1
                        && mapping.get("Ref") instanceof Value.Text text
                        && text.text().equals(identifier)) {
                    yield new Value.Text(item, mapping.span());
                }
                Map<String, Value.Entry> entries = new LinkedHashMap<>();
                for (Map.Entry<String, Value.Entry> entry : mapping.entries().entrySet()) {
                    Value.Entry inner = entry.getValue();
                    entries.put(
                            replaced(entry.getKey(), identifier, item),
                            new Value.Entry(inner.keySpan(), substitute(inner.value(), identifier, item)));
                }
                yield new Value.Mapping(entries, mapping.span());
            }
            default -> value;
        };
    }

    private String replaced(String text, String identifier, String item) {
        String whole = "${" + identifier + "}";
        String plain = "&{" + identifier + "}";
        if (!text.contains(whole) && !text.contains(plain)) {
            return text;
        }
        int extra = text.length() / whole.length() + 1;
        characters += text.length() + (long) extra * item.length();
        return characters > MAX_CHARACTERS ? text : text.replace(whole, item).replace(plain, lettersAndDigits(item));
    }

    private static String lettersAndDigits(String item) {
        StringBuilder plain = new StringBuilder(item.length());
        for (int i = 0; i < item.length(); i++) {
            char c = item.charAt(i);
            if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
