package dev.parapet.read.cloudformation.intrinsic;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code Fn::Sub}, {@code Fn::Join}, {@code Fn::Split} and {@code Fn::ToJsonString}. */
final class TextFunctions {
    private static final int MAX_DEPTH = 200;

    private final Resolver resolver;
    private final Budget budget;

    TextFunctions(Resolver resolver, Budget budget) {
        this.resolver = resolver;
        this.budget = budget;
    }

    Value sub(Value argument, Span span) {
        Value text = argument;
        Value.Mapping variables = new Value.Mapping(Map.of(), span);
        if (argument instanceof Value.Sequence sequence && !sequence.items().isEmpty()) {
            text = sequence.items().getFirst();
            if (sequence.items().size() > 1 && sequence.items().get(1) instanceof Value.Mapping mapping) {
                variables = mapping;
            }
        }
        String pattern = Equality.text(text);
        if (pattern == null) {
            return Resolver.malformed("Fn::Sub", "the text", span);
        }
        Composition composition = new Composition(span, budget);
        int at = 0;
        while (at < pattern.length()) {
            int open = pattern.indexOf("${", at);
            int close = open < 0 ? -1 : pattern.indexOf('}', open);
            if (close < 0) {
                break;
            }
            composition.add(pattern.substring(at, open));
            String name = pattern.substring(open + 2, close).strip();
            if (name.startsWith("!")) {
                composition.add("${" + name.substring(1) + "}");
            } else {
                composition.add(variable(name, variables, span));
            }
            at = close + 1;
        }
        composition.add(pattern.substring(at));
        return composition.finish();
    }

    private Value variable(String name, Value.Mapping variables, Span span) {
        Value given = variables.get(name);
        if (given != null) {
            return resolver.resolve(given);
        }
        int dot = name.indexOf('.');
        return dot > 0
                ? resolver.attribute(name.substring(0, dot), name.substring(dot + 1), span)
                : resolver.ref(name, span);
    }

    Value join(Value argument, Span span) {
        if (!(argument instanceof Value.Sequence sequence) || sequence.items().size() != 2) {
            return new Value.Unresolved("Fn::Join", "Fn::Join needs a delimiter and a list", span);
        }
        String delimiter = Equality.text(resolver.resolve(sequence.items().get(0)));
        Value list = resolver.resolve(sequence.items().get(1));
        if (delimiter == null) {
            return Resolver.malformed("Fn::Join", "the delimiter", span);
        }
        if (!(list instanceof Value.Sequence values)) {
            return list instanceof Value.Conditional either
                    ? new Value.Conditional(
                            either.condition(),
                            joined(delimiter, either.whenTrue(), span),
                            joined(delimiter, either.whenFalse(), span),
                            span)
                    : joined(delimiter, list, span);
        }
        return joined(delimiter, values, span);
    }

    private Value joined(String delimiter, Value list, Span span) {
        Composition composition = new Composition(span, budget);
        if (list instanceof Value.Sequence values) {
            boolean first = true;
            for (Value item : values.items()) {
                if (!first) {
                    composition.add(delimiter);
                }
                first = false;
                composition.add(item);
            }
        } else {
            composition.add(list);
        }
        return composition.finish();
    }

    Value split(Value argument, Span span) {
        if (!(argument instanceof Value.Sequence sequence) || sequence.items().size() != 2) {
            return new Value.Unresolved("Fn::Split", "Fn::Split needs a delimiter and a text", span);
        }
        String delimiter = Equality.text(resolver.resolve(sequence.items().get(0)));
        Value value = resolver.resolve(sequence.items().get(1));
        if (delimiter == null || delimiter.isEmpty()) {
            return Resolver.malformed("Fn::Split", "the delimiter", span);
        }
        if (!(value instanceof Value.Text text)) {
            return part(value, span);
        }
        List<Value> items = new ArrayList<>();
        String whole = text.text();
        int start = 0;
        while (start <= whole.length() && budget.step()) {
            int next = whole.indexOf(delimiter, start);
            int end = next < 0 ? whole.length() : next;
            items.add(new Value.Text(whole.substring(start, end), span, text.provenance()));
            start = next < 0 ? whole.length() + 1 : next + delimiter.length();
        }
        return new Value.Sequence(items, span);
    }

    /** Some part of a value that is not known: what it refers to still counts, what it says doesn't. */
    static Value part(Value value, Span span) {
        Set<Value> parts = new LinkedHashSet<>();
        String missing = "the text";
        List<Value> whole = value instanceof Value.Composed composed ? composed.parts() : List.of(value);
        for (Value part : whole) {
            if (part instanceof Value.Reference reference) {
                parts.add(new Value.Reference(reference.target(), reference.attribute(), span, reference.provenance()));
                missing = reference.target().name() + "." + reference.attribute();
            } else if (part instanceof Value.Unresolved unresolved) {
                missing = unresolved.missing();
            }
        }
        Value.Unresolved rest = new Value.Unresolved(missing, "only a part of " + missing + " is taken", span);
        if (parts.isEmpty()) {
            return rest;
        }
        List<Value> composed = new ArrayList<>(parts);
        composed.add(rest);
        return new Value.Composed(composed, span);
    }

    Value toJsonString(Value argument, Span span) {
        Composition composition = new Composition(span, budget);
        json(resolver.resolve(argument), composition, 0);
        return composition.finish();
    }

    private void json(Value value, Composition out, int depth) {
        if (depth > MAX_DEPTH || !budget.step()) {
            out.add("null");
            return;
        }
        switch (value) {
            case Value.Null ignored -> out.add("null");
            case Value.Absent ignored -> out.add("null");
            case Value.Bool ignored -> out.add(value);
            case Value.Number ignored -> out.add(value);
            case Value.Text text -> {
                out.add(quoted(text.text()));
                out.because(text.provenance());
            }
            case Value.Sequence sequence -> {
                String before = "[";
                for (Value item : sequence.items()) {
                    out.add(before);
                    json(item, out, depth + 1);
                    before = ",";
                }
                out.add(sequence.items().isEmpty() ? "[]" : "]");
            }
            case Value.Mapping mapping -> {
                String before = "{";
                for (Map.Entry<String, Value.Entry> entry : mapping.entries().entrySet()) {
                    out.add(before + quoted(entry.getKey()) + ":");
                    json(entry.getValue().value(), out, depth + 1);
                    before = ",";
                }
                out.add(mapping.entries().isEmpty() ? "{}" : "}");
            }
            case Value.Composed composed -> {
                out.add("\"");
                for (Value part : composed.parts()) {
                    if (part instanceof Value.Text text) {
                        String quoted = quoted(text.text());
                        out.add(quoted.substring(1, quoted.length() - 1));
                    } else {
                        out.add(part);
                    }
                }
                out.add("\"");
            }
            case Value.Reference ignored -> inQuotes(value, out);
            case Value.DynamicReference ignored -> inQuotes(value, out);
            case Value.Conditional ignored -> out.add(value);
            case Value.Unresolved ignored -> inQuotes(value, out);
        }
    }

    private static void inQuotes(Value value, Composition out) {
        out.add("\"");
        out.add(value);
        out.add("\"");
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ') {
                        quoted.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
