package dev.parapet.core.rule;

import dev.parapet.core.graph.Node;
import dev.parapet.core.graph.NodeKind;
import dev.parapet.core.rule.evaluation.Basis;
import dev.parapet.core.rule.evaluation.BudgetExceeded;
import dev.parapet.core.rule.evaluation.Datum;
import dev.parapet.core.rule.evaluation.Evaluation;
import dev.parapet.core.rule.evaluation.Evaluator;
import dev.parapet.core.rule.evaluation.Scope;
import dev.parapet.core.rule.evaluation.Shown;
import dev.parapet.core.rule.evaluation.World;
import dev.parapet.model.Evidence;
import dev.parapet.model.Fault;
import dev.parapet.model.Finding;
import dev.parapet.model.Resource;
import dev.parapet.model.Severity;
import dev.parapet.model.Span;
import dev.parapet.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Puts one rule to one resource, in every world that matters to it, and makes a finding of what comes out. */
final class Judge {
    /** In how many worlds a rule is tried for one resource before it counts as undetermined. */
    private static final int WORLDS = 64;

    private static final int PLACES = 200;

    /** How many steps a scan takes before each further rule and resource gets few: some ten seconds. */
    private static final long PLENTY = 500_000_000L;

    private static final int FEW = 50_000;

    private final Evaluation.Surroundings surroundings;
    private final Map<String, Fact> facts;
    private final long plenty;
    private long taken;

    /**
     * A judge.
     *
     * @param judges how many there are in a scan, which share the steps that it takes
     */
    Judge(Evaluation.Surroundings surroundings, Map<String, Fact> facts, int judges) {
        this.surroundings = surroundings;
        this.facts = facts;
        this.plenty = PLENTY / judges;
    }

    enum Outcome {
        VIOLATED,
        UNDETERMINED,
        SATISFIED,
        NOT_APPLICABLE
    }

    /**
     * What came of all worlds together.
     *
     * @param world the first world in which it came out so; null where nothing was evaluated
     * @param basis what decided in that world
     */
    record Opinion(
            Outcome outcome,
            @Nullable World world,
            Basis basis,
            SortedSet<String> missing,
            @Nullable String condition,
            @Nullable Fault fault) {}

    private record Answer(Outcome outcome, World world, Datum datum) {}

    Opinion judge(Rule rule, Node node, Resource resource) {
        List<Answer> answers = new ArrayList<>(1);
        String failure = null;
        boolean cutShort = false;
        // All worlds of a rule and a resource share what one evaluation may take.
        int left = allowance();
        World world = World.first(resource.id().stack());
        while (world != null) {
            if (answers.size() == WORLDS) {
                cutShort = true;
                break;
            }
            Datum datum;
            Outcome outcome;
            Evaluation evaluation = new Evaluation(node, world, surroundings, left);
            try {
                datum = ask(rule, node, evaluation);
                outcome = outcome(datum);
                if (datum instanceof Datum.Failure(String message)) {
                    failure = failure == null ? message : failure;
                }
            } catch (BudgetExceeded e) {
                failure = failure == null ? String.valueOf(e.getMessage()) : failure;
                datum = new Datum.Failure("");
                outcome = Outcome.NOT_APPLICABLE;
            }
            left = Math.max(0, left - evaluation.steps());
            taken += evaluation.steps();
            answers.add(new Answer(outcome, world, datum));
            world = world.next();
        }
        Fault fault = failure == null ? null : fault(rule, resource, failure);
        SortedSet<String> missing = new TreeSet<>();
        Outcome merged = Outcome.NOT_APPLICABLE;
        Answer first = null;
        for (Answer answer : answers) {
            if (answer.datum() instanceof Datum.Unknown unknown) {
                missing.addAll(unknown.missing());
            }
            if (first == null || answer.outcome().ordinal() < merged.ordinal()) {
                merged = answer.outcome();
                first = answer;
            }
        }
        if (cutShort && merged != Outcome.VIOLATED) {
            merged = Outcome.UNDETERMINED;
            missing.add("which of more than " + WORLDS + " combinations of conditions holds");
        }
        if (first == null || failure != null && merged != Outcome.VIOLATED) {
            // A rule that went wrong says nothing, least of all that all is well.
            return new Opinion(Outcome.NOT_APPLICABLE, null, Basis.NONE, missing, null, fault);
        }
        return new Opinion(
                merged,
                first.world(),
                first.datum().basis(),
                missing,
                merged == Outcome.VIOLATED || merged == Outcome.UNDETERMINED ? condition(answers, merged) : null,
                fault);
    }

