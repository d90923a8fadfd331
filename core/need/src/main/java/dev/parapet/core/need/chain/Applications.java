package dev.parapet.core.need.chain;

import dev.parapet.core.graph.Graph;
import dev.parapet.model.Stack;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which stacks are of one application: a template with those that it nests. */
final class Applications {
    private final Set<String> stacks = new HashSet<>();
    private final Map<String, List<String>> byRoot = new LinkedHashMap<>();

    Applications(Graph graph) {
        graph.stacks().forEach(stack -> stacks.add(stack.id()));
        for (Stack stack : graph.stacks()) {
            byRoot.computeIfAbsent(root(stack.id()), ignored -> new ArrayList<>())
                    .add(stack.id());
        }
    }

    /** The outermost stack that holds a stack: {@code OUTER/INNER} lies in {@code OUTER}. */
    String root(String stack) {
        for (int slash = stack.indexOf('/'); slash >= 0; slash = stack.indexOf('/', slash + 1)) {
            String outer = stack.substring(0, slash);
            if (stacks.contains(outer)) {
                return outer;
            }
        }
        return stack;
    }

    /** The stacks of the application of a stack, its own first. */
    List<String> stacks(String stack) {
        List<String> all = new ArrayList<>();
        all.add(stack);
        for (String other : byRoot.getOrDefault(root(stack), List.of())) {
            if (!other.equals(stack)) {
                all.add(other);
            }
        }
        return all;
    }
}
