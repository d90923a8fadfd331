package dev.parapet.cli.code;

import dev.parapet.core.flow.Flow;
import dev.parapet.core.flow.FunctionBehaviour;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.Node;
import dev.parapet.model.Fault;
import dev.parapet.model.Resource;
import dev.parapet.model.ResourceId;
import dev.parapet.model.SourceTree;
import dev.parapet.model.code.Handler;
import dev.parapet.read.code.CodeLayout;
import dev.parapet.read.code.FilePaths;
import dev.parapet.read.code.SourceCodeBase;
import dev.parapet.read.code.function.FunctionCode;
import dev.parapet.read.code.function.FunctionCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Looks into the code of the functions of an application. */
public final class CodeInspection {
    private final Graph graph;
    private final SourceTree tree;
    private final FilePaths paths;
    private final FunctionCodes codes;

    /** Looks into the code of functions, which is looked for among the files of a tree. */
    public CodeInspection(Graph graph, SourceTree tree) {
        this.graph = graph;
        this.tree = tree;
        this.paths = new FilePaths(tree.paths());
        this.codes = new FunctionCodes(tree, paths, this::resource);
    }

    private @Nullable Resource resource(ResourceId id) {
        return graph.node(id).map(Node::resource).orElse(null);
    }

    /** What the functions do, the templates' in the order of the graph. All their code is kept as long as the list is. */
    public List<FunctionBehaviour> all() {
        List<FunctionBehaviour> all = new ArrayList<>();
        forEach(all::add);
        return all;
    }

    /** Gives what each function does to a consumer, one by one, so that the code of one can be dropped before the next. */
    public void forEach(Consumer<FunctionBehaviour> consumer) {
        for (Node node : graph.ofType("AWS::Lambda::Function")) {
            Resource function = node.resource();
            if (function != null) {
                consumer.accept(behaviour(function));
            }
        }
    }

    private FunctionBehaviour behaviour(Resource function) {
        String name = function.id().toString();
        return switch (codes.locate(function)) {
            case FunctionCode.Found found -> followed(name, found.handler(), found.layout());
            case FunctionCode.Elsewhere elsewhere ->
                new FunctionBehaviour(
                        name,
                        Optional.empty(),
                        new SourceCodeBase(tree, paths, CodeLayout.of(List.of())),
                        Optional.empty(),
                        List.of(elsewhere.fault(function)));
        };
    }

    private FunctionBehaviour followed(String name, Handler handler, CodeLayout layout) {
        SourceCodeBase code = new SourceCodeBase(tree, paths, layout);
        if (code.file(handler.path()).isEmpty()) {
            List<Fault> faults = code.faults();
            return new FunctionBehaviour(name, Optional.of(handler), code, Optional.empty(), faults);
        }
        return new FunctionBehaviour(
                name,
                Optional.of(handler),
                code,
                Optional.of(Flow.from(code, handler.path(), handler.symbol())),
                code.faults());
    }
}