    private int allowance() {
        return taken > plenty ? FEW : Evaluation.STEPS;
    }

    private static Fault fault(Rule rule, Resource resource, String message) {
        return new Fault(
                Fault.Kind.RULE,
                rule.id(),
                1,
                "the rule " + rule.id() + " could not be evaluated for " + resource.id() + ": " + message);
    }

    /** {@link Datum.Null} where the rule does not apply; else whether it is violated. */
    private Datum ask(Rule rule, Node node, Evaluation evaluation) {
        if (!evaluation.exists(node)) {
            return Datum.nothing();
        }
        Evaluator evaluator = new Evaluator(evaluation);
        Scope scope = scope(node, evaluation);
        if (rule.applies() == null) {
            return evaluator.truth(rule.violated(), scope);
        }
        Datum applies = evaluator.truth(rule.applies(), scope);
        if (applies instanceof Datum.Failure) {
            return applies;
        }
        if (applies instanceof Datum.Bool(boolean value, Basis ignored) && !value) {
            return Datum.nothing();
        }
        Datum violated = evaluator.truth(rule.violated(), scope);
        return applies instanceof Datum.Unknown
                        && violated instanceof Datum.Bool(boolean value, Basis ignored2)
                        && value
                ? applies
                : violated;
    }

    private static Scope scope(Node node, Evaluation evaluation) {
        Span head = node.resource() == null ? node.span() : node.resource().head();
        Datum self = new Datum.Item(node, head == null ? Basis.NONE : Basis.of(head, null));
        return new Scope("resource", evaluation.properties(node), new Scope("self", self, null));
    }

    private static Outcome outcome(Datum datum) {
        return switch (datum) {
            case Datum.Bool bool -> bool.value() ? Outcome.VIOLATED : Outcome.SATISFIED;
            case Datum.Unknown ignored -> Outcome.UNDETERMINED;
            default -> Outcome.NOT_APPLICABLE;
        };
    }

    /** Under which conditions it came out so, in the author's names; null where it did in every world. */
    private static @Nullable String condition(List<Answer> answers, Outcome outcome) {
        List<List<World.Named>> such = new ArrayList<>();
        List<List<World.Named>> others = new ArrayList<>();
        for (Answer answer : answers) {
            (answer.outcome() == outcome ? such : others).add(answer.world().consulted());
        }
        return others.isEmpty() ? null : WorldWords.describe(such, others);
    }

    Finding finding(Rule rule, Node node, Resource resource, Opinion opinion) {
        World world = opinion.world() == null ? World.first(resource.id().stack()) : opinion.world();
        List<Basis.Place> places = opinion.basis().places(PLACES);
        Evaluation evaluation = new Evaluation(node, world.again(), surroundings, allowance());
        Locations locations = new Locations(resource, places, evaluation);
        Span location = locations.find(rule.at());
        List<String> why = new ArrayList<>();
        Severity severity = severity(rule, node, world, why);
        Verdict verdict = switch (opinion.outcome()) {
            case VIOLATED -> new Verdict.Violated();
            case UNDETERMINED -> new Verdict.Undetermined(List.copyOf(opinion.missing()));
            case SATISFIED, NOT_APPLICABLE -> new Verdict.Satisfied();
        };
        List<Evidence> evidence = opinion.outcome() == Outcome.SATISFIED ? List.of() : locations.evidence(location);
        return new Finding(
                rule.id(),
                rule.sameAs(),
                rule.area(),
                rule.cwe(),
                severity,
                verdict,
                rule.title(),
                rule.hygiene(),
                opinion.outcome() == Outcome.SATISFIED
                        ? "Not so here: " + rule.title()
                        : message(rule, node, evaluation, locations.items()),
                why,
                resource,
                location,
                evidence,
                opinion.condition(),
                unauthenticated(node, world),
                new Finding.Fix(false, rule.fix().summary()),
                null,
                false,
                Fingerprint.of(rule.id(), resource.id()));
    }

