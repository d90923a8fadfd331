package dev.parapet.core.rule;

import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.Node;
import dev.parapet.core.knowledge.ProviderDefaults;
import dev.parapet.core.rule.evaluation.Evaluation;
import dev.parapet.core.rule.function.Functions;
import dev.parapet.core.rule.secret.FoundSecrets;
import dev.parapet.core.rule.secret.Redaction;
import dev.parapet.model.Fault;
import dev.parapet.model.Finding;
import dev.parapet.model.Resource;
import dev.parapet.model.Value;
import dev.parapet.model.code.ObservedCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts rules to a graph: one verdict for each rule and each resource that it applies to. */
public final class RuleEngine {
    /** Whether satisfied verdicts are wanted one by one. */
    public enum Wanted {
        /** They are counted. */
        VIOLATED_AND_UNDETERMINED,
        /** They are findings too. */
        ALL
    }

    /** What to do first: the most severe, then by place, then by rule. What is violated goes before what is undetermined. */
    private static final Comparator<Finding> FIRST = RuleEngine::compare;

    private final RuleSet rules;
    private final LocalDate today;

    /**
     * An engine.
     *
     * @param today the day that counts as today where a rule asks
     */
    public RuleEngine(RuleSet rules, LocalDate today) {
        this.rules = rules;
        this.today = today;
    }

    /** Judges all resources of a graph; no finding tells the text of a secret. Linear in the number of resources, for each rule is asked of those of its own types. */
    public Judgement judge(Graph graph, Wanted wanted) {
        return judge(graph, List.of(), new FoundSecrets(), wanted);
    }

    /**
     * Judges all resources of a graph, and what the code of functions does.
     *
     * @param code what was observed in the code of functions, those of the graph and others
     * @param besides secrets that stand elsewhere, such as in code, and that must not be told either
     */
    public Judgement judge(Graph graph, List<ObservedCode> code, FoundSecrets besides, Wanted wanted) {
        List<List<Node>> shares = Shares.of(graph);
        List<Judged> judged = new ArrayList<>((shares.size() > 1 ? shares.parallelStream() : shares.stream())
                .map(share -> judge(share, graph, wanted, shares.size()))
                .toList());
        judged.add(judge(code, graph, wanted));
        FoundSecrets secrets = new FoundSecrets();
        secrets.addAll(besides);
        List<Finding> findings = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        int satisfied = 0;
        for (Judged each : judged) {
            secrets.addAll(each.secrets());
            findings.addAll(each.findings());
            faults.addAll(each.faults());
            satisfied += each.satisfied();
        }
        findings.sort(FIRST);
        Redaction redaction = Redaction.of(graph, secrets);
        findings.replaceAll(redaction::hide);
        faults.replaceAll(redaction::hide);
        return new Judgement(findings, faults, satisfied, redaction);
    }

    private record Judged(List<Finding> findings, List<Fault> faults, int satisfied, FoundSecrets secrets) {}

    /** Judges a share of the resources; nothing is changed that another share sees. */
    private Judged judge(List<Node> share, Graph graph, Wanted wanted, int shares) {
        FoundSecrets secrets = new FoundSecrets();
        Judge judge = judge(graph, secrets, shares);
        List<Finding> findings = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        int satisfied = 0;
        for (Node node : share) {
            Resource resource = node.resource();
            if (resource == null || !isWhole(node, resource)) {
                continue;
            }
            for (Rule rule : rules.forType(resource.type())) {
                Judge.Opinion opinion = judge.judge(rule, node, resource);
                if (opinion.fault() != null) {
                    faults.add(opinion.fault());
                }
                switch (opinion.outcome()) {
                    case VIOLATED, UNDETERMINED -> findings.add(judge.finding(rule, node, resource, opinion));
                    case SATISFIED -> {
                        satisfied++;
                        if (wanted == Wanted.ALL) {
                            findings.add(judge.finding(rule, node, resource, opinion));
                        }
                    }
                    case NOT_APPLICABLE -> {}
                }
            }
        }
        return new Judged(findings, faults, satisfied, secrets);
    }

    /** Judges what the code of functions does. */
    private Judged judge(List<ObservedCode> code, Graph graph, Wanted wanted) {
        FoundSecrets secrets = new FoundSecrets();
        List<Finding> findings = new ArrayList<>();
        int satisfied = code.isEmpty()
                ? 0
                : new CodeJudge(judge(graph, secrets, 1), rules, graph).judge(code, wanted, findings);
        return new Judged(findings, List.of(), satisfied, secrets);
    }

    private Judge judge(Graph graph, FoundSecrets secrets, int shares) {
        return new Judge(
                new Evaluation.Surroundings(graph, today, new FilledProperties(), new Functions(), secrets),
                rules.facts(),
                shares);
    }

    /** Whether a node is the resource itself, not something inside it. */
    static boolean isWhole(Node node, Resource resource) {
        return node.id().length()
                        == resource.id().stack().length()
                                + 1
                                + resource.id().name().length()
                && node.id().endsWith(resource.id().name())
                && node.id().startsWith(resource.id().stack());
    }

    private static int compare(Finding one, Finding other) {
        int order = Integer.compare(rank(one), rank(other));
        if (order == 0) {
            order = other.severity().compareTo(one.severity());
        }
        if (order == 0) {
            order = one.location().path().compareTo(other.location().path());
        }
        if (order == 0) {
            order = one.location().start().compareTo(other.location().start());
        }
        if (order == 0) {
            order = one.rule().compareTo(other.rule());
        }
        return order != 0
                ? order
                : one.resource().id().compareTo(other.resource().id());
    }

    private static int rank(Finding finding) {
        return switch (finding.verdict()) {
            case dev.parapet.model.Verdict.Violated ignored -> 0;
            case dev.parapet.model.Verdict.Undetermined ignored -> 1;
            case dev.parapet.model.Verdict.Satisfied ignored -> 2;
        };
    }

    /** The properties of nodes with the provider's defaults, each filled in once. */
    private static final class FilledProperties implements Evaluation.Properties {
        private final ProviderDefaults defaults = ProviderDefaults.standard();
        private final Map<Node, Value.Mapping> filled = new HashMap<>();

        @Override
        public Value.@Nullable Mapping of(Node node) {
            Value.Mapping known = filled.get(node);
            if (known != null) {
                return known;
            }
            Resource resource = node.resource();
            if (resource == null || !isWhole(node, resource)) {
                return node.properties();
            }
            Value.Mapping all = withFacts(
                    defaults.fill(resource.type(), resource.properties(), resource.head()), node.properties());
            filled.put(node, all);
            return all;
        }

        /** The properties of a resource and what the graph found out about it, such as the {@code auth} of a route. */
        private static Value.Mapping withFacts(Value.Mapping properties, Value.@Nullable Mapping facts) {
            if (facts == null) {
                return properties;
            }
            Map<String, Value.Entry> both = new LinkedHashMap<>(properties.entries());
            facts.entries().forEach(both::putIfAbsent);
            return new Value.Mapping(both, properties.span());
        }
    }
}
