package dev.parapet.core.graph;

import dev.parapet.model.Resource;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import org.jspecify.annotations.Nullable;

/**
 * A node of the graph.
 *
 * @param id unique and stable: {@code stack#LogicalId} for a resource, with a suffix for what is found inside one
 * @param kind what it stands for
 * @param label what to call it
 * @param resource the resource it is or belongs to; null for what is no resource of a template
 * @param properties facts about it that its resource does not say as they are: a route's method and path, a statement's parts
 * @param span where it is written; null for what is nowhere written
 */
public record Node(
        String id,
        NodeKind kind,
        String label,
        @Nullable Resource resource,
        Value.@Nullable Mapping properties,
        @Nullable Span span) {
    /** By the id alone: two nodes that are equal have it in common, and what a node holds can be large. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
