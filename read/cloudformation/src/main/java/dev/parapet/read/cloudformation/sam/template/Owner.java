package dev.parapet.read.cloudformation.sam.template;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import org.jspecify.annotations.Nullable;

/** What properties belong to: a resource, or an event of one. It knows how SAM words its problems. */
public interface Owner {
    /** A problem with it, to be thrown. */
    InvalidResource invalid(String detail, Span span);

    /** A problem with a property that it may not have, lacks, or has with a wrong type; SAM words it as a resource's. */
    default InvalidResource invalidProperty(String detail, Span span) {
        return invalid(detail, span);
    }

    /** Where it is written, for what is absent. */
    Span head();

    /** A value that must be a mapping; {@code path} is the property's, as in {@code Auth.Authorizers}. */
    default Value.Mapping map(@Nullable Value value, String path) {
        if (value instanceof Value.Mapping mapping) {
            return mapping;
        }
        throw wrong(value, path, "map");
    }

    /** A value that must be a list. */
    default Value.Sequence list(@Nullable Value value, String path) {
        if (value instanceof Value.Sequence sequence) {
            return sequence;
        }
        throw wrong(value, path, "list");
    }

    /** A value that must be a text. */
    default Value.Text text(@Nullable Value value, String path) {
        if (value instanceof Value.Text text) {
            return text;
        }
        throw wrong(value, path, "string");
    }

    /** A value that must be a whole number. */
    default Value.Number integer(@Nullable Value value, String path) {
        if (value instanceof Value.Number number && number.value().scale() <= 0) {
            return number;
        }
        throw wrong(value, path, "integer");
    }

    /** A value that must be true or false. */
    default Value.Bool bool(@Nullable Value value, String path) {
        if (value instanceof Value.Bool bool) {
            return bool;
        }
        throw wrong(value, path, "boolean");
    }

    /** A value that must be there. */
    default Value present(@Nullable Value value, String path) {
        if (value != null && !(value instanceof Value.Null)) {
            return value;
        }
        throw invalid("Property '" + path + "' is required.", value == null ? head() : value.span());
    }

    private InvalidResource wrong(@Nullable Value value, String path, String kind) {
        return invalid("Property '" + path + "' should be a " + kind + ".", value == null ? head() : value.span());
    }
}
