package dev.parapet.core.need.chain;

import dev.parapet.core.flow.FunctionBehaviour;
import dev.parapet.core.flow.Reached;
import dev.parapet.core.flow.taint.Callers;
import dev.parapet.core.flow.taint.Exchange;
import dev.parapet.core.flow.taint.Flows;
import dev.parapet.core.flow.taint.Taint;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.Node;
import dev.parapet.core.need.resource.Applications;
import dev.parapet.core.need.resource.TemplateWords;
import dev.parapet.core.need.sdk.SdkCall;
import dev.parapet.model.code.Observation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The door of this package: what flows through the functions of some applications. Functions are handed over one by one, and of each only
 * what flows through it is kept; what one stores and another reads is joined when all are there.
 */
public final class ApplicationFlows {
    private final Graph graph;
    private final Taint taint;
    private final FunctionExchange exchange;
    private final Applications applications;
    private final List<Chains.Function> functions = new ArrayList<>();

    /** The functions of a graph, none of which was handed over yet. */
    public ApplicationFlows(Graph graph, Taint taint, TemplateWords words, Applications applications) {
        this.graph = graph;
        this.taint = taint;
        this.applications = applications;
        this.exchange = new FunctionExchange(graph, words, applications);
    }

    /** What a function of which nothing but its code is known does with the cloud. */
    public static Exchange exchange(Reached reached) {
        return FunctionExchange.withoutTemplate(reached);
    }

    /** Takes a function with the calls of APIs that its code makes; nothing of one whose code was not read. */
    public void add(FunctionBehaviour behaviour, List<SdkCall> calls) {
        if (behaviour.reached().isEmpty()) {
            return;
        }
        Reached reached = behaviour.reached().get();
        Node node = graph.node(behaviour.function()).orElse(null);
        Callers callers = Triggers.of(graph, behaviour.function());
        Flows flows = taint.of(reached, callers, exchange.of(calls, node));
        functions.add(new Chains.Function(
                behaviour.function(),
                flows,
                node == null ? List.of() : Triggers.feeds(graph, node),
                node != null && Triggers.isOpen(graph, node)));
    }

    /**
     * What is to be told of each function that was handed over, in that order.
     *
     * @param function the id of its node, or its path
     */
    public record Told(String function, List<Observation> observations) {
        public Told {
            observations = List.copyOf(observations);
        }
    }

    /** What is to be told, all functions being there. */
    public List<Told> told() {
        Chains chains = new Chains(graph, applications, functions);
        Set<String> ran = new HashSet<>();
        functions.forEach(function -> ran.addAll(function.flows().ran()));
        List<Told> told = new ArrayList<>();
        for (Chains.Function function : functions) {
            List<Observation> observations = new ArrayList<>(chains.observations(function));
            Set<String> here = new HashSet<>();
            for (Flows.Uncalled uncalled : function.flows().uncalled()) {
                if (!ran.contains(uncalled.function())) {
                    observations.add(uncalled.observation());
                    here.add(uncalled.function());
                }
            }
            // A file that several functions share says it once.
            ran.addAll(here);
            told.add(new Told(function.id(), observations));
        }
        return told;
    }
}
