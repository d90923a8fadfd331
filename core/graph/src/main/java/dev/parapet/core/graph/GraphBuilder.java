package dev.parapet.core.graph;

import dev.parapet.core.graph.link.Links;
import dev.parapet.model.Stack;
import java.util.List;

/** Makes the graph of what was read. */
public final class GraphBuilder {
    private GraphBuilder() {}

    /**
     * The graph of some stacks: a node for each resource, for the ways in, statements and principals found in them, and an edge for
     * each thing that one says of another. Linear in the size of the stacks.
     */
    public static Graph build(List<Stack> stacks) {
        return Links.draw(stacks);
    }
}
