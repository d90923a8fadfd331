package dev.parapet.core.iam.space;

import dev.parapet.core.iam.evaluation.ConditionMatch;
import dev.parapet.core.iam.evaluation.Truth;
import dev.parapet.core.iam.policy.Condition;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.policy.Token;
import dev.parapet.core.iam.request.Context;
import dev.parapet.core.iam.request.ContextValue;
import java.util.List;
import java.util.Map;

/** Whether conditions on one key can all hold. */
public final class Satisfiability {
    private Satisfiability() {}

    /** Whether some value of a key, or its absence, makes all conditions hold; true where that cannot be told. */
    public static boolean canHold(String key, List<Condition> conditions) {
        // What a variable stands for is another key's matter, and may be anything.
        if (conditions.stream().flatMap(each -> each.values().stream()).anyMatch(Satisfiability::isOpen)) {
            return true;
        }
        KeyCells cells = KeyCells.of(key, conditions);
        return !cells.undecided().isEmpty()
                || cells.values().stream().anyMatch(value -> allHold(conditions, key, value));
    }

    private static boolean isOpen(TextPattern pattern) {
        return pattern.tokens().stream()
                .anyMatch(token -> token instanceof Token.Variable || token instanceof Token.Unknown);
    }

    /** Whether all hold for a request that does not have the key. */
    public static boolean holdsWithout(String key, List<Condition> conditions) {
        return allHold(conditions, key, new ContextValue.Absent());
    }

    private static boolean allHold(List<Condition> conditions, String key, ContextValue value) {
        Context context = new Context(Map.of(key, value), false);
        return conditions.stream().noneMatch(each -> ConditionMatch.holds(each, context) instanceof Truth.No);
    }
}
