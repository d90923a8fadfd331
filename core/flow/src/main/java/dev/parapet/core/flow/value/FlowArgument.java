package dev.parapet.core.flow.value;

import org.jspecify.annotations.Nullable;

/**
 * An argument of a call, or an entry of a map.
 *
 * @param name the name; null where the position says what it is for, and where the name is not known
 * @param value the value
 * @param spread whether the value is a list or map of which each element is an argument
 */
public record FlowArgument(@Nullable String name, FlowValue value, boolean spread) {
    /** An argument that stands for itself. */
    public FlowArgument(@Nullable String name, FlowValue value) {
        this(name, value, false);
    }
}
