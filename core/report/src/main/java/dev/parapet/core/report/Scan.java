package dev.parapet.core.report;

import dev.parapet.core.graph.Graph;
import dev.parapet.model.Fault;
import dev.parapet.model.Finding;
import dev.parapet.model.Note;
import dev.parapet.model.SourceFile;
import dev.parapet.model.Stack;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * All that a scan found out.
 *
 * @param version the version of Parapet
 * @param stacks what was read
 * @param graph what was read as nodes and edges, for reports that draw it
 * @param findings what the rules say; they are put in the order in which a person should look at them
 * @param notes what the author should know of their own suppressions; nothing that kept Parapet from looking
 * @param faults what could not be looked at; they are sorted by path and line
 * @param files how many files were looked into
 * @param satisfied how many verdicts were satisfied, whether they are among the findings or not
 * @param source gives the text of a file, for excerpts
 */
public record Scan(
        String version,
        List<Stack> stacks,
        Supplier<Graph> graph,
        List<Finding> findings,
        List<Note> notes,
        List<Fault> faults,
        int files,
        int satisfied,
        Function<String, Optional<SourceFile>> source) {
    public Scan {
        findings = sorted(findings, new Urgency());
        notes = notes.size() < 2 ? List.copyOf(notes) : sorted(notes, byPlace());
        faults = faults.size() < 2 ? List.copyOf(faults) : sorted(faults, byPath());
    }

    private static Comparator<Note> byPlace() {
        return Comparator.comparing(Note::path).thenComparingInt(Note::line).thenComparing(Note::message);
    }

    private static Comparator<Fault> byPath() {
        return Comparator.comparing(Fault::path)
                .thenComparingInt(Fault::line)
                .thenComparing(Fault::kind)
                .thenComparing(Fault::message);
    }

    private static <T> List<T> sorted(List<T> items, Comparator<T> order) {
        List<T> copy = new ArrayList<>(items);
        copy.sort(order);
        return Collections.unmodifiableList(copy);
    }
}
