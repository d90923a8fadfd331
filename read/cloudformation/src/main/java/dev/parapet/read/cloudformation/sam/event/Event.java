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

    /** Its properties; empty when it has none. */
    Value.Mapping properties();

    /** One property; null when it is absent or null. */
    @Nullable
    Value property(String name);

    /** Values that it causes. */
    Values values();

    /** A resource that it makes, at its name; what everything made of its owner shares is passed on. */
    Made make(String id, String type);

    /** A problem of an event for which SAM does not use its name but its logical id. */
    InvalidResource invalidById(String detail, Span span);
}
