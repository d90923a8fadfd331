package dev.parapet.core.iam.space;

import dev.parapet.core.iam.policy.Condition;
import dev.parapet.core.iam.policy.Effect;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.request.Request;
import java.util.ArrayList;
import java.util.List;

/** Whether everything that some policies allow is allowed by others too: a {@link RequestSet} question that is asked often. */
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
        if (new Containment(inner, outer).isSaidWordForWord()) {
            return new Result.Contained();
        }
        return switch (new RequestSet.Allowed(inner).isSubsetOf(new RequestSet.Allowed(outer))) {
            case Proof.Proven ignored -> new Result.Contained();
            case Proof.Refuted(Request witness) -> new Result.Beyond(witness);
            case Proof.Undecided(List<String> because) -> new Result.Undecided(because);
        };
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
