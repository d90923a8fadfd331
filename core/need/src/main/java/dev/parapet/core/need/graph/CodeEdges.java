package dev.parapet.core.need.graph;

import dev.parapet.core.flow.taint.OutboundHost;
import dev.parapet.core.graph.Edge;
import dev.parapet.core.graph.EdgeKind;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.Node;
import dev.parapet.core.graph.NodeKind;
import dev.parapet.core.need.FunctionNeeds;
import dev.parapet.core.need.resource.NamedResource;
import dev.parapet.core.need.resource.TemplateWords;
import dev.parapet.model.Resource;
import dev.parapet.model.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Joins what the code of functions calls with the graph of their templates: an edge {@code calls} from the function to each resource
 * that an API is called for and to each host that is named. A resource of which only the kind is known draws no edge.
 */
public final class CodeEdges {
    private final Graph graph;
    private final TemplateWords words;
    private final Map<String, Node> added = new LinkedHashMap<>();
    private final List<Edge> edges = new ArrayList<>();

    /** Nothing yet. */
    public CodeEdges(Graph graph) {
        this.graph = graph;
        this.words = new TemplateWords(graph.stacks());
    }

    /** Adds what a function calls. One that no template names becomes a node of its own, once it calls something. */
    public void add(FunctionNeeds needs, List<OutboundHost> hosts) {
        Node function = graph.node(needs.function()).orElse(null);
        for (FunctionNeeds.Call call : needs.calls()) {
            NamedResource resource = call.resource().orElse(null);
            String to = resource == null ? null : id(function, resource, call.location());
            if (to != null) {
                add(needs.function(), to, call.location(), "its code calls " + String.join(", ", call.actions()));
            }
        }
        for (OutboundHost host : hosts) {
            add(needs.function(), external(host.name(), host.place()), host.place(), "its code sends requests to it");
        }
    }

    private void add(String from, String to, Span place, String because) {
        if (graph.node(from).isEmpty()) {
            added.putIfAbsent(from, new Node(from, NodeKind.COMPUTE, from, null, null, null));
        }
        edges.add(new Edge(from, to, EdgeKind.CALLS, place, because, null));
    }

    /** The node of a resource; null where only its kind is known. */
    private @Nullable String id(@Nullable Node function, NamedResource resource, Span place) {
        Resource of = function == null ? null : function.resource();
        Resource found = of == null ? null : words.resource(of.id().stack(), resource);
        if (found != null) {
            return found.id().toString();
        }
        return resource.exact() && !resource.expression().contains("*") ? external(resource.expression(), place) : null;
    }

    private String external(String name, Span place) {
        String id = "external:" + name;
        if (graph.node(id).isEmpty()) {
            added.putIfAbsent(id, new Node(id, NodeKind.EXTERNAL, name, null, null, place));
        }
        return id;
    }

    /** The graph with all that was added. */
    public Graph joined() {
        if (edges.isEmpty()) {
            return graph;
        }
        List<Node> nodes = new ArrayList<>(graph.nodes());
        nodes.addAll(added.values());
        List<Edge> all = new ArrayList<>(graph.edges());
        all.addAll(edges);
        return new Graph(graph.stacks(), nodes, all);
    }
}
