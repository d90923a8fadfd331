package dev.parapet.core.iam.space;

import dev.parapet.core.iam.evaluation.ConditionMatch;
import dev.parapet.core.iam.evaluation.PolicyKind;
import dev.parapet.core.iam.evaluation.StatementMatching;
import dev.parapet.core.iam.evaluation.Truth;
import dev.parapet.core.iam.policy.Condition;
import dev.parapet.core.iam.policy.Effect;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.request.Request;
import java.util.List;

/**
 * The requests that some policies of one kind allow: those that a statement allows and none denies.
 *
 * @param policies the policies
 * @param kind what kind they are
 */
public record PolicySpace(List<Policy> policies, PolicyKind kind) {
    public PolicySpace {
        policies = List.copyOf(policies);
    }

    /** All statements in order. */
    List<Statement> statements() {
        return policies.stream().flatMap(policy -> policy.statements().stream()).toList();
    }

    /** Whether it holds a request. */
    public Truth holds(Request request) {
        Truth allowed = Truth.NO;
        Truth denied = Truth.NO;
        for (Policy policy : policies) {
            for (Statement statement : policy.statements()) {
                Truth about = about(statement, request);
                if (statement.effect() == Effect.ALLOW) {
                    allowed = allowed.or(about);
                } else {
                    denied = denied.or(about);
                }
            }
        }
        return allowed.and(denied.not());
    }

    private Truth about(Statement statement, Request request) {
        Truth about = StatementMatching.principal(statement, request, kind)
                .and(StatementMatching.action(statement.action(), request))
                .and(StatementMatching.resource(statement.resource(), request, kind));
        for (Condition condition : statement.conditions()) {
            about = about.and(ConditionMatch.holds(condition, request.context()));
        }
        return about;
    }
}
