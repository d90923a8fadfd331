package dev.parapet.core.iam.evaluation;

import dev.parapet.core.iam.policy.Statement;

/**
 * A statement of a policy that bears on a request.
 *
 * @param policy the policy: {@code identity[0]}, {@code resource}, {@code serviceControl[1][0]}
 * @param statement the statement
 */
public record Citation(String policy, Statement statement) {}
