package dev.parapet.core.rule.example;

import dev.parapet.core.graph.Graph;
import dev.parapet.model.Fault;
import dev.parapet.model.SourceFile;
import dev.parapet.model.SourceTree;
import dev.parapet.model.code.Observation;
import dev.parapet.model.code.ObservedCode;
import java.util.List;

/** Reads the template or the code of an example as a scan would. Whoever wires the readers gives one. */
public interface ExampleReader {
    /** Reads the one template of a tree. */
    Read read(SourceTree tree);

    /**
     * What the code of an example does, as the function that it is.
     *
     * @param language as the example names it: {@code python}
     */
    List<Observation> observe(String language, SourceFile code);

    /** What the code within a template does, function by function. */
    List<ObservedCode> observe(SourceTree tree, Graph graph);

    /** What was read. */
    record Read(Graph graph, List<Fault> faults) {}
}
