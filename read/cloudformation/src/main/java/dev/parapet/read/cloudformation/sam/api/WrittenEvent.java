package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.model.Span;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.InvalidResource;
import dev.parapet.read.cloudformation.sam.template.Owner;

/** An event before its function or state machine is made. */
record WrittenEvent(Authored resource, String name, Span head) implements Owner {
    @Override
    public InvalidResource invalid(String detail, Span span) {
        return InvalidResource.of(resource.id(), "Event with id [" + name + "] is invalid. " + detail, span);
    }
}
