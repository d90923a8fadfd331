package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.definition.PythonText;
import dev.parapet.read.cloudformation.sam.template.Allowance;
import java.util.stream.Collectors;

/** Values as SAM shows them in its messages: as Python prints them. */
final class Shown {
    private Shown() {}

    static String of(Value value) {
        return value instanceof Value.Text text ? text.text() : inside(value);
    }

    /** The same in a template with a REST API, whose texts SAM shows as Python 2.7 did. */
    static String withRestApi(Value value) {
        return PythonText.str(value, new Allowance());
    }

    private static String inside(Value value) {
        return switch (value) {
            case Value.Text text -> "'" + text.text() + "'";
            case Value.Bool bool -> bool.value() ? "True" : "False";
            case Value.Number number -> number.value().toPlainString();
            case Value.Sequence sequence ->
                sequence.items().stream().map(Shown::inside).collect(Collectors.joining(", ", "[", "]"));
            case Value.Mapping mapping ->
                mapping.entries().entrySet().stream()
                        .map(entry -> "'" + entry.getKey() + "': "
                                + inside(entry.getValue().value()))
                        .collect(Collectors.joining(", ", "{", "}"));
            default -> "None";
        };
    }
}
