package dev.parapet.read.cloudformation.sam.connector;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.MappingBuilder;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Puts what is known of two resources into a profile: a text that is one placeholder becomes the value, any other an
 * {@code Fn::Sub}.
 *
 * @param known what each placeholder stands for; empty when that is not known
 * @param span the text that causes the values
 */
record Replacement(Map<String, Optional<Value>> known, Span span) {
    /** A placeholder stands for something that is not known. */
    static final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1;

        Missing(String name) {
            super(name + " is missing.", null, false, false);
        }
    }

    /**
     * The value with its placeholders replaced.
     *
     * @throws Missing when one is not known
     */
    Value in(Value value) {
        Values values = new Values(span);
        return switch (value) {
            case Value.Text text -> in(text.text(), values);
            case Value.Sequence sequence ->
                values.list(sequence.items().stream().map(this::in).toList());
            case Value.Mapping mapping -> {
                MappingBuilder builder = values.builder();
                mapping.entries().forEach((name, entry) -> builder.put(name, in(entry.value())));
                yield builder.build();
            }
            default -> value;
        };
    }

    private Value in(String text, Values values) {
        String rest = text;
        Map<String, Value> variables = new LinkedHashMap<>();
        for (Map.Entry<String, Optional<Value>> entry : known.entrySet()) {
            String placeholder = "%{" + entry.getKey() + "}";
            if (rest.contains(placeholder)) {
                Value value = entry.getValue().orElseThrow(() -> new Missing(entry.getKey()));
                if (rest.equals(placeholder)) {
                    return value;
                }
                String name = entry.getKey().replace(".", "");
                rest = rest.replace(placeholder, "${" + name + "}");
                variables.put(name, value);
            }
        }
        if (!rest.contains("${")) {
            return values.text(rest);
        }
        MappingBuilder builder = values.builder();
        variables.forEach(builder::put);
        return values.sub(rest, builder.build());
    }
}
