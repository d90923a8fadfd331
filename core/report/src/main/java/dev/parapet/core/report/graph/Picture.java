package dev.parapet.core.report.graph;

import dev.parapet.core.graph.Edge;
import dev.parapet.core.graph.EdgeKind;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.Node;
import dev.parapet.core.graph.NodeKind;
import dev.parapet.model.Resource;
import dev.parapet.model.Stack;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a graph is drawn: its nodes by stack, and its edges. A person looks for the ways in, what runs, as whom, on which data. So
 * a picture that does not show everything leaves out statements (what one covers, its role covers) and principals, what merely refers (save from compute to what it
 * works on), edges of one kind between the same two nodes but the first, and nodes that nothing touches.
 *
 * @param stacks the nodes of each stack, by what to call it; those of none stand under an empty name
 */
record Picture(Map<String, List<Node>> stacks, List<Edge> edges) {
    /** The picture of a graph. */
    static Picture of(Graph graph, boolean everything) {
        List<Edge> edges = everything ? graph.edges() : chosen(graph);
        Set<String> touched = new HashSet<>();
        for (Edge edge : edges) {
            touched.add(edge.from());
            touched.add(edge.to());
        }
        Map<String, List<Node>> stacks = new LinkedHashMap<>();
        stacks.put("", new ArrayList<>());
        for (Stack stack : graph.stacks()) {
            stacks.put(stack.id(), new ArrayList<>());
        }
        for (Node node : graph.nodes()) {
            if (touched.contains(node.id()) || (everything && node.kind() != NodeKind.INTERNET)) {
                stacks.computeIfAbsent(stackOf(node), id -> new ArrayList<>()).add(node);
            }
        }
        stacks.values().removeIf(List::isEmpty);
        return new Picture(stacks, edges);
    }

    private static String stackOf(Node node) {
        Resource resource = node.resource();
        if (resource != null) {
            return resource.id().stack();
        }
        int mark = node.id().indexOf("#external:");
        return mark < 0 ? "" : node.id().substring(0, mark);
    }

    private static List<Edge> chosen(Graph graph) {
        Set<Pair> meant = new HashSet<>();
        for (Edge edge : graph.edges()) {
            if (edge.kind() != EdgeKind.REFERS_TO) {
                meant.add(new Pair(edge.from(), edge.to(), null));
                meant.add(new Pair(edge.to(), edge.from(), null));
            }
        }
        Set<Pair> drawn = new HashSet<>();
        List<Edge> chosen = new ArrayList<>();
        List<Edge> covered = new ArrayList<>();
        for (Edge edge : graph.edges()) {
            Node from = graph.node(edge.from()).orElseThrow();
            Node to = graph.node(edge.to()).orElseThrow();
            if (edge.kind() == EdgeKind.COVERS && holder(graph, from) instanceof Node holder && !holder.equals(to)) {
                covered.add(
                        new Edge(holder.id(), to.id(), edge.kind(), edge.location(), edge.because(), edge.condition()));
            }
            if (isDetail(from) || isDetail(to)) {
                continue;
            }
            boolean merely = edge.kind() == EdgeKind.REFERS_TO
                    && (from.kind() != NodeKind.COMPUTE || meant.contains(new Pair(edge.from(), edge.to(), null)));
            if (!merely && drawn.add(new Pair(edge.from(), edge.to(), edge.kind()))) {
                chosen.add(edge);
            }
        }
        for (Edge edge : covered) {
            if (drawn.add(new Pair(edge.from(), edge.to(), edge.kind()))) {
                chosen.add(edge);
            }
        }
        return chosen;
    }

    /** The resource that holds a statement; null for what is no statement of a policy. */
    private static @Nullable Node holder(Graph graph, Node statement) {
        Resource resource = statement.resource();
        return resource == null || statement.id().equals(resource.id().toString())
                ? null
                : graph.node(resource.id()).orElse(null);
    }

    private static boolean isDetail(Node node) {
        return node.kind() == NodeKind.STATEMENT || node.kind() == NodeKind.PRINCIPAL;
    }

    /** Two nodes, and how one bears on the other where that counts. */
    private record Pair(String from, String to, @Nullable EdgeKind kind) {}

    /** What a node is called in a picture: its label, and what kind of thing it is where the label does not say so. */
    static String title(Node node) {
        Resource resource = node.resource();
        if (resource != null && node.id().equals(resource.id().toString())) {
            return node.label() + "\n" + shortType(resource);
        }
        return node.kind() == NodeKind.EXTERNAL ? shortArn(node.label()) : node.label();
    }

    /** The last part of an ARN, and the service it belongs to. */
    private static String shortArn(String label) {
        int service = label.startsWith("arn:") ? label.indexOf(':', "arn:".length()) + 1 : 0;
        int end = label.indexOf(':', service);
        int last = Math.max(label.lastIndexOf('/'), label.lastIndexOf(':')) + 1;
        return service == 0 || end < 0 || last == label.length() || label.indexOf('$') >= 0
                ? label
                : label.substring(last) + "\n" + label.substring(service, end) + ", outside";
    }

    private static String shortType(Resource resource) {
        String type = resource.type();
        return type.startsWith("AWS::") ? type.substring("AWS::".length()).replace("::", " ") : type;
    }
}
