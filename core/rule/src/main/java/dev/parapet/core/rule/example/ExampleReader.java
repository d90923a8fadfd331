package dev.parapet.core.rule.example;

import dev.parapet.core.graph.Graph;
import dev.parapet.model.Fault;
import dev.parapet.model.SourceTree;
import java.util.List;

/** Reads the template of an example as a scan would. Whoever wires the readers gives one. */
@FunctionalInterface
public interface ExampleReader {
    /** Reads the one file of a tree. */
    Read read(SourceTree tree);

    /** What was read. */
    record Read(Graph graph, List<Fault> faults) {}
}
