package dev.parapet.read.cloudformation.sam.resource;

import dev.parapet.model.Span;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.InvalidResource;
import dev.parapet.read.cloudformation.sam.template.Owner;
import dev.parapet.read.cloudformation.sam.template.Problem;

/**
 * A resource that SAM calls by the name of what it becomes.
 *
 * @param id that name
 */
record Named(Authored resource, String id) implements Owner {
    @Override
    public InvalidResource invalid(String detail, Span span) {
        return new InvalidResource(
                new Problem(resource.id(), "Resource with id [" + id + "] is invalid. " + detail, span));
    }

    @Override
    public Span head() {
        return resource.head();
    }
}
