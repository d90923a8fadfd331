package dev.parapet.core.iam.evaluation;

import dev.parapet.core.iam.policy.Condition;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.request.ContextValue;
import dev.parapet.core.iam.request.Request;
import java.util.List;

/**
 * A statement and what each of its elements says of a request.
 *
 * @param policy the policy that it stands in: {@code identity[0]}, {@code resource}
 * @param kind the kind of that policy
 * @param statement the statement
 * @param principal whether it is about who asks
 * @param action whether it is about what is done
 * @param resource whether it is about what it is done to
 * @param conditions whether each of its conditions holds
 */
public record Considered(
        String policy,
        PolicyKind kind,
        Statement statement,
        Truth principal,
        Truth action,
        Truth resource,
        List<Held> conditions) {
    public Considered {
        conditions = List.copyOf(conditions);
    }

    /**
     * A condition of a statement.
     *
     * @param condition the condition
     * @param value what the request says of its key
     * @param truth whether it holds
     */
    public record Held(Condition condition, ContextValue value, Truth truth) {}

    static Considered of(String policy, PolicyKind kind, Statement statement, Request request) {
        return new Considered(
                policy,
                kind,
                statement,
                StatementMatching.principal(statement, request, kind),
                StatementMatching.action(statement.action(), request),
                StatementMatching.resource(statement.resource(), request, kind),
                statement.conditions().stream()
                        .map(condition -> new Held(
                                condition,
                                request.context().get(condition.key()),
                                ConditionMatch.holds(condition, request.context())))
                        .toList());
    }

    /** Whether the statement is about the request. */
    public Truth whole() {
        Truth all = principal.and(action).and(resource);
        for (Held held : conditions) {
            all = all.and(held.truth());
        }
        return all;
    }
}
