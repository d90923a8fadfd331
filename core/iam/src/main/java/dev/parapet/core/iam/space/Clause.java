package dev.parapet.core.iam.space;

import dev.parapet.core.iam.policy.Effect;
import dev.parapet.core.iam.policy.Statement;

/**
 * A statement of one of two sets of policies that are compared.
 *
 * @param place its place among the statements of both sets
 * @param statement the statement
 * @param inner whether it stands in the set that may be contained in the other
 */
record Clause(int place, Statement statement, boolean inner) {
    boolean allows() {
        return statement.effect() == Effect.ALLOW;
    }
}
