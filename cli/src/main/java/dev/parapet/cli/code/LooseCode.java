package dev.parapet.cli.code;

import dev.parapet.core.flow.Flow;
import dev.parapet.core.flow.FunctionBehaviour;
import dev.parapet.core.flow.Reached;
import dev.parapet.model.SourceTree;
import dev.parapet.model.binary.Store;
import dev.parapet.read.code.CodeFiles;
import dev.parapet.read.code.CodeLayout;
import dev.parapet.read.code.CodeReader;
import dev.parapet.read.code.FilePaths;
import dev.parapet.read.code.SourceCodeBase;
import java.util.List;
import java.util.Optional;

/** Code of which nothing says where it begins, as one function: all that its files declare can run. */
public final class LooseCode {
    private LooseCode() {}

    /** The files of code among those of a tree. */
    public static List<String> paths(SourceTree tree) {
        return tree.paths().stream()
                .filter(path -> CodeReader.language(path).isPresent())
                .toList();
    }

    /**
     * What the code of a tree does.
     *
     * @param name what to call it
     * @param store keeps what files say from run to run
     */
    public static FunctionBehaviour of(String name, SourceTree tree, Store store) {
        SourceCodeBase code =
                new SourceCodeBase(new CodeFiles(tree, store), new FilePaths(tree.paths()), CodeLayout.of(List.of("")));
        Reached reached = Flow.fromAll(code, paths(tree));
        return new FunctionBehaviour(name, Optional.empty(), code, Optional.of(reached), code.faults());
    }
}
