package dev.parapet.cli.need;

import dev.parapet.cli.Argument;
import dev.parapet.cli.Command;
import dev.parapet.cli.Console;
import dev.parapet.cli.ExitCode;
import dev.parapet.cli.Failure;
import dev.parapet.cli.Output;
import dev.parapet.cli.cache.ScanCache;
import dev.parapet.cli.code.CodeInspection;
import dev.parapet.cli.code.LooseCode;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.GraphBuilder;
import dev.parapet.core.knowledge.NearestText;
import dev.parapet.core.need.FunctionNeeds;
import dev.parapet.core.need.Needs;
import dev.parapet.model.Fault;
import dev.parapet.read.cloudformation.CloudFormationReader;
import dev.parapet.read.cloudformation.Reading;
import dev.parapet.read.files.Bounds;
import dev.parapet.read.files.FileTree;
import dev.parapet.read.files.PlaceException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code parapet iam needs}. */
public final class NeedsCommand extends Command {
    /** So many names are offered in place of one that is not there. */
    private static final int MOST_NAMES = 3;

    private final Console console;

    private final Argument<List<Path>> paths = add(Argument.paths(
            0,
            "PATH",
            "An application (templates with the code of their functions), a folder of code, or one file of it (default: the current"
                    + " folder)."));

    private final Argument<List<String>> functions = add(Argument.each(
            "NAME",
            "Only the function, state machine or the like of this logical id. May be given more than once.",
            "--function"));

    private final Argument<Map<String, String>> parameters = add(Argument.pairs(
            "A value for a parameter of the templates, or for a pseudo parameter (AWS::Region=eu-west-1).",
            "--parameter"));

    private final Argument<NeedsFormat> format = add(NeedsFormat.option());

    private final Argument<Path> output =
            add(Argument.file("FILE", "Write to this file instead of standard output.", "-o", "--output"));

    private final Argument<Boolean> noCache = add(ScanCache.leftOut());

    /** The command. */
    public NeedsCommand(Console console) {
        super(
                "needs",
                "Say which permissions functions and state machines need.",
                "Follows the code of each function from its handler to the calls of AWS's APIs, adds what its configuration needs (logs,"
                        + " event sources, queues for failures, keys), and compares all of it with what its role grants: what is lacking, and"
                        + " what is granted and not needed. The same of state machines by their definitions, and of pipes, schedules, rules and"
                        + " delivery streams that name a role. No code is run.");
        this.console = console;
        addHelp();
    }

    @Override
    public int run() throws Failure {
        List<Path> given = paths.value().isEmpty() ? List.of(Path.of(".")) : paths.value();
        try {
            ScanCache cache = ScanCache.of(console, given, !noCache.value());
            FileTree tree = FileTree.of(given, Bounds.USUAL);
            Reading reading = CloudFormationReader.read(tree, parameters.value());
            Graph graph = GraphBuilder.build(reading.stacks());
            Needs needs = new Needs(graph);
            List<FunctionNeeds> found = new ArrayList<>();
            List<String> names = new ArrayList<>();
            new CodeInspection(graph, tree, cache).forEach(behaviour -> {
                names.add(shortName(behaviour.function()));
                if (isWanted(behaviour.function())) {
                    found.add(needs.of(behaviour));
                }
            });
            if (names.isEmpty()
                    && functions.value().isEmpty()
                    && !LooseCode.paths(tree).isEmpty()) {
                found.add(needs.of(LooseCode.of(name(given.getFirst(), tree), tree, cache)));
            }
            for (FunctionNeeds each : needs.withoutCode()) {
                names.add(shortName(each.function()));
                if (isWanted(each.function())) {
                    found.add(each);
                }
            }
            if (found.isEmpty()) {
                throw nothing(given.getFirst(), names);
            }
            Output.write(console, output.orNull(), out -> {
                switch (format.value()) {
                    case TEXT -> NeedsText.write(found, out);
                    case JSON -> NeedsJson.write(found, out);
                }
            });
            cache.save();
            List<Fault> faults = new ArrayList<>(reading.faults());
            faults.addAll(tree.faults());
            return console.note(faults) ? ExitCode.CLEAN : ExitCode.FAILED;
        } catch (PlaceException problem) {
            throw new Failure(String.valueOf(problem.getMessage()));
        }
    }

    private boolean isWanted(String name) {
        return functions.value().isEmpty()
                || functions.value().stream().anyMatch(wanted -> name.equals(wanted) || name.endsWith("#" + wanted));
    }

    private static String shortName(String function) {
        return function.substring(function.lastIndexOf('#') + 1);
    }

    /** What to say where nothing is told: the names that are nearest to the one that was asked for. */
    private Failure nothing(Path place, List<String> names) {
        if (functions.value().isEmpty()) {
            return new Failure(
                    "there is no function, no state machine and no code in '" + place + "' that Parapet reads");
        }
        List<String> near = NearestText.sorted(
                functions.value().getFirst(), names.stream().distinct().sorted().toList());
        String instead = near.isEmpty()
                ? ""
                : "; there is '" + String.join("', '", near.subList(0, Math.min(near.size(), MOST_NAMES))) + "'";
        return new Failure("there is no '" + String.join("', '", functions.value()) + "' in '" + place + "'" + instead);
    }

    /** One file by its path in the tree, a folder as it was given. */
    private static String name(Path given, FileTree tree) {
        List<String> code = LooseCode.paths(tree);
        return code.size() == 1 ? code.getFirst() : given.toString();
    }
}
