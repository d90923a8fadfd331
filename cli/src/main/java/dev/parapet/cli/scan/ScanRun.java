package dev.parapet.cli.scan;

import dev.parapet.cli.Failure;
import dev.parapet.cli.Version;
import dev.parapet.cli.cache.RecordedTree;
import dev.parapet.cli.rule.RuleBook;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.GraphBuilder;
import dev.parapet.core.report.Scan;
import dev.parapet.core.rule.Judgement;
import dev.parapet.core.rule.RuleEngine;
import dev.parapet.core.rule.secret.Redaction;
import dev.parapet.model.Fault;
import dev.parapet.model.Note;
import dev.parapet.model.SourceTree;
import dev.parapet.model.binary.Store;
import dev.parapet.read.cloudformation.CloudFormationReader;
import dev.parapet.read.cloudformation.Reading;
import dev.parapet.read.files.FileTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One scan, from files to all that is to be told: read, graph, rules, triage. */
final class ScanRun {
    private final FileTree tree;
    private final RuleBook book;
    private final Triage triage;
    private final Store store;
    private final Progress progress;

    ScanRun(FileTree tree, RuleBook book, Triage triage, Store store, Progress progress) {
        this.tree = tree;
        this.book = book;
        this.triage = triage;
        this.store = store;
        this.progress = progress;
    }

    /**
     * Scans.
     *
     * @param parameters values for the parameters of the templates
     * @param wanted whether satisfied verdicts are wanted one by one
     * @param withCode whether the code of functions is looked into
     */
    Scan run(Map<String, String> parameters, RuleEngine.Wanted wanted, boolean withCode) throws Failure {
        int files = tree.paths().size();
        SourceTree plain = progress.reading(tree, files);
        RecordedTree templates = new RecordedTree(plain, false);
        Reading reading = CloudFormationReader.read(withCode && store.keeps() ? templates : plain, parameters);
        progress.phase("joining what they say");
        Graph graph = GraphBuilder.build(reading.stacks());
        ScannedCode code = new ScannedCode(book);
        if (withCode) {
            code.read(graph, tree, store, () -> code.name(templates, parameters), progress);
        }
        progress.phase("asking the rules");
        Judgement judgement =
                new RuleEngine(book.rules(), triage.today()).judge(graph, code.observed(), code.secrets(), wanted);
        Triage.Told told = triage.apply(judgement.findings(), reading.stacks(), tree, book.complete());
        Redaction redaction = judgement.redaction();
        List<Fault> faults = new ArrayList<>(reading.faults());
        faults.addAll(judgement.faults());
        faults.addAll(code.faults());
        faults.addAll(tree.faults());
        faults.replaceAll(redaction::hide);
        List<Note> notes = new ArrayList<>(told.notes());
        notes.replaceAll(redaction::hide);
        return new Scan(
                Version.text(),
                reading.stacks(),
                () -> redaction.hide(graph),
                told.findings(),
                notes,
                faults,
                files,
                judgement.satisfied(),
                path -> tree.read(path).map(redaction::hide));
    }
}
