package dev.parapet.core.report.graph;

import dev.parapet.core.graph.Edge;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.Node;
import dev.parapet.model.Resource;
import dev.parapet.model.Stack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cuts a graph into pictures that a person can take in: one for each stack, with what its nodes touch outside of it. Nodes that
 * nothing touches are left out.
 */
public final class StackGraphs {
    private StackGraphs() {}

    /** The part of the graph of each stack that has edges, by the stack's id, in the order of the stacks. */
    public static Map<String, Graph> of(Graph graph) {
        Map<String, Set<Edge>> edges = new LinkedHashMap<>();
        for (Stack stack : graph.stacks()) {
            edges.put(stack.id(), new LinkedHashSet<>());
        }
        Map<String, String> stackByNode = new LinkedHashMap<>();
        for (Node node : graph.nodes()) {
            Resource resource = node.resource();
            if (resource != null) {
                stackByNode.put(node.id(), resource.id().stack());
            }
        }
        for (Edge edge : graph.edges()) {
            for (String end : List.of(edge.from(), edge.to())) {
                Set<Edge> own = edges.get(stackByNode.getOrDefault(end, ""));
                if (own != null) {
                    own.add(edge);
                }
            }
        }
        Map<String, Graph> parts = new LinkedHashMap<>();
        for (Map.Entry<String, Set<Edge>> entry : edges.entrySet()) {
            if (!entry.getValue().isEmpty()) {
                parts.put(entry.getKey(), part(graph, entry.getValue()));
            }
        }
        return parts;
    }

    private static Graph part(Graph graph, Set<Edge> edges) {
        Set<String> ids = new LinkedHashSet<>();
        for (Edge edge : edges) {
            ids.add(edge.from());
            ids.add(edge.to());
        }
        List<Node> nodes = new ArrayList<>();
        for (String id : ids) {
            graph.node(id).ifPresent(nodes::add);
        }
        return new Graph(List.of(), nodes, edges);
    }
}
