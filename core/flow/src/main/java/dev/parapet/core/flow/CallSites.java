package dev.parapet.core.flow;

import dev.parapet.core.flow.scope.Binding;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.ProjectValue;
import dev.parapet.model.code.ClassDeclaration;
import dev.parapet.model.code.FunctionDeclaration;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** With which arguments the functions of the project are called, as far as that is known. */
final class CallSites {
    /** What a function is called with at more places than these is not kept apart. */
    private static final int MAXIMUM_SITES = 64;

    private final IdentityHashMap<FunctionDeclaration, Set<List<FlowArgument>>> sites = new IdentityHashMap<>();
    private final IdentityHashMap<ClassDeclaration, Set<List<FlowArgument>>> objects = new IdentityHashMap<>();
    private final IdentityHashMap<ClassDeclaration, Map<String, Map<FlowValue.Place, Binding.Assigned>>> fields =
            new IdentityHashMap<>();
    private final IdentityHashMap<FunctionDeclaration, Set<ProjectValue.ClassValue>> receivers =
            new IdentityHashMap<>();
    private int count;

    /** Says that a function is called. */
    void add(FunctionDeclaration function, List<FlowArgument> arguments) {
        Set<List<FlowArgument>> known = sites.computeIfAbsent(function, ignored -> new LinkedHashSet<>());
        if (known.size() < MAXIMUM_SITES && known.add(List.copyOf(arguments))) {
            count++;
        }
    }

    /** Says that a method is called on an object of a class. */
    void addReceiver(FunctionDeclaration method, ProjectValue.ClassValue type) {
        if (receivers.computeIfAbsent(method, ignored -> new LinkedHashSet<>()).add(type)) {
            count++;
        }
    }

    /** The classes of objects on which a method is called. */
    Set<ProjectValue.ClassValue> receivers(FunctionDeclaration method) {
        return receivers.getOrDefault(method, Set.of());
    }

    /** The arguments of all calls of a function. */
    Set<List<FlowArgument>> of(FunctionDeclaration function) {
        return sites.getOrDefault(function, Set.of());
    }

    /** Says that an object of a class is made. */
    void addObject(ClassDeclaration type, List<FlowArgument> arguments) {
        Set<List<FlowArgument>> known = objects.computeIfAbsent(type, ignored -> new LinkedHashSet<>());
        if (known.size() < MAXIMUM_SITES && known.add(List.copyOf(arguments))) {
            count++;
        }
    }

    /** What objects of a class are made with. */
    Set<List<FlowArgument>> objects(ClassDeclaration type) {
        return objects.getOrDefault(type, Set.of());
    }

    /** Says that a field of an object of a class is assigned from outside of the class. */
    void addField(ClassDeclaration type, String field, Binding.Assigned assigned) {
        FlowValue.Place place =
                new FlowValue.Place(assigned.scope().file(), assigned.value().range());
        Map<FlowValue.Place, Binding.Assigned> known = fields.computeIfAbsent(type, ignored -> new HashMap<>())
                .computeIfAbsent(field, ignored -> new LinkedHashMap<>());
        if (known.size() < MAXIMUM_SITES && !known.containsKey(place)) {
            known.put(place, assigned);
            count++;
        }
    }

    /** What a field of objects of a class is assigned from outside of the class. */
    List<Binding.Assigned> fields(ClassDeclaration type, String field) {
        return List.copyOf(fields.getOrDefault(type, Map.of())
                .getOrDefault(field, Map.of())
                .values());
    }

    /** How many calls are known. */
    int count() {
        return count;
    }
}
