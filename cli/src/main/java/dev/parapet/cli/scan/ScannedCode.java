package dev.parapet.cli.scan;

import dev.parapet.cli.Failure;
import dev.parapet.cli.cache.RecordedTree;
import dev.parapet.cli.code.CodeInspection;
import dev.parapet.cli.rule.RuleBook;
import dev.parapet.core.flow.FunctionBehaviour;
import dev.parapet.core.flow.taint.Taint;
import dev.parapet.core.flow.taint.table.FlowTable;
import dev.parapet.core.flow.taint.table.FlowTableException;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.need.code.CodeObservation;
import dev.parapet.core.rule.Rule;
import dev.parapet.core.rule.secret.FoundSecrets;
import dev.parapet.model.Fault;
import dev.parapet.model.binary.Digest;
import dev.parapet.model.binary.MalformedException;
import dev.parapet.model.binary.Store;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.ObservedCode;
import dev.parapet.read.code.CodeReader;
import dev.parapet.read.files.FileTree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a scan keeps of the code of functions. They are looked at one after the other and their code is dropped, so that the memory that
 * it takes does not grow with their number. Where no code is, nothing is done and nothing is said.
 */
final class ScannedCode {
    private final Set<Fault> faults = new LinkedHashSet<>();
    private final FoundSecrets secrets = new FoundSecrets();
    private final Set<String> searched = new LinkedHashSet<>();
    private final Set<String> inline = new LinkedHashSet<>();
    private final List<ObservedCode> observed = new ArrayList<>();
    private final List<FlowTable.Source> flows;
    private final @Nullable Taint taint;

    /** Whether all code is the text of a file, or stands in a template. */
    private boolean plain = true;

    /**
     * Nothing yet.
     *
     * @param book where it has rules about code, what they judge is observed
     * @throws Failure when a table of the user's is not as it must be
     */
    ScannedCode(RuleBook book) throws Failure {
        this.flows = book.flows();
        try {
            this.taint = book.rules().forType(Rule.CODE).isEmpty() ? null : new Taint(FlowTable.with(book.flows()));
        } catch (FlowTableException problem) {
            throw new Failure(String.valueOf(problem.getMessage()));
        }
    }

    /**
     * The name under which what comes of the code is kept: see {@link KeptCode#name}.
     *
     * @param templates the files as the templates were read of them
     */
    Digest name(RecordedTree templates, Map<String, String> parameters) {
        return KeptCode.name(templates, parameters, flows, taint != null);
    }

    /**
     * Looks into the code of the functions of a graph, and of those that no template names.
     *
     * @param store keeps what comes of it, and what files say, from scan to scan
     * @param name the name of what comes of it, asked for where there is code
     */
    void read(Graph graph, FileTree tree, Store store, Supplier<Digest> name, Progress progress) {
        RecordedTree recorded = new RecordedTree(tree, true);
        CodeInspection inspection = new CodeInspection(graph, store.keeps() ? recorded : tree, store);
        if (!inspection.findsCode()) {
            if (taint != null) {
                observed.addAll(new CodeObservation(graph, taint).observed());
            }
            return;
        }
        progress.phase("following the code of functions");
        @Nullable Digest kept = store.keeps() ? name.get() : null;
        inline.addAll(inspection.inlineTexts());
        if (kept == null || !restore(store.get(kept), tree)) {
            inspect(graph, inspection);
            if (kept != null && plain && inspection.lasting()) {
                KeptCode code = new KeptCode(recorded.answers(), List.copyOf(searched), faults(), observed);
                store.put(kept, code.write());
            }
        }
        inline.forEach(text -> secrets.addFrom(text, null, null));
    }

    private void inspect(Graph graph, CodeInspection inspection) {
        CodeObservation observation = taint == null ? null : new CodeObservation(graph, taint);
        inspection.forEach(behaviour -> add(behaviour, observation));
        if (observation != null) {
            observed.addAll(observation.observed());
        }
    }

    /** Says again what an earlier scan said, where all that it read is as it was. */
    private boolean restore(byte @Nullable [] bytes, FileTree tree) {
        if (bytes == null) {
            return false;
        }
        KeptCode code;
        try {
            code = KeptCode.read(bytes);
        } catch (MalformedException ignored) {
            return false;
        }
        // What is only looked at to compare must not be said to be unreadable.
        FileTree apart = tree.apart();
        for (Map.Entry<RecordedTree.Read, Digest> each : code.reads().entrySet()) {
            if (!RecordedTree.answer(apart, each.getKey()).equals(each.getValue())) {
                return false;
            }
        }
        for (Map.Entry<RecordedTree.Read, Digest> each : code.reads().entrySet()) {
            if (RecordedTree.isNothing(each.getValue())) {
                // The tree says why it cannot be read.
                RecordedTree.answer(tree, each.getKey());
            }
        }
        for (String path : code.files()) {
            tree.read(path).ifPresent(file -> secrets.addFrom(file.text(), null, null));
        }
        faults.addAll(code.faults());
        observed.addAll(code.observed());
        return true;
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
        if (!inline.contains(file.source().text()) && searched.add(file.path())) {
            plain &= CodeReader.language(file.path()).isPresent();
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
