package dev.parapet.core.iam.space;

import dev.parapet.core.iam.evaluation.StatementMatching;
import dev.parapet.core.iam.evaluation.Truth;
import dev.parapet.core.iam.policy.Condition;
import dev.parapet.core.iam.policy.Effect;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.request.Context;
import dev.parapet.core.iam.request.ContextValue;
import dev.parapet.core.iam.request.Principal;
import dev.parapet.core.iam.request.Request;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether everything that some policies allow is allowed by others too.
 *
 * <p>Actions fall into classes that the same statements cover; for each class only those statements matter, and the resources fall into
 * cells that the same patterns cover. What is left for a class, a principal and a cell is a formula of conditions, each about one key;
 * the values of a key fall into cells again, and trying one value of each decides the formula. A request that is in the first set
 * and not in the second is looked for in all combinations; when there is none the first set is contained, and that is a proof, except
 * where a part could not be cut into cells, which is said.
 */
public final class Containment {
    /** What came of a comparison. */
    public sealed interface Result {
        /** All that the first allow the second allow. */
        record Contained() implements Result {}

        /**
         * Not so.
         *
         * @param witness a request that the first allow and the second do not
         */
        record Beyond(Request witness) implements Result {}

        /**
         * No request tells them apart that could be found, and it is not proven that there is none.
         *
         * @param because what could not be decided, sorted
         */
        record Undecided(List<String> because) implements Result {
            public Undecided {
                because = List.copyOf(because);
            }
        }
    }

    private final PolicySpace inner;
    private final PolicySpace outer;
    /** Those of the inner policies, then those of the outer ones: the same record may stand in both. */
    private final List<Statement> statements;

    private final int innerStatements;
    private final SortedSet<String> undecided = new TreeSet<>();
    /** The statements whose conditions have been found to tell nothing apart. */
    private final Set<List<Integer>> settled = new HashSet<>();

    private Containment(PolicySpace inner, PolicySpace outer) {
        this.inner = inner;
        this.outer = outer;
        this.statements = Stream.concat(inner.statements().stream(), outer.statements().stream())
                .toList();
        this.innerStatements = inner.statements().size();
    }

    /** Compares what two sets of policies of one kind allow. */
    public static Result of(PolicySpace inner, PolicySpace outer) {
        if (inner.kind() != outer.kind()) {
            throw new IllegalArgumentException("policies of different kinds do not compare");
        }
        return new Containment(inner, outer).compare();
    }

    private Result compare() {
        if (isSaidWordForWord()) {
            return new Result.Contained();
        }
        for (ActionClasses.Sample action : ActionClasses.of(statements, undecided)) {
            List<Integer> places = new ArrayList<>();
            Request asked = request(action, PrincipalSamples.ANYBODY, "*", Map.of());
            for (int i = 0; i < statements.size(); i++) {
                if (!(StatementMatching.action(statements.get(i).action(), asked) instanceof Truth.No)) {
                    places.add(i);
                }
            }
            if (places.stream()
                    .noneMatch(i -> i < innerStatements && statements.get(i).effect() == Effect.ALLOW)) {
                continue;
            }
            List<Statement> relevant = places.stream().map(statements::get).toList();
            List<String> resources = ResourceCells.of(relevant, action.takesResources());
            if (resources == null) {
                undecided.add("too many different resources of " + action.name());
                continue;
            }
            for (Principal principal : PrincipalSamples.of(relevant, inner.kind())) {
                for (String resource : resources) {
                    Request witness = beyond(action, principal, resource, places);
                    if (witness != null) {
                        return new Result.Beyond(witness);
                    }
                }
            }
        }
        for (Statement statement : statements) {
            undecided.addAll(UnknownParts.of(statement));
        }
        return undecided.isEmpty() ? new Result.Contained() : new Result.Undecided(List.copyOf(undecided));
    }

    /** Each statement that gives is among those that give, and each that takes away among those that take away. */
    private boolean isSaidWordForWord() {
        return inner.statements().stream()
                        .filter(s -> s.effect() == Effect.ALLOW)
                        .allMatch(s -> outer.statements().stream().anyMatch(other -> isSame(s, other)))
                && outer.statements().stream()
                        .filter(s -> s.effect() == Effect.DENY)
                        .allMatch(s -> inner.statements().stream().anyMatch(other -> isSame(s, other)));
    }

    private static boolean isSame(Statement one, Statement other) {
        return one.effect() == other.effect() && words(one).equals(words(other));
    }

    private static List<Object> words(Statement statement) {
        List<Object> words = new ArrayList<>();
        words.add(statement.principal() == null ? "" : statement.principal());
        words.add(statement.action().negated());
        statement.action().patterns().forEach(pattern -> words.add(pattern.tokens()));
        if (statement.resource() != null) {
            words.add(statement.resource().negated());
            statement.resource().patterns().forEach(pattern -> words.add(pattern.tokens()));
        }
        for (Condition condition : statement.conditions()) {
            words.add(condition.operator() == null ? "" : condition.operator());
            words.add(condition.key());
            condition.values().forEach(value -> words.add(value.tokens()));
        }
        return words;
    }

    /** A request for an action, a principal and a resource that only the inner policies allow; null when there is none. */
    private @Nullable Request beyond(
            ActionClasses.Sample action, Principal principal, String resource, List<Integer> places) {
        Request bare = request(action, principal, resource, Map.of());
        List<Integer> about = new ArrayList<>();
        for (int place : places) {
            Statement statement = statements.get(place);
            if (!(StatementMatching.principal(statement, bare, inner.kind()) instanceof Truth.No)
                    && !(StatementMatching.resource(statement.resource(), bare, inner.kind()) instanceof Truth.No)) {
                about.add(place);
            }
        }
        // Where a variable stands in a resource the formula is about that resource; else it hangs on the statements
        // alone.
        if (about.stream().noneMatch(each -> UnknownParts.haveVariableInResource(statements.get(each)))
                && !settled.add(about)) {
            return null;
        }
        Map<String, List<Condition>> byKey = new TreeMap<>();
        for (int each : about) {
            for (Condition condition : statements.get(each).conditions()) {
                byKey.computeIfAbsent(condition.key(), key -> new ArrayList<>()).add(condition);
            }
        }
        List<KeyCells> cells = new ArrayList<>();
        byKey.forEach((key, conditions) -> cells.add(KeyCells.of(key, conditions)));
        ContextSearch search = new ContextSearch(
                tried -> inner.holds(tried).and(outer.holds(tried).not()), bare, cells);
        Request witness = search.find();
        if (witness == null) {
            if (search.isGivenUp()) {
                undecided.add("too many combinations of condition keys for " + action.name());
            }
            for (KeyCells each : cells) {
                undecided.addAll(each.undecided());
            }
        }
        return witness;
    }

    private static Request request(
            ActionClasses.Sample action, Principal principal, String resource, Map<String, ContextValue> context) {
        return new Request(
                principal, action.name(), resource, false, PrincipalSamples.OWNER, new Context(context, false));
    }
}
