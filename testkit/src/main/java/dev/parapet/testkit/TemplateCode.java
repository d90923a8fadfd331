package dev.parapet.testkit;

import dev.parapet.core.flow.FunctionBehaviour;
import dev.parapet.core.flow.taint.Taint;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.Node;
import dev.parapet.core.need.code.CodeObservation;
import dev.parapet.model.Resource;
import dev.parapet.model.SourceTree;
import dev.parapet.model.code.ObservedCode;
import dev.parapet.read.code.CodeFiles;
import dev.parapet.read.code.FilePaths;
import dev.parapet.read.code.SourceCodeBase;
import dev.parapet.read.code.function.FunctionCode;
import dev.parapet.read.code.function.FunctionCodes;
import java.util.List;

/** What the code within the template of an example does and needs, and what acts there without code. */
final class TemplateCode {
    private TemplateCode() {}

    static List<ObservedCode> of(Graph graph, SourceTree tree, Taint taint) {
        FilePaths paths = new FilePaths(tree.paths());
        FunctionCodes codes = new FunctionCodes(
                tree, paths, id -> graph.node(id).map(Node::resource).orElse(null));
        CodeObservation observation = new CodeObservation(graph, taint);
        for (Node node : graph.ofType("AWS::Lambda::Function")) {
            Resource function = node.resource();
            if (function != null && codes.locate(function) instanceof FunctionCode.Found found) {
                SourceCodeBase code = new SourceCodeBase(new CodeFiles(tree), paths, found.layout());
                observation.add(FunctionBehaviour.followed(node.id(), found.handler(), code, code::faults));
            }
        }
        return observation.observed();
    }
}
