package dev.parapet.read.cloudformation.sam.template;

import dev.parapet.model.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What SAM asks of intrinsic functions that are not resolved. */
public final class Intrinsics {
    private Intrinsics() {}

    /** The function's name; null when the value is no intrinsic function. {@code Condition} counts as one. */
    public static @Nullable String function(@Nullable Value value) {
        if (value instanceof Value.Mapping mapping && mapping.entries().size() == 1) {
            String name = mapping.entries().keySet().iterator().next();
            return name.equals("Ref") || name.equals("Condition") || name.startsWith("Fn::") ? name : null;
        }
        return null;
    }

    /** Whether the value is an intrinsic function. */
    public static boolean is(@Nullable Value value) {
        return function(value) != null;
    }

    /** Whether the value has one entry only, which SAM takes for a function where it checks the types of properties. */
    public static boolean hasOneEntry(@Nullable Value value) {
        return value instanceof Value.Mapping mapping && mapping.entries().size() == 1;
    }

    /** What the function is called with; null when the value is not this function. */
    public static @Nullable Value argument(@Nullable Value value, String function) {
        return value instanceof Value.Mapping mapping && mapping.entries().size() == 1 ? mapping.get(function) : null;
    }

    /** Whether the value is {@code Fn::If}. */
    public static boolean isIf(@Nullable Value value) {
        return argument(value, "Fn::If") != null;
    }

    /** Whether the value is a {@code Ref} to {@code AWS::NoValue}. */
    public static boolean isNoValue(@Nullable Value value) {
        return argument(value, "Ref") instanceof Value.Text name && name.text().equals("AWS::NoValue");
    }

    /** The logical id that a {@code Ref} or {@code Fn::GetAtt} names; null when the value is neither. */
    public static @Nullable String logicalId(@Nullable Value value) {
        if (argument(value, "Ref") instanceof Value.Text name) {
            return name.text();
        }
        return switch (argument(value, "Fn::GetAtt")) {
            case Value.Sequence parts
            when parts.items().size() == 2 && parts.items().getFirst() instanceof Value.Text name -> name.text();
            case Value.Text text -> {
                List<String> parts = List.of(text.text().split("\\.", -1));
                yield parts.size() == 2 ? parts.getFirst() : null;
            }
            case null, default -> null;
        };
    }

    /** Whether SAM takes the value for nothing: absent, null, false, zero, an empty text, list or mapping. */
    public static boolean isEmpty(@Nullable Value value) {
        return switch (value) {
            case null -> true;
            case Value.Null ignored -> true;
            case Value.Bool bool -> !bool.value();
            case Value.Number number -> number.value().signum() == 0;
            case Value.Text text -> text.text().isEmpty();
            case Value.Sequence sequence -> sequence.items().isEmpty();
            case Value.Mapping mapping -> mapping.entries().isEmpty();
            default -> false;
        };
    }

    /** The entries of a value that may be a mapping. */
    public static Map<String, Value.Entry> entries(@Nullable Value value) {
        return value instanceof Value.Mapping mapping ? mapping.entries() : Map.of();
    }
}
