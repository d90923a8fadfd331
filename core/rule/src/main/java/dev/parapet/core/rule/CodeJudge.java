package dev.parapet.core.rule;

import dev.parapet.core.graph.EdgeKind;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.Node;
import dev.parapet.core.graph.NodeKind;
import dev.parapet.core.rule.evaluation.Basis;
import dev.parapet.core.rule.evaluation.Datum;
import dev.parapet.core.rule.evaluation.World;
import dev.parapet.model.Evidence;
import dev.parapet.model.Finding;
import dev.parapet.model.Position;
import dev.parapet.model.Resource;
import dev.parapet.model.ResourceId;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import dev.parapet.model.Verdict;
import dev.parapet.model.code.Observation;
import dev.parapet.model.code.ObservedCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes findings of what was observed in the code of functions. */
final class CodeJudge {
    /** The type of what a file of code is, of which no template says what it becomes. */
    private static final String FUNCTION = "AWS::Lambda::Function";

    private static final int SHOWN_ACTIONS = 6;

    private final Judge judge;
    private final RuleSet rules;
    private final Graph graph;

    CodeJudge(Judge judge, RuleSet rules, Graph graph) {
        this.judge = judge;
        this.rules = rules;
        this.graph = graph;
    }

    /** Adds what was found, what is satisfied too where that is wanted; how many verdicts were satisfied. */
    int judge(List<ObservedCode> code, RuleEngine.Wanted wanted, List<Finding> findings) {
        int satisfied = 0;
        for (ObservedCode function : code) {
            Node node = node(function);
            Set<String> broken = new HashSet<>();
            Map<String, Integer> times = new HashMap<>();
            for (Observation observation : function.observations()) {
                for (Rule rule : rules.forType(observation.subject())) {
                    broken.add(rule.id());
                    String what = observation.place().path() + "\n" + observation.what() + "\n" + observation.source();
                    int time = times.merge(rule.id() + what, 1, Integer::sum);
                    findings.add(finding(rule, node, observation, what + "\n" + time));
                }
            }
            for (Rule rule : rules.forType(Rule.CODE)) {
                if (!broken.contains(rule.id()) && answers(function, rule)) {
                    satisfied++;
                    if (wanted == RuleEngine.Wanted.ALL) {
                        findings.add(finding(rule, node, null, ""));
                    }
                }
            }
        }
        return satisfied;
    }

    /** Whether what a rule is about was looked for. */
    private static boolean answers(ObservedCode function, Rule rule) {
        return function.asked().isEmpty() || rule.resourceTypes().stream().anyMatch(function.asked()::contains);
    }

    /** The node of a function; of a file that no template names, one that stands for it alone. */
    private Node node(ObservedCode function) {
        Node known = graph.node(function.function()).orElse(null);
        if (known != null && known.resource() != null) {
            return known;
        }
        String path = function.function();
        Span start = new Span(path, new Position(1, 1), new Position(1, 1));
        Value.Mapping nothing = new Value.Mapping(Map.of(), start);
        Resource file = new Resource(
                new ResourceId(path, path), FUNCTION, null, null, null, nothing, nothing, null, start, start);
        return new Node(path, NodeKind.COMPUTE, path, file, nothing, start);
    }

    private Finding finding(Rule rule, Node node, @Nullable Observation observation, String what) {
        Resource resource = Objects.requireNonNull(node.resource());
        World world = World.first(resource.id().stack());
        // What several functions do one after the other is reached by whoever reaches the first.
        Node entry = observation == null || observation.entry() == null
                ? node
                : graph.node(observation.entry()).orElse(node);
        List<String> why = new ArrayList<>();
        List<Evidence> evidence = new ArrayList<>();
        if (observation != null) {
            if (observation.trigger() != null && !observation.steps().isEmpty()) {
                evidence.add(new Evidence(
                        "it comes from " + observation.trigger(),
                        observation.steps().getFirst().location()));
            }
            evidence.addAll(observation.steps());
            if (observation.trigger() != null) {
                evidence.addAll(power(node));
            }
        }
        return new Finding(
                rule.id(),
                rule.sameAs(),
                rule.area(),
                rule.cwe(),
                judge.severity(rule, node, entry, world, why),
                verdict(observation),
                rule.title(),
                rule.hygiene(),
                observation == null
                        ? "Not so here: " + rule.title()
                        : judge.message(rule, node, world, datum(observation)),
                why,
                resource,
                observation == null ? resource.head() : observation.place(),
                evidence,
                null,
                judge.unauthenticated(entry, world),
                new Finding.Fix(false, rule.fix().summary()),
                null,
                false,
                Fingerprint.of(rule.id(), resource.id(), what));
    }

    /** What an attacker may do who gets the function's credentials: the first of what its role is allowed. */
    private List<Evidence> power(Node function) {
        List<Evidence> power = new ArrayList<>();
        for (Node role : graph.outgoing(function, EdgeKind.RUNS_AS)) {
            Set<String> actions = new LinkedHashSet<>();
            actions(role, actions);
            for (Node policy : graph.outgoing(role, EdgeKind.CARRIES)) {
                actions(policy, actions);
            }
            Span place = role.span();
            if (place != null) {
                power.add(new Evidence("all of it runs as " + role.label() + allowed(actions), place));
            }
        }
        return power;
    }

    private void actions(Node holder, Set<String> actions) {
        for (Node statement : graph.outgoing(holder, EdgeKind.CARRIES)) {
            Value.Mapping said = statement.properties();
            if (statement.kind() == NodeKind.STATEMENT
                    && said != null
                    && said.get("Effect") instanceof Value.Text effect
                    && effect.text().equals("Allow")
                    && !said.has("Principal")) {
                Value action = said.get("Action");
                for (Value one : action instanceof Value.Sequence list ? list.items() : listOf(action)) {
                    if (one instanceof Value.Text text) {
                        actions.add(text.text());
                    }
                }
            }
        }
    }

    private static List<Value> listOf(@Nullable Value value) {
        return value == null ? List.of() : List.of(value);
    }

    private static String allowed(Set<String> actions) {
        if (actions.isEmpty()) {
            return "";
        }
        String some = actions.stream().limit(SHOWN_ACTIONS).collect(Collectors.joining(", "));
        int more = actions.size() - SHOWN_ACTIONS;
        return ", which may do " + some + (more > 0 ? " and " + more + " more" : "");
    }

    private static Verdict verdict(@Nullable Observation observation) {
        if (observation == null) {
            return new Verdict.Satisfied();
        }
        return observation.missing().isEmpty()
                ? new Verdict.Violated()
                : new Verdict.Undetermined(observation.missing());
    }

    private static Datum datum(Observation observation) {
        Map<Object, Datum> entries = new LinkedHashMap<>();
        entries.put("what", new Datum.Text(observation.what(), Basis.NONE));
        entries.put("source", text(observation.source()));
        entries.put("trigger", text(observation.trigger()));
        return new Datum.Dictionary(entries, Basis.NONE);
    }

    private static Datum text(@Nullable String text) {
        return text == null ? Datum.nothing() : new Datum.Text(text, Basis.NONE);
    }
}
