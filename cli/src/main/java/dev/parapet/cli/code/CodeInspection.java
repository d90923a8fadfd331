package dev.parapet.cli.code;

import dev.parapet.core.flow.FunctionBehaviour;
import dev.parapet.core.flow.Reached;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.Node;
import dev.parapet.model.Resource;
import dev.parapet.model.ResourceId;
import dev.parapet.model.SourceTree;
import dev.parapet.model.Value;
import dev.parapet.model.binary.Store;
import dev.parapet.model.code.Handler;
import dev.parapet.read.code.CodeFiles;
import dev.parapet.read.code.CodeLayout;
import dev.parapet.read.code.FilePaths;
import dev.parapet.read.code.SourceCodeBase;
import dev.parapet.read.code.function.FunctionCode;
import dev.parapet.read.code.function.FunctionCodes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks into the code of the functions of an application: those of its templates, and files outside every template that hold a
 * handler. Nothing of it is run.
 */
public final class CodeInspection {
    private static final String FUNCTION = "AWS::Lambda::Function";

    private final Graph graph;
    private final FilePaths paths;
    private final FunctionCodes codes;
    private final CodeFiles files;

    /**
     * Looks into the code of functions, which is looked for among the files of a tree.
     *
     * @param store keeps what files say from run to run
     */
    public CodeInspection(Graph graph, SourceTree tree, Store store) {
        this.graph = graph;
        this.paths = new FilePaths(tree.paths());
        this.codes = new FunctionCodes(tree, paths, this::resource);
        this.files = new CodeFiles(tree, store);
    }

    private @Nullable Resource resource(ResourceId id) {
        return graph.node(id).map(Node::resource).orElse(null);
    }

    /** Whether there is anything to look into: a file of code, or code in a template. Asks nothing of the disk. */
    public boolean findsCode() {
        return codes.anyFile() || graph.ofType(FUNCTION).stream().anyMatch(CodeInspection::holdsCode);
    }

    /** The code that stands in templates. */
    public List<String> inlineTexts() {
        List<String> texts = new ArrayList<>();
        for (Node node : graph.ofType(FUNCTION)) {
            if (node.resource() != null) {
                FunctionCodes.inlineText(node.resource()).ifPresent(texts::add);
            }
        }
        return texts;
    }

    /** Whether all that was read so far will be read the same again: not where time ran out, or this system has no parser. */
    public boolean lasting() {
        return codes.lasting() && files.lasting();
    }

    private static boolean holdsCode(Node node) {
        return node.resource() != null
                && node.resource().properties().get("Code") instanceof Value.Mapping code
                && code.has("ZipFile");
    }

    /** What the functions do, the templates' first, in the order of the graph. All their code is kept as long as the list is. */
    public List<FunctionBehaviour> all() {
        List<FunctionBehaviour> all = new ArrayList<>();
        forEach(all::add);
        return all;
    }

    /** Gives what each function does to a consumer, one by one, so that the code of one can be dropped before the next. */
    public void forEach(Consumer<FunctionBehaviour> consumer) {
        Set<String> named = new HashSet<>();
        for (Node node : graph.ofType(FUNCTION)) {
            Resource function = node.resource();
            if (function != null) {
                FunctionBehaviour behaviour = behaviour(function);
                behaviour.handler().map(Handler::path).ifPresent(named::add);
                behaviour.reached().map(Reached::files).orElse(List.of()).forEach(file -> named.add(file.path()));
                consumer.accept(behaviour);
            }
        }
        for (FunctionCode.Found found : codes.unnamed(named::contains)) {
            consumer.accept(followed(found.handler().path(), found));
        }
    }

    private FunctionBehaviour behaviour(Resource function) {
        String name = function.id().toString();
        return switch (codes.locate(function)) {
            case FunctionCode.Found found -> followed(name, found);
            case FunctionCode.Elsewhere elsewhere ->
                new FunctionBehaviour(
                        name,
                        Optional.empty(),
                        new SourceCodeBase(files, paths, CodeLayout.of(List.of())),
                        Optional.empty(),
                        List.of(elsewhere.fault(function)));
        };
    }

    private FunctionBehaviour followed(String name, FunctionCode.Found found) {
        SourceCodeBase code = new SourceCodeBase(files, paths, found.layout());
        return FunctionBehaviour.followed(name, found.handler(), code, code::faults);
    }
}
