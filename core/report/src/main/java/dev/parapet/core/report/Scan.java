package dev.parapet.core.report;

import dev.parapet.core.graph.Graph;
import dev.parapet.model.Fault;
import dev.parapet.model.Finding;
import dev.parapet.model.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * All that a scan found out.
 *
 * @param version the version of Parapet
 * @param graph what was read
 * @param findings in the order in which a person should look at them
 * @param faults what could not be looked at, sorted by path and line
 * @param files how many files were looked into
 * @param satisfied how many verdicts were satisfied, whether they are among the findings or not
 * @param source gives the text of a file, for excerpts
 */
public record Scan(
        String version,
        Graph graph,
        List<Finding> findings,
        List<Fault> faults,
        int files,
        int satisfied,
        Function<String, Optional<SourceFile>> source) {
    public Scan {
        findings = List.copyOf(findings);
        faults = List.copyOf(faults);
    }
}
