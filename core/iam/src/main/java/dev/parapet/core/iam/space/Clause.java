package dev.parapet.core.iam.space;

import dev.parapet.core.iam.policy.Effect;
import dev.parapet.core.iam.policy.Statement;

/**
 * A statement of one of the sets of policies that a question is about.
 *
 * @param place its place among the statements of all of them
 * @param statement the statement
 * @param space the policies that it stands in
 */
record Clause(int place, Statement statement, PolicySpace space) {
    boolean allows() {
        return statement.effect() == Effect.ALLOW;
    }
}
