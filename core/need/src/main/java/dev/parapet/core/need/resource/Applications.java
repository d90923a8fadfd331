package dev.parapet.core.need.resource;

import dev.parapet.core.graph.Graph;
import dev.parapet.model.Stack;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which stacks are of one application: a template with those that it nests. */
public final class Applications {
    private final Set<String> stacks = new HashSet<>();
    private final Map<String, List<Stack>> byRoot = new LinkedHashMap<>();

    /** The applications of a graph. */
    public Applications(Graph graph) {
        graph.stacks().forEach(stack -> stacks.add(stack.id()));
        for (Stack stack : graph.stacks()) {
            byRoot.computeIfAbsent(root(stack.id()), ignored -> new ArrayList<>())
                    .add(stack);
        }
    }

    /** The outermost stack that holds a stack: {@code OUTER/INNER} lies in {@code OUTER}. */
    public String root(String stack) {
        for (int slash = stack.indexOf('/'); slash >= 0; slash = stack.indexOf('/', slash + 1)) {
            String outer = stack.substring(0, slash);
            if (stacks.contains(outer)) {
                return outer;
            }
        }
        return stack;
    }

    /** All stacks of an application, by its root. */
    public List<Stack> all(String root) {
        return Collections.unmodifiableList(byRoot.getOrDefault(root, List.of()));
    }

    /** The ids of the stacks of the application of a stack, its own first. */
    public List<String> stacks(String stack) {
        List<String> ids = new ArrayList<>();
        ids.add(stack);
        for (Stack other : all(root(stack))) {
            if (!other.id().equals(stack)) {
                ids.add(other.id());
            }
        }
        return ids;
    }
}
