package dev.parapet.read.cloudformation.sam.event;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.InvalidResource;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.Owner;
import dev.parapet.read.cloudformation.sam.template.Values;
import org.jspecify.annotations.Nullable;

/** An event of a function or a state machine. */
public interface Event extends Owner {
    /** The start of the logical ids of what it makes: its owner's id and its own name. */
    String id();

    /** The whole of it. */
    Value.Mapping written();

    /** Its type; empty when it has none. */
    default String type() {
        return written().get("Type") instanceof Value.Text type ? type.text() : "";
    }

    /** Its properties; empty when it has none. */
    default Value.Mapping properties() {
        return written().get("Properties") instanceof Value.Mapping properties ? properties : values().map();
    }

    /** One property; null when it is absent or null. */
    default @Nullable Value property(String name) {
        Value value = properties().get(name);
        return value instanceof Value.Null ? null : value;
    }

    /** Values that it causes. */
    default Values values() {
        return new Values(head());
    }

    /** A resource that it makes, at its name; what everything made of its owner shares is passed on. */
    Made make(String id, String type);

    /** A problem of an event for which SAM does not use its name but its logical id. */
    InvalidResource invalidById(String detail, Span span);
}
