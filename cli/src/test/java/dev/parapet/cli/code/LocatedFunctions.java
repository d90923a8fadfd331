package dev.parapet.cli.code;

import dev.parapet.core.flow.FunctionBehaviour;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.GraphBuilder;
import dev.parapet.model.Fault;
import dev.parapet.model.binary.Store;
import dev.parapet.read.cloudformation.CloudFormationReader;
import dev.parapet.read.files.Bounds;
import dev.parapet.read.files.FileTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts in a corpus whose functions' code is found, and prints what is not, with the reason:
 * {@code java -cp … dev.parapet.cli.code.LocatedFunctions FOLDER…}. Each folder is scanned by itself.
 */
final class LocatedFunctions {
    private final Map<String, Integer> counts = new TreeMap<>();

    private LocatedFunctions() {}

    /** Prints one line for each function whose handler is not found or followed, then the counts. */
    public static void main(String[] arguments) throws Exception {
        LocatedFunctions located = new LocatedFunctions();
        for (String argument : arguments) {
            Path folder = Path.of(argument);
            FileTree tree = FileTree.of(List.of(folder), Bounds.USUAL);
            Graph graph =
                    GraphBuilder.build(CloudFormationReader.read(tree, Map.of()).stacks());
            new CodeInspection(graph, tree, Store.none())
                    .forEach(behaviour -> located.count(String.valueOf(folder.getFileName()), behaviour));
        }
        located.counts.forEach((what, count) -> System.out.println(count + "\t" + what));
    }

    private void count(String folder, FunctionBehaviour behaviour) {
        List<String> gaps = new ArrayList<>();
        behaviour.reached().ifPresent(reached -> gaps.addAll(reached.gaps()));
        for (Fault fault : behaviour.faults()) {
            gaps.add(fault.path() + ":" + fault.line() + " " + fault.message());
        }
        String what =
                behaviour.handler().map(it -> "found, " + it.language().title()).orElse("not found");
        counts.merge(what, 1, Integer::sum);
        if (behaviour.reached().isPresent()) {
            counts.merge("followed", 1, Integer::sum);
        }
        if (System.getProperty("all") != null || !gaps.isEmpty()) {
            System.out.println(String.join(
                    "\t",
                    behaviour.handler().isPresent() ? "found" : "MISS",
                    folder,
                    behaviour.function(),
                    behaviour.handler().map(String::valueOf).orElse("-"),
                    String.join("; ", gaps)));
        }
    }
}
