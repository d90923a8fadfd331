package dev.parapet.read.cloudformation.sam.template;

import dev.parapet.model.Value;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as SAM shows them in its messages: as Python prints them. */
public final class Shown {
    private Shown() {}

    /** A value by itself; a text stands without quotes. */
    public static String of(@Nullable Value value) {
        return value instanceof Value.Text text ? text.text() : inside(value);
    }

    /** What Python calls the type of a value. */
    public static String type(Value value) {
        return switch (value) {
            case Value.Text ignored -> "str";
            case Value.Bool ignored -> "bool";
            case Value.Number number -> number.value().scale() <= 0 ? "int" : "float";
            case Value.Sequence ignored -> "list";
            case Value.Mapping ignored -> "dict";
            default -> "NoneType";
        };
    }

    private static String inside(@Nullable Value value) {
        return switch (value) {
            case null -> "None";
            case Value.Text text -> "'" + text.text() + "'";
            case Value.Bool bool -> bool.value() ? "True" : "False";
            case Value.Number number -> LogicalIds.json(number);
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
