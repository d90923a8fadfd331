package dev.parapet.core.rule.function;

import dev.parapet.core.graph.Node;
import dev.parapet.core.knowledge.ActionTable;
import dev.parapet.core.knowledge.ManagedPolicyTable;
import dev.parapet.core.knowledge.Wildcards;
import dev.parapet.core.rule.evaluation.Basis;
import dev.parapet.core.rule.evaluation.Comparison;
import dev.parapet.core.rule.evaluation.Datum;
import dev.parapet.core.rule.evaluation.Evaluation;
import dev.parapet.core.rule.evaluation.Truths;
import dev.parapet.core.rule.expression.Signature;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What statements grant: {@code ownStatements(node)}, {@code allows(statement, action)}, {@code grants(statements, action)},
 * {@code limitableLevels(action)}, {@code wholeServices(arn)}.
 */
final class GrantFunctions implements FunctionFamily {
    @Override
    public List<Signature> signatures() {
        return List.of(
                Signature.of("ownStatements", 1),
                Signature.predicate("allows", 2),
                Signature.predicate("grants", 2),
                Signature.of("limitableLevels", 1),
                Signature.of("wholeServices", 1));
    }

    @Override
    public Datum call(String function, List<Datum> arguments, Evaluation evaluation) {
        Datum first = arguments.get(0);
        return switch (function) {
            case "ownStatements" -> ownStatements(first, evaluation);
            case "allows" ->
                first instanceof Datum.Unknown ? first : covers("Allow", first, arguments.get(1), evaluation);
            case "grants" -> grants(first, arguments.get(1), evaluation);
            case "limitableLevels" -> limitableLevels(first);
            default -> wholeServices(first);
        };
    }

    /** The statements that are written in a resource itself, not those that others attach to it. */
    private static Datum ownStatements(Datum of, Evaluation evaluation) {
        if (!(of instanceof Datum.Item(Node node, Basis ignored))) {
            return of instanceof Datum.Null || of instanceof Datum.Unknown
                    ? of
                    : new Datum.Failure("ownStatements() takes a node, such as self");
        }
        List<Datum> statements = new ArrayList<>();
        for (Value statement : PolicyDocuments.ownStatements(node, evaluation)) {
            statements.add(evaluation.datum(statement));
        }
        return new Datum.Listing(statements, Basis.NONE);
    }

    /** Whether a statement has an effect on an action, whatever its resources and conditions. */
    private static Datum covers(String effect, Datum statement, Datum action, Evaluation evaluation) {
        Datum covered = Comparison.equal(
                PolicyFunctions.field(statement, "Effect", evaluation), new Datum.Text(effect, Basis.NONE), evaluation);
        if (Truths.isFalse(covered)) {
            return covered;
        }
        Datum actions = PolicyFunctions.field(statement, "Action", evaluation);
        if (!(actions instanceof Datum.Null)) {
            return Truths.and(covered, matchesSome(actions, action, evaluation));
        }
        Datum others = PolicyFunctions.field(statement, "NotAction", evaluation);
        return others instanceof Datum.Null
                ? new Datum.Bool(false, statement.basis())
                : Truths.and(covered, Truths.not(matchesSome(others, action, evaluation)));
    }

    private static Datum matchesSome(Datum patterns, Datum action, Evaluation evaluation) {
        Datum some = new Datum.Bool(false, patterns.basis());
        for (Datum pattern : PolicyFunctions.items(patterns)) {
            evaluation.step(1);
            some = Truths.or(some, matches(pattern, action));
        }
        return some;
    }

    private static Datum matches(Datum pattern, Datum action) {
        for (Datum side : List.of(pattern, action)) {
            Datum.Unknown unknown = Datum.unknown(side);
            if (unknown != null) {
                return unknown;
            }
        }
        return pattern instanceof Datum.Text(String first, Basis basis)
                        && action instanceof Datum.Text(String second, Basis ignored)
                ? new Datum.Bool(Wildcards.matches(first, second), basis)
                : new Datum.Bool(false, pattern.basis());
    }

