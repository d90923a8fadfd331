package dev.parapet.cli.code;

import dev.parapet.core.flow.FunctionBehaviour;
import dev.parapet.core.flow.taint.Taint;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.Node;
import dev.parapet.core.need.FunctionNeeds;
import dev.parapet.core.need.NeedObservations;
import dev.parapet.core.need.Needs;
import dev.parapet.core.rule.ObservedCode;
import dev.parapet.model.Resource;
import dev.parapet.model.SourceTree;
import dev.parapet.model.binary.Store;
import dev.parapet.model.code.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything about the code of functions that rules judge: what flows into it, what it does by itself, and what it needs. */
public final class CodeObservation {
    private final Graph graph;
    private final Taint taint;
    private final Needs needs;

    /** Observes the functions of a graph. */
    public CodeObservation(Graph graph, Taint taint) {
        this.graph = graph;
        this.taint = taint;
        this.needs = new Needs(graph);
    }

    /** What all functions do whose code lies in a tree. */
    public static List<ObservedCode> of(Graph graph, SourceTree tree, Taint taint) {
        CodeObservation observation = new CodeObservation(graph, taint);
        List<ObservedCode> observed = new ArrayList<>();
        new CodeInspection(graph, tree, Store.none())
                .forEach(each -> observation.of(each).ifPresent(observed::add));
        observed.addAll(observation.withoutCode());
        return observed;
    }

    /** What those need that act by a role of their own without code, such as state machines, and what their roles grant. */
    public List<ObservedCode> withoutCode() {
        List<ObservedCode> observed = new ArrayList<>();
        for (FunctionNeeds each : needs.withoutCode()) {
            Resource resource = graph.node(each.function()).map(Node::resource).orElse(null);
            if (resource != null && each.role().isPresent()) {
                List<Observation> observations = NeedObservations.of(each, resource.head());
                observed.add(new ObservedCode(each.function(), observations, NeedObservations.SUBJECTS));
            }
        }
        return observed;
    }

    /** What a function does; empty where its code was not read. */
    public Optional<ObservedCode> of(FunctionBehaviour behaviour) {
        return behaviour.reached().map(reached -> {
            List<Observation> observations =
                    new ArrayList<>(taint.of(reached, Triggers.of(graph, behaviour.function())));
            Resource function =
                    graph.node(behaviour.function()).map(Node::resource).orElse(null);
            if (function != null) {
                observations.addAll(NeedObservations.of(needs.of(behaviour), function.head()));
            }
            return new ObservedCode(behaviour.function(), observations);
        });
    }
}
