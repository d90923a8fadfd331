package dev.parapet.core.iam.request;

import java.util.List;

/** What a request says of a condition key. */
public sealed interface ContextValue {
    /** The request doesn't have the key. */
    record Absent() implements ContextValue {}

    /** Whether the request has the key, and which value, is not known. */
    record Unknown() implements ContextValue {}

    /** The key has one value. */
    record One(String value) implements ContextValue {}

    /** The key is a list of values, which may be empty. */
    record Many(List<String> values) implements ContextValue {
        public Many {
            values = List.copyOf(values);
        }
    }
}
