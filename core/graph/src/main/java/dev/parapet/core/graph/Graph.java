package dev.parapet.core.graph;

import dev.parapet.model.ResourceId;
import dev.parapet.model.Stack;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that was read, as nodes and edges in a stable order. Immutable. */
public final class Graph {
    private final List<Stack> stacks;
    private final Map<String, Node> nodes;
    private final List<Edge> edges;
    private final Map<String, List<Edge>> leaving = new HashMap<>();
    private final Map<String, List<Edge>> reaching = new HashMap<>();
    private final Map<String, List<Node>> byType = new HashMap<>();

    /**
     * A graph of nodes and edges.
     *
     * @throws IllegalArgumentException when two nodes share an id, or an edge leads to or from no node
     */
    public Graph(Collection<Stack> stacks, Collection<Node> nodes, Collection<Edge> edges) {
        this.stacks = List.copyOf(stacks);
        Map<String, Node> byId = new LinkedHashMap<>();
        for (Node node : nodes) {
            if (byId.put(node.id(), node) != null) {
                throw new IllegalArgumentException("two nodes are called " + node.id());
            }
            if (node.resource() != null && node.id().equals(node.resource().id().toString())) {
                byType.computeIfAbsent(node.resource().type(), type -> new ArrayList<>())
                        .add(node);
            }
        }
        this.nodes = Collections.unmodifiableMap(byId);
        this.edges = List.copyOf(edges);
        for (Edge edge : this.edges) {
            if (!byId.containsKey(edge.from()) || !byId.containsKey(edge.to())) {
                throw new IllegalArgumentException("an edge leads nowhere: " + edge);
            }
            leaving.computeIfAbsent(edge.from(), id -> new ArrayList<>()).add(edge);
            reaching.computeIfAbsent(edge.to(), id -> new ArrayList<>()).add(edge);
        }
    }

    /** The stacks it was made from. */
    public List<Stack> stacks() {
        return stacks;
    }

    /** All nodes. */
    public Collection<Node> nodes() {
        return nodes.values();
    }

    /** All edges. */
    public List<Edge> edges() {
        return edges;
    }

    /** The node with an id. */
    public Optional<Node> node(String id) {
        return Optional.ofNullable(nodes.get(id));
    }

    /** The node of a resource. */
    public Optional<Node> node(ResourceId id) {
        return node(id.toString());
    }

    /** The nodes of all resources of a type, in all stacks. */
    public List<Node> ofType(String type) {
        return Collections.unmodifiableList(byType.getOrDefault(type, List.of()));
    }

    /** The edges that leave a node. */
    public List<Edge> leaving(Node node) {
        return Collections.unmodifiableList(leaving.getOrDefault(node.id(), List.of()));
    }

    /** The edges that reach a node. */
    public List<Edge> reaching(Node node) {
        return Collections.unmodifiableList(reaching.getOrDefault(node.id(), List.of()));
    }
}
