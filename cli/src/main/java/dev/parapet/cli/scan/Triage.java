package dev.parapet.cli.scan;

import dev.parapet.cli.Failure;
import dev.parapet.cli.Output;
import dev.parapet.core.triage.Baseline;
import dev.parapet.core.triage.ChangedLines;
import dev.parapet.core.triage.Suppressions;
import dev.parapet.core.triage.Triaged;
import dev.parapet.core.triage.UnreadableBaseline;
import dev.parapet.model.Finding;
import dev.parapet.model.Note;
import dev.parapet.model.Stack;
import dev.parapet.read.files.FileTree;
import dev.parapet.read.git.Changes;
import dev.parapet.read.git.GitException;
import dev.parapet.read.git.Lines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the person wants to hear of what was found.
 *
 * @param baseline the file of what was known before; null for none
 * @param since the git revision whose changes alone are of interest; null for everything
 * @param today the day by which suppressions have expired or not
 */
record Triage(@Nullable Path baseline, @Nullable String since, LocalDate today) {

    /**
     * What is left to tell.
     *
     * @param findings the findings, those that count for nothing saying why
     * @param notes what the author should know of their own suppressions
     */
    record Told(List<Finding> findings, List<Note> notes) {}

    /**
     * Marks and leaves out findings.
     *
     * @param complete whether every rule was asked, so that a suppression that matches nothing can be told of
     * @throws Failure when the baseline or the repository cannot be read
     */
    Told apply(List<Finding> findings, List<Stack> stacks, FileTree tree, boolean complete) throws Failure {
        Triaged triaged = Suppressions.read(stacks, findings, tree::read).apply(findings, today);
        List<Note> notes = new ArrayList<>(triaged.notes());
        if (complete && since == null) {
            notes.addAll(triaged.unused());
        }
        List<Finding> told = triaged.findings();
        if (baseline != null) {
            told = read(baseline).apply(told);
        }
        if (since != null) {
            told = changes(tree.base(), since).keep(told);
        }
        return new Told(told, notes);
    }

    private static Baseline read(Path file) throws Failure {
        try {
            return Baseline.parse(file.toString(), Files.readString(file));
        } catch (UnreadableBaseline problem) {
            throw new Failure(String.valueOf(problem.getMessage()));
        } catch (IOException problem) {
            throw new Failure("the baseline '" + file + "' cannot be read: " + Output.reason(problem)
                    + "; '--write-baseline' makes one");
        }
    }

    private static ChangedLines changes(Path root, String revision) throws Failure {
        Map<String, List<ChangedLines.Range>> changed = new HashMap<>();
        try {
            for (Map.Entry<String, List<Lines>> file :
                    Changes.since(root, revision).entrySet()) {
                List<ChangedLines.Range> ranges = new ArrayList<>();
                for (Lines lines : file.getValue()) {
                    ranges.add(new ChangedLines.Range(lines.first(), lines.last()));
                }
                changed.put(file.getKey(), ranges);
            }
        } catch (GitException problem) {
            throw new Failure(String.valueOf(problem.getMessage()));
        }
        return new ChangedLines(changed);
    }
}
