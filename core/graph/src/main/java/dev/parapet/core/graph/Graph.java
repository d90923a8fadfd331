package dev.parapet.core.graph;

import dev.parapet.core.graph.name.PhysicalNames;
import dev.parapet.model.ResourceId;
import dev.parapet.model.Stack;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that was read, as nodes and edges in a stable order. Immutable. */
public final class Graph {
    private final List<Stack> stacks;
    private final PhysicalNames names;
    private final Map<String, Node> nodes;
    private final List<Edge> edges;
    private final Map<String, List<Edge>> leaving = new HashMap<>();
    private final Map<String, List<Edge>> reaching = new HashMap<>();
    private final Map<String, List<Node>> byType = new HashMap<>();
    private final Map<String, List<Node>> byTypeInStack = new HashMap<>();
    private final Map<String, List<Node>> byKindInStack = new HashMap<>();

    /**
     * A graph of nodes and edges.
     *
     * @throws IllegalArgumentException when two nodes share an id, or an edge leads to or from no node
     */
    public Graph(Collection<Stack> stacks, Collection<Node> nodes, Collection<Edge> edges) {
        this(List.copyOf(stacks), PhysicalNames.of(List.copyOf(stacks)), nodes, edges);
    }

    /**
     * A graph of nodes and edges, the names in its stacks being known already.
     *
     * @throws IllegalArgumentException when two nodes share an id, or an edge leads to or from no node
     */
    public Graph(List<Stack> stacks, PhysicalNames names, Collection<Node> nodes, Collection<Edge> edges) {
        this.stacks = List.copyOf(stacks);
        this.names = names;
        Map<String, Node> byId = new LinkedHashMap<>();
        for (Node node : nodes) {
            if (byId.put(node.id(), node) != null) {
                throw new IllegalArgumentException("two nodes are called " + node.id());
            }
            if (node.resource() != null) {
                byKindInStack
                        .computeIfAbsent(node.resource().id().stack() + '\n' + node.kind(), key -> new ArrayList<>())
                        .add(node);
            }
            if (node.resource() != null && node.id().equals(node.resource().id().toString())) {
                byType.computeIfAbsent(node.resource().type(), type -> new ArrayList<>())
                        .add(node);
                byTypeInStack
                        .computeIfAbsent(
                                node.resource().id().stack()
                                        + '\n'
                                        + node.resource().type(),
                                key -> new ArrayList<>())
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

    /** The nodes of a kind that are resources of a stack or lie within one, by the stack's id. */
    public List<Node> ofKind(String stack, NodeKind kind) {
        return Collections.unmodifiableList(byKindInStack.getOrDefault(stack + '\n' + kind, List.of()));
    }

    /** The edges that leave a node. */
    public List<Edge> leaving(Node node) {
        return Collections.unmodifiableList(leaving.getOrDefault(node.id(), List.of()));
    }

    /** The edges that reach a node. */
    public List<Edge> reaching(Node node) {
        return Collections.unmodifiableList(reaching.getOrDefault(node.id(), List.of()));
    }

    /** The edges of a kind that leave a node. */
    public List<Edge> leaving(Node node, EdgeKind kind) {
        return ofKind(leaving.getOrDefault(node.id(), List.of()), kind);
    }

    /** The edges of a kind that reach a node. */
    public List<Edge> reaching(Node node, EdgeKind kind) {
        return ofKind(reaching.getOrDefault(node.id(), List.of()), kind);
    }

    private static List<Edge> ofKind(List<Edge> edges, EdgeKind kind) {
        List<Edge> found = new ArrayList<>();
        for (Edge edge : edges) {
            if (edge.kind() == kind) {
                found.add(edge);
            }
        }
        return Collections.unmodifiableList(found);
    }

    /** The nodes at the end of the edges of a kind that leave a node, each once, in the order of the edges. */
    public List<Node> outgoing(Node node, EdgeKind kind) {
        Set<Node> found = new LinkedHashSet<>();
        for (Edge edge : leaving(node, kind)) {
            found.add(existing(edge.to()));
        }
        return List.copyOf(found);
    }

    /** The nodes at the start of the edges of a kind that reach a node, each once, in the order of the edges. */
    public List<Node> incoming(Node node, EdgeKind kind) {
        Set<Node> found = new LinkedHashSet<>();
        for (Edge edge : reaching(node, kind)) {
            found.add(existing(edge.from()));
        }
        return List.copyOf(found);
    }

    private Node existing(String id) {
        Node node = nodes.get(id);
        if (node == null) {
            throw new IllegalStateException("an edge leads nowhere: " + id);
        }
        return node;
    }

    /**
     * The resource that a value refers to: by a reference, by a text composed around one (an ARN, a URL, an object of a bucket), or by
     * an ARN that repeats the name that a resource of the same stack was given. A value under an undecided condition refers to nothing
     * here; take its branches one by one.
     *
     * @param from the node that holds the value: what a literal name means depends on its stack; null when that is not known
     */
    public Optional<Node> target(@Nullable Node from, Value value) {
        String stack = from == null || from.resource() == null
                ? null
                : from.resource().id().stack();
        ResourceId id = names.target(stack, value);
        return id == null ? Optional.empty() : node(id);
    }

    /** The resources of some types, of any type when there are none, whose properties refer to a node; each once. */
    public List<Node> referring(Node node, Collection<String> types) {
        List<Node> found = new ArrayList<>();
        for (Node source : incoming(node, EdgeKind.REFERS_TO)) {
            if (types.isEmpty()
                    || (source.resource() != null
                            && types.contains(source.resource().type()))) {
                found.add(source);
            }
        }
        return found;
    }

    /** The nodes of all resources of a type in one stack, by the stack's id. */
    public List<Node> ofType(String stack, String type) {
        return Collections.unmodifiableList(byTypeInStack.getOrDefault(stack + '\n' + type, List.of()));
    }

    /** The names of the resources. */
    public PhysicalNames names() {
        return names;
    }
}
