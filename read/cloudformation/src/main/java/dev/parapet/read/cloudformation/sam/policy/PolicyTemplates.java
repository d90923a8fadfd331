package dev.parapet.read.cloudformation.sam.policy;

import dev.parapet.model.SourceFile;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.MappingBuilder;
import dev.parapet.read.cloudformation.sam.template.Values;
import dev.parapet.read.cloudformation.text.TemplateText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * SAM's policy templates (https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-templates.html),
 * from {@code policy-templates.txt}, which {@code tools/refresh-sam-tables} writes: a line for each, its name, its parameters
 * and its document.
 */
final class PolicyTemplates {
    private record Template(List<String> parameters, String document) {}

    private static final class Table {
        private static final Map<String, Template> BY_NAME = read();

        private static Map<String, Template> read() {
            Map<String, Template> byName = new HashMap<>();
            for (String line : Resources.lines("policy-templates.txt")) {
                String[] parts = line.split(" ", 3);
                byName.put(
                        parts[0],
                        new Template(parts[1].equals("-") ? List.of() : List.of(parts[1].split(",", -1)), parts[2]));
            }
            return byName;
        }
    }

    private PolicyTemplates() {}

    static boolean has(String name) {
        return Table.BY_NAME.containsKey(name);
    }

    /** The document of a template that is called with parameters: {@code {SQSPollerPolicy: {QueueName: …}}}. */
    static Value write(Value.Mapping call, Authored owner) {
        Map.Entry<String, Value.Entry> only =
                call.entries().entrySet().iterator().next();
        String name = only.getKey();
        Template template = Table.BY_NAME.get(name);
        if (template == null || !(only.getValue().value() instanceof Value.Mapping given)) {
            throw owner.invalid(
                    "Must specify valid parameter values for policy template '" + name + "'",
                    only.getValue().keySpan());
        }
        List<String> missing = new ArrayList<>(template.parameters());
        missing.removeAll(given.entries().keySet());
        if (!missing.isEmpty()) {
            throw owner.invalid(
                    "Following required parameters of template '" + name + "' don't have values: ['"
                            + String.join("', '", missing) + "']",
                    only.getValue().keySpan());
        }
        Value document = TemplateText.read(new SourceFile("policy-templates", template.document()))
                .root();
        return filled(document, given, only.getValue().keySpan());
    }

    private static Value filled(Value value, Value.Mapping given, Span span) {
        Values values = new Values(span);
        return switch (value) {
            case Value.Text text -> values.text(text.text());
            case Value.Sequence sequence ->
                values.list(sequence.items().stream()
                        .map(item -> filled(item, given, span))
                        .toList());
            case Value.Mapping mapping -> {
                Value known =
                        Intrinsics.argument(mapping, "Ref") instanceof Value.Text name ? given.get(name.text()) : null;
                if (known != null) {
                    yield known;
                }
                MappingBuilder builder = values.builder();
                mapping.entries().forEach((name, entry) -> builder.put(name, filled(entry.value(), given, span)));
                yield builder.build();
            }
            default -> value;
        };
    }
}
