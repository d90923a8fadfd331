package dev.parapet.read.cloudformation.stack;

import dev.parapet.model.Fault;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What kept templates from being read whole: one fault for each file, the first that was met. */
public final class Faults {
    private final Map<String, Fault> byPath = new TreeMap<>();

    /** Notes a fault, unless the file has one already. */
    public void add(Fault fault) {
        byPath.putIfAbsent(fault.path(), fault);
    }

    /** All faults, sorted by path. */
    public List<Fault> all() {
        return List.copyOf(byPath.values());
    }
}
