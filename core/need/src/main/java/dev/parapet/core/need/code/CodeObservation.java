package dev.parapet.core.need.code;

import dev.parapet.core.flow.FunctionBehaviour;
import dev.parapet.core.flow.taint.Taint;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.Node;
import dev.parapet.core.need.FunctionNeeds;
import dev.parapet.core.need.NeedObservations;
import dev.parapet.core.need.Needs;
import dev.parapet.core.need.chain.ApplicationFlows;
import dev.parapet.core.need.resource.Applications;
import dev.parapet.core.need.resource.TemplateWords;
import dev.parapet.core.need.sdk.SdkCall;
import dev.parapet.core.need.sdk.SdkCalls;
import dev.parapet.model.Resource;
import dev.parapet.model.code.Observation;
import dev.parapet.model.code.ObservedCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything about the code of functions that rules judge: what flows into it and through it, what it does by itself, and what it needs.
 * Functions are taken one by one, so that the code of one can be dropped before the next.
 */
public final class CodeObservation {
    private final Graph graph;
    private final ApplicationFlows flows;
    private final Needs needs;
    private final Map<String, List<Observation>> ofNeeds = new HashMap<>();

    /** Observes the functions of a graph. */
    public CodeObservation(Graph graph, Taint taint) {
        this.graph = graph;
        TemplateWords words = new TemplateWords(graph.stacks());
        Applications applications = new Applications(graph);
        this.flows = new ApplicationFlows(graph, taint, words, applications);
        this.needs = new Needs(graph, words, applications);
    }

    /** What those need that act by a role of their own without code, such as state machines, and what their roles grant. */
    private List<ObservedCode> withoutCode() {
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

    /** Takes a function; nothing of one whose code was not read. */
    public void add(FunctionBehaviour behaviour) {
        List<SdkCall> calls = behaviour.reached().map(SdkCalls::of).orElse(List.of());
        flows.add(behaviour, calls);
        Resource function = graph.node(behaviour.function()).map(Node::resource).orElse(null);
        if (behaviour.reached().isPresent() && function != null) {
            ofNeeds.put(behaviour.function(), NeedObservations.of(needs.of(behaviour, calls), function.head()));
        }
    }

    /** What the functions do that were taken, in that order, and what acts without code. */
    public List<ObservedCode> observed() {
        List<ObservedCode> observed = new ArrayList<>();
        for (ApplicationFlows.Told told : flows.told()) {
            List<Observation> observations = new ArrayList<>(told.observations());
            observations.addAll(ofNeeds.getOrDefault(told.function(), List.of()));
            observed.add(new ObservedCode(told.function(), observations));
        }
        observed.addAll(withoutCode());
        return observed;
    }
}
