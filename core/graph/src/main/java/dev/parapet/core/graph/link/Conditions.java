package dev.parapet.core.graph.link;

import dev.parapet.model.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions joined, null being the one that always holds. */
final class Conditions {
    private Conditions() {}

    static @Nullable Condition and(@Nullable Condition first, @Nullable Condition second) {
        if (first == null || first.equals(second)) {
            return second;
        }
        return second == null ? first : new Condition.And(List.of(first, second));
    }

    static Condition not(Condition condition) {
        return condition instanceof Condition.Not not ? not.operand() : new Condition.Not(condition);
    }
}
