package dev.parapet.core.graph.link;

import dev.parapet.core.graph.Edge;
import dev.parapet.core.graph.EdgeKind;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.Node;
import dev.parapet.core.graph.NodeKind;
import dev.parapet.core.graph.name.PhysicalNames;
import dev.parapet.core.graph.name.ResourceTypes;
import dev.parapet.model.Condition;
import dev.parapet.model.Resource;
import dev.parapet.model.ResourceId;
import dev.parapet.model.Span;
import dev.parapet.model.Stack;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The graph while it is drawn. */
final class Draft {
    /** The id of the node that stands for anybody. */
    static final String INTERNET = "internet";

    private final List<Stack> stacks;
    private final PhysicalNames names;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<Edge> edges = new ArrayList<>();
    private final Stages stages;
    private final Map<String, List<String>> protectedBy = new HashMap<>();
    private final Map<String, List<Resource>> byType = new HashMap<>();
    private final Map<ResourceId, Resource> byId = new HashMap<>();

    Draft(List<Stack> stacks) {
        this.stacks = stacks;
        this.names = PhysicalNames.of(stacks);
        this.stages = new Stages(names, stacks);
        nodes.put(INTERNET, new Node(INTERNET, NodeKind.INTERNET, "Internet", null, null, null));
        for (Stack stack : stacks) {
            for (Resource resource : stack.resources()) {
                String id = resource.id().toString();
                ResourceTypes.Entry type = ResourceTypes.of(resource.type());
                NodeKind kind = type == null || type.kind().isEmpty()
                        ? NodeKind.RESOURCE
                        : NodeKind.valueOf(type.kind().toUpperCase(Locale.ROOT));
                nodes.putIfAbsent(id, new Node(id, kind, resource.id().name(), resource, null, resource.span()));
                byId.putIfAbsent(resource.id(), resource);
                byType.computeIfAbsent(resource.type(), key -> new ArrayList<>())
                        .add(resource);
            }
        }
    }

    List<Stack> stacks() {
        return stacks;
    }

    PhysicalNames names() {
        return names;
    }

    /** All resources of a type, in all stacks. */
    List<Resource> ofType(String type) {
        return byType.getOrDefault(type, List.of());
    }

    /** The resource of an id, or null. */
    @Nullable
    Resource resource(ResourceId id) {
        return byId.get(id);
    }

    /** The resource that a value of a resource refers to, or null. */
    @Nullable
    Resource target(Resource from, @Nullable Value value) {
        if (value == null) {
            return null;
        }
        ResourceId id = names.target(from.id().stack(), value);
        return id == null ? null : byId.get(id);
    }

    /** The stage of an API that the ARN {@code …/restapis/ID/stages/NAME} means, or null; see {@link Stages}. */
    @Nullable
    ResourceId stage(Resource from, Value value) {
        return stages.of(from, value);
    }

    /** Whether there is a node. */
    boolean has(String id) {
        return nodes.containsKey(id);
    }

    /**
     * The node of an id that is there.
     *
     * @throws IllegalStateException when there is none, which is a mistake of the caller
     */
    Node existing(String id) {
        Node node = nodes.get(id);
        if (node == null) {
            throw new IllegalStateException("there is no node " + id);
        }
        return node;
    }

    /** The edges drawn so far. */
    List<Edge> edges() {
        return Collections.unmodifiableList(edges);
    }

    /** The ids of what a resource's policy or firewall protects, as far as it is drawn. */
    Collection<String> protectedBy(String id) {
        return protectedBy.getOrDefault(id, List.of());
    }

    /** Adds a node, or leaves the one that is there; gives its id. */
    String node(Node node) {
        nodes.putIfAbsent(node.id(), node);
        return node.id();
    }

    /** States facts about the node of a resource: what kind it is, and its properties. */
    void state(ResourceId id, NodeKind kind, String label, Value.Mapping properties) {
        Node node = nodes.get(id.toString());
        if (node != null) {
            nodes.put(node.id(), new Node(node.id(), kind, label, node.resource(), properties, node.span()));
        }
    }

    /** Adds an edge, when both its nodes are there. */
    void edge(String from, String to, EdgeKind kind, Span location, String because, @Nullable Condition condition) {
        if (nodes.containsKey(from) && nodes.containsKey(to)) {
            edges.add(new Edge(from, to, kind, location, because, condition));
            if (kind == EdgeKind.PROTECTS) {
                protectedBy.computeIfAbsent(from, id -> new ArrayList<>()).add(to);
            }
        }
    }

    /** The graph. */
    Graph finish() {
        return new Graph(stacks, names, nodes.values(), edges);
    }
}
