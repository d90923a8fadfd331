package dev.parapet.cli.scan;

import dev.parapet.cli.Failure;
import dev.parapet.cli.code.CodeInspection;
import dev.parapet.cli.code.CodeObservation;
import dev.parapet.cli.rule.RuleBook;
import dev.parapet.core.flow.FunctionBehaviour;
import dev.parapet.core.flow.taint.Taint;
import dev.parapet.core.flow.taint.table.FlowTable;
import dev.parapet.core.flow.taint.table.FlowTableException;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.rule.ObservedCode;
import dev.parapet.core.rule.Rule;
import dev.parapet.core.rule.secret.FoundSecrets;
import dev.parapet.model.Fault;
import dev.parapet.model.SourceTree;
import dev.parapet.model.binary.Store;
import dev.parapet.model.code.CodeFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a scan keeps of the code of functions. They are looked at one after the other and their code is dropped, so that the memory that
 * it takes does not grow with their number. Where no code is, nothing is done and nothing is said.
 */
final class ScannedCode {
    private final Set<Fault> faults = new LinkedHashSet<>();
    private final FoundSecrets secrets = new FoundSecrets();
    private final Set<String> searched = new HashSet<>();
    private final List<ObservedCode> observed = new ArrayList<>();
    private final @Nullable Taint taint;

    /**
     * Nothing yet.
     *
     * @param book where it has rules about code, what they judge is observed
     * @throws Failure when a table of the user's is not as it must be
     */
    ScannedCode(RuleBook book) throws Failure {
        try {
            this.taint = book.rules().forType(Rule.CODE).isEmpty() ? null : new Taint(FlowTable.with(book.flows()));
        } catch (FlowTableException problem) {
            throw new Failure(String.valueOf(problem.getMessage()));
        }
    }

    /**
     * Looks into the code of the functions of a graph, and of those that no template names.
     *
     * @param store keeps what files say from scan to scan
     */
    void read(Graph graph, SourceTree tree, Store store, Progress progress) {
        CodeInspection inspection = new CodeInspection(graph, tree, store);
        CodeObservation observation = taint == null ? null : new CodeObservation(graph, taint);
        if (inspection.findsCode()) {
            progress.phase("following the code of functions");
            inspection.forEach(behaviour -> add(behaviour, observation));
        }
        if (observation != null) {
            observed.addAll(observation.observed());
        }
    }

    private void add(FunctionBehaviour behaviour, @Nullable CodeObservation observation) {
        faults.addAll(behaviour.faults());
        behaviour.reached().ifPresent(reached -> {
            reached.files().forEach(this::search);
        });
        if (observation != null) {
            observation.add(behaviour);
        }
    }

    private void search(CodeFile file) {
        if (searched.add(file.path())) {
            secrets.addFrom(file.source().text(), null, null);
        }
    }

    /** What of it was not found or could not be read; a file that several functions share says it once. */
    List<Fault> faults() {
        return new ArrayList<>(faults);
    }

    /** What rules about code judge, function by function. */
    List<ObservedCode> observed() {
        return observed;
    }

    /** The credentials that stand in it. */
    FoundSecrets secrets() {
        return secrets;
    }
}