    /** The severity as the facts have it: the highest that a fact raises it to, else the lowest that one lowers it to. */
    Severity severity(Rule rule, Node node, World world, List<String> why) {
        return severity(rule, node, node, world, why);
    }

    /** The severity where what leads to a node begins at another, which is asked who reaches it. */
    Severity severity(Rule rule, Node node, Node entry, World world, List<String> why) {
        Severity severity = rule.severity();
        for (Map.Entry<String, Severity> raised : rule.raised().entrySet()) {
            if (raised.getValue().compareTo(rule.severity()) > 0
                    && holds(raised.getKey(), asked(raised.getKey(), node, entry), world, why)) {
                severity = severity.compareTo(raised.getValue()) < 0 ? raised.getValue() : severity;
            }
        }
        if (!why.isEmpty()) {
            return severity;
        }
        for (Map.Entry<String, Severity> lowered : rule.lowered().entrySet()) {
            if (lowered.getValue().compareTo(rule.severity()) < 0
                    && holds(lowered.getKey(), asked(lowered.getKey(), node, entry), world, why)) {
                severity = severity.compareTo(lowered.getValue()) > 0 ? lowered.getValue() : severity;
            }
        }
        return severity;
    }

    private static Node asked(String fact, Node node, Node entry) {
        return REACH.contains(fact) ? entry : node;
    }

    private boolean holds(String name, Node node, World world, List<String> why) {
        Fact fact = facts.get(name);
        if (fact == null) {
            return false;
        }
        boolean holds = isTrue(fact.holds(), node, world);
        if (holds) {
            why.add(fact.says());
        }
        return holds;
    }

    private boolean isTrue(dev.parapet.core.rule.expression.Expression expression, Node node, World world) {
        World again = world.again();
        Evaluation evaluation = new Evaluation(node, again, surroundings, allowance());
        try {
            Datum truth = new Evaluator(evaluation).truth(expression, scope(node, evaluation));
            // A fact that takes further assumptions is none.
            return truth instanceof Datum.Bool(boolean value, Basis ignored)
                    && value
                    && again.assumptions() <= world.assumptions();
        } catch (BudgetExceeded e) {
            return false;
        } finally {
            taken += evaluation.steps();
        }
    }

    /** The facts of {@code facts.yaml} that say who reaches something. */
    private static final Set<String> REACH = Set.of("reachable-without-credential", "reached-from-internet");

    private static final dev.parapet.core.rule.expression.Expression OPEN =
            new dev.parapet.core.rule.expression.Expression.Call(
                    "isReachableWithoutCredential",
                    List.of(new dev.parapet.core.rule.expression.Expression.Name("self")));

    /** Whether what runs or answers is reached without a credential; null for anything else. */
    @Nullable
    Boolean unauthenticated(Node node, World world) {
        if (node.kind() != NodeKind.COMPUTE && node.kind() != NodeKind.ENDPOINT) {
            return null;
        }
        return isTrue(OPEN, node, world);
    }

    private static String message(Rule rule, Node node, Evaluation evaluation, List<Datum> items) {
        Scope scope = scope(node, evaluation);
        scope = new Scope("items", new Datum.Listing(items, Basis.NONE), scope);
        scope = new Scope("item", items.isEmpty() ? Datum.nothing() : items.get(0), scope);
        return message(rule, evaluation, scope);
    }

    /** The message of a rule about code, which sees nothing but {@code code}. */
    String message(Rule rule, Node node, World world, Datum code) {
        return message(
                rule, new Evaluation(node, world.again(), surroundings, allowance()), new Scope("code", code, null));
    }

    private static String message(Rule rule, Evaluation evaluation, Scope scope) {
        StringBuilder message = new StringBuilder();
        Evaluator evaluator = new Evaluator(evaluation);
        for (Message.Piece piece : rule.message().pieces()) {
            switch (piece) {
                case Message.Words(String text) -> message.append(text);
                case Message.Placeholder(var expression) -> {
                    try {
                        message.append(Shown.of(evaluator.evaluate(expression, scope)));
                    } catch (BudgetExceeded e) {
                        message.append('…');
                    }
                }
            }
        }
        return message.toString();
    }
}
