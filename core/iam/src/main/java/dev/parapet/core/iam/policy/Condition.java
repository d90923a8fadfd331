package dev.parapet.core.iam.policy;

import dev.parapet.model.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One key under one operator of a statement's {@code Condition} block.
 *
 * @param operator how it is compared; null where the policy names an operator that does not exist, which nothing satisfies
 * @param key the condition key in lower case: keys are the same in any case
 * @param values what it is compared with; one of them suffices, none of them may match for a negated operator
 * @param span where the key is written
 */
public record Condition(@Nullable Operator operator, String key, List<TextPattern> values, Span span) {
    public Condition {
        values = List.copyOf(values);
    }
}
