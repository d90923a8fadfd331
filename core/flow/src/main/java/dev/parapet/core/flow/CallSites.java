package dev.parapet.core.flow;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.model.code.FunctionDeclaration;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** With which arguments the functions of the project are called, as far as that is known. */
final class CallSites {
    /** What a function is called with at more places than these is not kept apart. */
    private static final int MAXIMUM_SITES = 64;

    private final IdentityHashMap<FunctionDeclaration, Set<List<FlowArgument>>> sites = new IdentityHashMap<>();
    private int count;

    /** Says that a function is called. */
    void add(FunctionDeclaration function, List<FlowArgument> arguments) {
        Set<List<FlowArgument>> known = sites.computeIfAbsent(function, ignored -> new LinkedHashSet<>());
        if (known.size() < MAXIMUM_SITES && known.add(List.copyOf(arguments))) {
            count++;
        }
    }

    /** The arguments of all calls of a function. */
    Set<List<FlowArgument>> of(FunctionDeclaration function) {
        return sites.getOrDefault(function, Set.of());
    }

    /** How many calls are known. */
    int count() {
        return count;
    }
}
