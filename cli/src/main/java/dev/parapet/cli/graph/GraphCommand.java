package dev.parapet.cli.graph;

import dev.parapet.cli.Argument;
import dev.parapet.cli.Command;
import dev.parapet.cli.Console;
import dev.parapet.cli.ExitCode;
import dev.parapet.cli.Failure;
import dev.parapet.cli.Output;
import dev.parapet.cli.Words;
import dev.parapet.cli.cache.ScanCache;
import dev.parapet.cli.code.CodeInspection;
import dev.parapet.core.flow.taint.OutboundHost;
import dev.parapet.core.flow.taint.table.FlowTable;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.GraphBuilder;
import dev.parapet.core.need.Needs;
import dev.parapet.core.need.graph.CodeEdges;
import dev.parapet.core.report.graph.GraphFormat;
import dev.parapet.core.rule.secret.Redaction;
import dev.parapet.model.Fault;
import dev.parapet.model.binary.Store;
import dev.parapet.read.cloudformation.CloudFormationReader;
import dev.parapet.read.cloudformation.Reading;
import dev.parapet.read.files.Bounds;
import dev.parapet.read.files.FileTree;
import dev.parapet.read.files.PlaceException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code parapet graph}. */
public final class GraphCommand extends Command {
    private static final Words<GraphFormat> FORMATS = Words.of(GraphFormat::word, GraphFormat.values());

    private final Console console;

    private final Argument<List<Path>> paths = add(Argument.paths("PATH", "Folders and files of the application."));

    private final Argument<GraphFormat> format = add(Argument.word(
            FORMATS,
            "mermaid",
            "FORMAT",
            "The kind of document: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            "--format"));

    private final Argument<Boolean> all = add(Argument.flag(
            "Show statements, principals and every reference in pictures too; json has them always.", "--all"));

    private final Argument<Boolean> noCode =
            add(Argument.flag("Look at the templates alone, not into the code of functions.", "--no-code"));

    private final Argument<Boolean> noCache = add(ScanCache.leftOut());

    private final Argument<Map<String, String>> parameters = add(Argument.pairs(
            "A value for a parameter of the templates, or for a pseudo parameter (AWS::Region=eu-west-1).",
            "--parameter"));

    private final Argument<Path> output =
            add(Argument.file("FILE", "Write to this file instead of standard output.", "-o", "--output"));

    /** The command. */
    public GraphCommand(Console console) {
        super(
                "graph",
                "Show what an application is made of, and who gets where.",
                "Draws the ways in, what runs, as whom it runs, what it works on and what guards it, from the"
                        + " CloudFormation and SAM templates below the paths, and what the code of functions calls.");
        this.console = console;
        addHelp();
    }

    @Override
    public int run() throws Failure {
        try {
            FileTree tree = FileTree.of(paths.value(), Bounds.USUAL);
            Reading reading = CloudFormationReader.read(tree, parameters.value());
            List<Fault> faults = new ArrayList<>(reading.faults());
            Graph templates = GraphBuilder.build(reading.stacks());
            ScanCache cache = ScanCache.of(console, paths.value(), !noCache.value());
            Graph graph = noCode.value() ? templates : withCode(templates, tree, cache, faults);
            Redaction redaction = Redaction.of(graph);
            Output.write(
                    console, output.orNull(), out -> format.value().write(redaction.hide(graph), all.value(), out));
            cache.save();
            faults.addAll(tree.faults());
            faults.replaceAll(redaction::hide);
            return console.note(faults) ? ExitCode.CLEAN : ExitCode.FAILED;
        } catch (PlaceException problem) {
            throw new Failure(String.valueOf(problem.getMessage()));
        }
    }

    private static Graph withCode(Graph graph, FileTree tree, Store store, List<Fault> faults) {
        CodeInspection inspection = new CodeInspection(graph, tree, store);
        if (!inspection.findsCode()) {
            return graph;
        }
        Needs needs = new Needs(graph);
        CodeEdges edges = new CodeEdges(graph);
        FlowTable.Tables tables = FlowTable.standard();
        Set<Fault> told = new LinkedHashSet<>();
        inspection.forEach(behaviour -> {
            told.addAll(behaviour.faults());
            behaviour.reached().ifPresent(reached -> edges.add(needs.of(behaviour), OutboundHost.of(reached, tables)));
        });
        faults.addAll(told);
        return edges.joined();
    }
}
