package dev.parapet.core.graph;

import dev.parapet.model.Condition;
import dev.parapet.model.Span;
import org.jspecify.annotations.Nullable;

/**
 * An edge of the graph.
 *
 * @param from the id of the node that it leaves
 * @param to the id of the node that it reaches
 * @param kind how the first bears on the second
 * @param location the text that says so
 * @param because what that text says, a clause without a full stop
 * @param condition the condition under which it is there, where that is not decided
 */
public record Edge(
        String from,
        String to,
        EdgeKind kind,
        Span location,
        String because,
        @Nullable Condition condition) {}
