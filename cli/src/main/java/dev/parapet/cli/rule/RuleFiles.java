package dev.parapet.cli.rule;

import dev.parapet.cli.Failure;
import dev.parapet.cli.Output;
import dev.parapet.model.Fault;
import dev.parapet.model.SourceFile;
import dev.parapet.read.files.Bounds;
import dev.parapet.read.files.FileTree;
import dev.parapet.read.files.PlaceException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The user's own rule files. */
final class RuleFiles {
    private static final Bounds BOUNDS = new Bounds(10_000, 16, 1_000_000);

    private RuleFiles() {}

    /**
     * The rule files of a folder that a configuration names; their paths are relative to the configuration.
     *
     * @throws Failure when one cannot be read, or the folder lies elsewhere by way of a link
     */
    static List<SourceFile> below(Path config, String folder) throws Failure {
        Path parent = config.toAbsolutePath().getParent();
        Path home = parent == null ? config.toAbsolutePath() : parent;
        Path place = home.resolve(folder);
        try {
            if (!place.toRealPath().startsWith(home.toRealPath())) {
                throw new Failure(config + ": the folder of rules '" + folder
                        + "' is a link that leads out of the folder of the file; put the rules below it");
            }
        } catch (IOException problem) {
            throw new Failure(
                    config + ": the folder of rules '" + folder + "' cannot be read: " + Output.reason(problem));
        }
        return read(place, folder.endsWith("/") ? folder : folder + "/");
    }

    /**
     * The rule files at a place that somebody named.
     *
     * @throws Failure when one cannot be read
     */
    static List<SourceFile> at(Path place) throws Failure {
        boolean folder = java.nio.file.Files.isDirectory(place);
        Path parent = folder ? place : place.getParent();
        return read(place, parent == null || parent.toString().isEmpty() ? "" : parent + "/");
    }

    private static List<SourceFile> read(Path place, String prefix) throws Failure {
        List<SourceFile> files = new ArrayList<>();
        try {
            FileTree tree = FileTree.of(List.of(place), BOUNDS);
            for (String path : tree.paths()) {
                if (path.endsWith(".md")) {
                    Optional<SourceFile> file = tree.read(path);
                    file.ifPresent(read -> files.add(new SourceFile(prefix + path, read.text())));
                }
            }
            if (!tree.faults().isEmpty()) {
                Fault fault = tree.faults().get(0);
                throw new Failure("'" + prefix + fault.path() + "' cannot be used: " + fault.message());
            }
        } catch (PlaceException problem) {
            throw new Failure(String.valueOf(problem.getMessage()));
        }
        return files;
    }
}
