package dev.parapet.core.flow.value;

import org.jspecify.annotations.Nullable;

/**
 * An argument of a call, or an entry of a map.
 *
 * @param name the name; null where the position says what it is for, and where the name is not known
 * @param value the value
 * @param spread whether the value is a list or map of which each element is an argument
 * @param key what the name of an entry is computed from; null where it is written out
 */
public record FlowArgument(
        @Nullable String name,
        FlowValue value,
        boolean spread,
        @Nullable FlowValue key) {
    /** An argument whose name is written out, if it has one. */
    public FlowArgument(@Nullable String name, FlowValue value, boolean spread) {
        this(name, value, spread, null);
    }

    /** An argument that stands for itself. */
    public FlowArgument(@Nullable String name, FlowValue value) {
        this(name, value, false);
    }
}
