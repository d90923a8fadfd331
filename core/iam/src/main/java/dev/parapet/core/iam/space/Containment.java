package dev.parapet.core.iam.space;

import dev.parapet.core.iam.policy.Condition;
import dev.parapet.core.iam.policy.Effect;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whether everything that some policies allow is allowed by others too.
 *
 * <p>Actions fall into classes that the same statements cover; for each class only those statements matter, and the resources fall into
 * cells that the same patterns cover. What is left for a class, a principal and a cell is a formula of conditions, each about one key;
 * the values of a key fall into cells again, and trying one value of each decides the formula. A request that is in the first set
 * and not in the second is looked for in all combinations; when there is none the first set is contained, and that is a proof, except
 * where a part could not be cut into cells, which is said.
 *
 * <p>What hangs on a policy variable, whose values are those of another key, may be so or so at first ({@link Difference}); where that
 * does not make a proof, requests are looked for with some values of the variables ({@link Assignment}).
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

    private Containment(PolicySpace inner, PolicySpace outer) {
        this.inner = inner;
        this.outer = outer;
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
        List<Clause> clauses = new ArrayList<>();
        inner.statements().forEach(statement -> clauses.add(new Clause(clauses.size(), statement, true)));
        outer.statements().forEach(statement -> clauses.add(new Clause(clauses.size(), statement, false)));
        List<Statement> statements = clauses.stream().map(Clause::statement).toList();
        SortedSet<String> undecided = new TreeSet<>();
        List<ActionClasses.Sample> actions = ActionClasses.of(statements, undecided);
        CellSearch closed = new CellSearch(clauses, inner.kind(), null);
        Request witness = closed.find(actions);
        undecided.addAll(closed.undecided());
        if (witness == null && undecided.isEmpty()) {
            return new Result.Contained();
        }
        for (Assignment assignment : witness == null ? Assignment.of(statements) : List.<Assignment>of()) {
            witness = witness == null
                    ? new CellSearch(clauses, inner.kind(), assignment).find(closed.suspects())
                    : witness;
        }
        return witness == null ? new Result.Undecided(List.copyOf(undecided)) : new Result.Beyond(witness);
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
}
