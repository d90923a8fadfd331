package dev.parapet.core.rule.secret;

import dev.parapet.core.graph.Graph;
import dev.parapet.model.Decimal;
import dev.parapet.model.Resource;
import dev.parapet.model.Stack;
import dev.parapet.model.Value;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks for secrets in everything that was read, whichever rules are asked. It takes more for a secret than a rule would report: what
 * stands under the name of one, what a {@code NoEcho} parameter holds. One pass over all values.
 */
final class SecretSearch {
    private static final int MAX_DEPTH = 200;

    /** The property that holds the value of what its neighbour names. */
    private static final Map<String, String> NAMED_BY =
            Map.of("Value", "Name", "ParameterValue", "ParameterKey", "StringValue", "Name");

    private final FoundSecrets found;
    private final Map<String, Boolean> names = new HashMap<>();

    private SecretSearch(FoundSecrets found) {
        this.found = found;
    }

    static void search(Graph graph, FoundSecrets found) {
        SecretSearch search = new SecretSearch(found);
        for (Stack stack : graph.stacks()) {
            for (Map.Entry<String, Value> parameter : stack.parameters().entrySet()) {
                search.parameter(parameter.getKey(), parameter.getValue());
            }
            for (Map.Entry<String, Value> output : stack.outputs().entrySet()) {
                search.value(output.getKey(), output.getValue(), 0);
            }
            for (Resource resource : stack.resources()) {
                String type = resource.type();
                search.mapping(type.substring(type.lastIndexOf(':') + 1), resource.properties(), 0);
                search.mapping("", resource.attributes(), 0);
            }
        }
    }

    private void parameter(String name, Value value) {
        if (value.provenance() != null && value.provenance().text().contains("(NoEcho)")) {
            String text = text(value);
            if (text != null) {
                found.add(text, value.span(), null);
            }
        }
        value(name, value, 0);
    }

    private static @Nullable String text(Value value) {
        return switch (value) {
            case Value.Text text -> text.text();
            case Value.Number(Decimal number, var ignored, var ignored2) ->
                number.precision() < 100 && Math.abs((long) number.scale()) < 100 ? number.toPlainString() : null;
            default -> null;
        };
    }

    private void value(String name, Value value, int depth) {
        if (depth > MAX_DEPTH) {
            return;
        }
        switch (value) {
            case Value.Text text -> leaf(name, text.text(), text);
            case Value.Number ignored -> {
                String text = text(value);
                if (text != null) {
                    leaf(name, text, value);
                }
            }
            case Value.Sequence sequence -> {
                for (Value item : sequence.items()) {
                    value(name, item, depth + 1);
                }
            }
            case Value.Mapping mapping -> mapping(name, mapping, depth + 1);
            case Value.Conditional either -> {
                value(name, either.whenTrue(), depth + 1);
                value(name, either.whenFalse(), depth + 1);
            }
            case Value.Composed composed -> {
                for (Value part : composed.parts()) {
                    value("", part, depth + 1);
                }
            }
            case Value.Bool ignored -> {}
            case Value.Null ignored -> {}
            case Value.Absent ignored -> {}
            case Value.Reference ignored -> {}
            case Value.DynamicReference ignored -> {}
            case Value.Unresolved ignored -> {}
        }
    }

    private void mapping(String name, Value.Mapping mapping, int depth) {
        for (Map.Entry<String, Value.Entry> entry : mapping.entries().entrySet()) {
            String key = entry.getKey();
            String called = key;
            if (NAMED_BY.containsKey(key)) {
                called = mapping.get(NAMED_BY.get(key)) instanceof Value.Text text ? text.text() : name;
            }
            value(called, entry.getValue().value(), depth + 1);
        }
    }

    private void leaf(String name, String text, Value value) {
        if (isOfSecret(name) && Secrets.canBeSecret(text)
                || Secrets.looksLikeSecret(name, text)
                || Secrets.hasPasswordInUrl(text)) {
            found.add(text, value.span(), value.provenance());
        } else {
            found.addFrom(text, value.span(), value.provenance());
        }
    }

    private boolean isOfSecret(String name) {
        Boolean known = names.get(name);
        if (known == null) {
            known = SecretNames.isOfSecret(name);
            names.put(name, known);
        }
        return known;
    }
}
