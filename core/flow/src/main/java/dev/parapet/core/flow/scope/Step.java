package dev.parapet.core.flow.scope;

/** One step from a value to a part of it that a pattern takes. */
public sealed interface Step {
    /** The value of a key, or the field of a name. */
    record Key(String name) implements Step {}

    /** The element at a position, counted from 0. */
    record Position(int index) implements Step {}

    /** What the other steps of the pattern leave. */
    record Rest() implements Step {}

    /** A part that is not known. */
    record Any() implements Step {}
}
