package dev.parapet.core.rule;

import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The nodes of a graph in shares that can be judged side by side: whole stacks, since what rules find out about one is kept for the
 * next question about it. They are the same on every machine, whatever number of processors it has.
 */
final class Shares {
    /** Nodes that are worth a share of their own. */
    private static final int LEAST = 1_000;

    private static final int MOST = 8;

    private Shares() {}

    static List<List<Node>> of(Graph graph) {
        int size = Math.max(LEAST, Math.ceilDiv(graph.nodes().size(), MOST));
        if (graph.nodes().size() <= size) {
            return List.of(List.copyOf(graph.nodes()));
        }
        Map<String, List<Node>> stacks = new LinkedHashMap<>();
        for (Node node : graph.nodes()) {
            String stack = node.resource() == null ? "" : node.resource().id().stack();
            stacks.computeIfAbsent(stack, id -> new ArrayList<>()).add(node);
        }
        List<List<Node>> shares = new ArrayList<>();
        List<Node> share = new ArrayList<>();
        for (List<Node> stack : stacks.values()) {
            share.addAll(stack);
            if (share.size() >= size) {
                shares.add(share);
                share = new ArrayList<>();
            }
        }
        if (!share.isEmpty()) {
            shares.add(share);
        }
        return shares;
    }
}
