package dev.parapet.read.cloudformation.sam.workflow;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.LogicalIds;
import dev.parapet.read.cloudformation.sam.template.MappingBuilder;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The {@code Definition} of a state machine as the text that Step Functions takes: a line of JSON for each line, joined, and a
 * substitution for each value that only CloudFormation knows.
 */
final class Definition {
    private static final Pattern DYNAMIC = Pattern.compile("\\{\\{resolve:([a-z-]+):(.+)\\}\\}");
    private static final String INDENT = "    ";

    private final MappingBuilder substitutions;
    private final List<Value> lines = new ArrayList<>();
    private final Values values;
    private StringBuilder line = new StringBuilder();
    private int count;

    private Definition(Value.Mapping written) {
        this.values = Values.of(written);
        this.substitutions = values.builder();
    }

    /**
     * A definition as a text.
     *
     * @param text {@code Fn::Join} of its lines
     * @param substitutions what the placeholders in it stand for
     */
    record Written(Value text, Value.Mapping substitutions) {}

    static Written of(Value.Mapping written) {
        Definition definition = new Definition(written);
        definition.write(written, "");
        definition.endLine();
        return new Written(
                definition.values.map(
                        "Fn::Join",
                        definition.values.list(definition.values.text("\n"), definition.values.list(definition.lines))),
                definition.substitutions.build());
    }

    private void write(Value value, String indent) {
        switch (value) {
            case Value.Mapping mapping
            when !mapping.entries().isEmpty() -> {
                line.append('{');
                String inner = indent + INDENT;
                String comma = "";
                for (Map.Entry<String, Value.Entry> entry : new TreeMap<>(mapping.entries()).entrySet()) {
                    line.append(comma);
                    endLine();
                    line.append(inner)
                            .append(LogicalIds.json(values.text(entry.getKey())))
                            .append(": ");
                    writeInner(entry.getValue().value(), inner);
                    comma = ",";
                }
                endLine();
                line.append(indent).append('}');
            }
            case Value.Sequence sequence
            when !sequence.items().isEmpty() -> {
                line.append('[');
                String inner = indent + INDENT;
                String comma = "";
                for (Value item : sequence.items()) {
                    line.append(comma);
                    endLine();
                    line.append(inner);
                    writeInner(item, inner);
                    comma = ",";
                }
                endLine();
                line.append(indent).append(']');
            }
            default -> line.append(LogicalIds.json(value));
        }
    }

    private void writeInner(Value value, String indent) {
        if (Intrinsics.is(value)
                || value instanceof Value.Text text
                        && DYNAMIC.matcher(text.text()).matches()) {
            String name = "definition_substitution_" + ++count;
            substitutions.put(name, value);
            line.append("\"${").append(name).append("}\"");
        } else {
            write(value, indent);
        }
    }

    private void endLine() {
        lines.add(new Value.Text(line.toString(), values.span()));
        line = new StringBuilder();
    }
}