    /** Those of several statements that are not known to be limited: most policies have none, and rules ask them of dozens of actions. */
    private static final Evaluation.Question UNLIMITED = (statements, evaluation) -> {
        List<Datum> unlimited = new ArrayList<>();
        for (Datum statement : PolicyFunctions.items(statements)) {
            if (statement instanceof Datum.Unknown || !Truths.isFalse(unlimited(statement, evaluation))) {
                unlimited.add(statement);
            }
        }
        return new Datum.Listing(unlimited, statements.basis());
    };

    /**
     * Whether some of several statements allows an action on every resource and without a condition, and none denies it in the same
     * way.
     */
    private static Datum grants(Datum statements, Datum action, Evaluation evaluation) {
        if (statements instanceof Datum.Unknown) {
            return statements;
        }
        Datum allowed = new Datum.Bool(false, statements.basis());
        Datum denied = new Datum.Bool(false, Basis.NONE);
        for (Datum statement : PolicyFunctions.items(evaluation.once(UNLIMITED, statements))) {
            if (statement instanceof Datum.Unknown) {
                allowed = Truths.or(allowed, statement);
                continue;
            }
            Datum unlimited = unlimited(statement, evaluation);
            allowed = Truths.or(allowed, Truths.and(covers("Allow", statement, action, evaluation), unlimited));
            denied = Truths.or(denied, Truths.and(covers("Deny", statement, action, evaluation), unlimited));
        }
        // What is not granted rests on no statement in particular.
        return Truths.isTrue(denied) || Truths.isFalse(allowed)
                ? Datum.of(false)
                : Truths.isFalse(denied) ? allowed : Truths.and(allowed, Truths.not(denied));
    }

    private static Datum unlimited(Datum statement, Evaluation evaluation) {
        if (!(PolicyFunctions.field(statement, "Condition", evaluation) instanceof Datum.Null)) {
            return Datum.of(false);
        }
        Datum everything = new Datum.Bool(false, Basis.NONE);
        for (Datum resource : PolicyFunctions.items(PolicyFunctions.field(statement, "Resource", evaluation))) {
            everything = Truths.or(everything, Comparison.equal(resource, new Datum.Text("*", Basis.NONE), evaluation));
        }
        return everything instanceof Datum.Bool(boolean value, Basis ignored) ? Datum.of(value) : everything;
    }

    /** The services that a managed policy of the provider grants as a whole. */
    private static Datum wholeServices(Datum arn) {
        Datum.Unknown unknown = Datum.unknown(arn);
        if (unknown != null) {
            // The ARN of a policy that the template makes names none of the provider's.
            return arn instanceof Datum.Partial ? new Datum.Listing(List.of(), arn.basis()) : unknown;
        }
        List<Datum> services = new ArrayList<>();
        if (arn instanceof Datum.Text(String text, Basis basis)) {
            for (String service : ManagedPolicyTable.standard().wholeServices(text)) {
                services.add(new Datum.Text(service, basis));
            }
        }
        return new Datum.Listing(services, arn.basis());
    }

    /** The levels of access of the actions of a pattern that can be limited to resources. */
    private static Datum limitableLevels(Datum pattern) {
        Datum.Unknown unknown = Datum.unknown(pattern);
        if (unknown != null) {
            return unknown;
        }
        if (!(pattern instanceof Datum.Text(String text, Basis basis))) {
            return new Datum.Failure("limitableLevels() takes a text");
        }
        List<ActionTable.Action> actions = ActionTable.standard().matching(text);
        SortedSet<ActionTable.Level> levels = new TreeSet<>();
        for (ActionTable.Action action : actions) {
            if (action.hasResource()) {
                levels.add(action.level());
            }
        }
        List<Datum> words = new ArrayList<>();
        for (ActionTable.Level level : levels) {
            words.add(new Datum.Text(level.word(), basis));
        }
        return new Datum.Listing(words, basis);
    }
}
