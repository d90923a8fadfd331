package dev.parapet.testkit;

import dev.parapet.core.flow.FunctionBehaviour;
import dev.parapet.core.flow.taint.Taint;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.Node;
import dev.parapet.core.need.FunctionNeeds;
import dev.parapet.core.need.NeedObservations;
import dev.parapet.core.need.Needs;
import dev.parapet.core.need.chain.ApplicationFlows;
import dev.parapet.core.rule.ObservedCode;
import dev.parapet.model.Resource;
import dev.parapet.model.SourceTree;
import dev.parapet.model.code.Observation;
import dev.parapet.read.code.CodeFiles;
import dev.parapet.read.code.FilePaths;
import dev.parapet.read.code.SourceCodeBase;
import dev.parapet.read.code.function.FunctionCode;
import dev.parapet.read.code.function.FunctionCodes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the code within the template of an example does and needs, and what acts there without code. */
final class TemplateCode {
    private TemplateCode() {}

    static List<ObservedCode> of(Graph graph, SourceTree tree, Taint taint) {
        FilePaths paths = new FilePaths(tree.paths());
        FunctionCodes codes = new FunctionCodes(
                tree, paths, id -> graph.node(id).map(Node::resource).orElse(null));
        Needs needs = new Needs(graph);
        ApplicationFlows flows = new ApplicationFlows(graph, taint);
        Map<String, List<Observation>> ofNeeds = new HashMap<>();
        for (Node node : graph.ofType("AWS::Lambda::Function")) {
            Resource function = node.resource();
            if (function != null && codes.locate(function) instanceof FunctionCode.Found found) {
                SourceCodeBase code = new SourceCodeBase(new CodeFiles(tree), paths, found.layout());
                FunctionBehaviour behaviour =
                        FunctionBehaviour.followed(node.id(), found.handler(), code, code::faults);
                flows.add(behaviour);
                ofNeeds.put(node.id(), NeedObservations.of(needs.of(behaviour), function.head()));
            }
        }
        List<ObservedCode> observed = new ArrayList<>();
        for (ApplicationFlows.Told told : flows.told()) {
            List<Observation> observations = new ArrayList<>(told.observations());
            observations.addAll(ofNeeds.getOrDefault(told.function(), List.of()));
            observed.add(new ObservedCode(told.function(), observations));
        }
        for (FunctionNeeds each : needs.withoutCode()) {
            Resource resource = graph.node(each.function()).map(Node::resource).orElse(null);
            if (resource != null && each.role().isPresent()) {
                observed.add(new ObservedCode(
                        each.function(), NeedObservations.of(each, resource.head()), NeedObservations.SUBJECTS));
            }
        }
        return observed;
    }
}
