package dev.parapet.core.iam.evaluation;

import dev.parapet.core.iam.policy.Condition;
import dev.parapet.core.iam.policy.Element;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.request.Request;
import org.jspecify.annotations.Nullable;

/** Whether a statement is about a request, element by element. */
public final class StatementMatching {
    private StatementMatching() {}

    /** How closely the statement names the principal, and whether all of it is about the request. */
    static PrincipalMatching.Result match(Statement statement, Request request, PolicyKind kind) {
        PrincipalMatching.Result named = PrincipalMatching.match(statement.principal(), request.principal(), kind);
        Truth truth = named.truth()
                .and(action(statement.action(), request))
                .and(resource(statement.resource(), request, kind));
        for (Condition condition : statement.conditions()) {
            truth = truth.and(ConditionMatch.holds(condition, request.context()));
        }
        return new PrincipalMatching.Result(named.match(), truth);
    }

    /** Whether the statement is about the principal of a request. */
    public static Truth principal(Statement statement, Request request, PolicyKind kind) {
        return PrincipalMatching.match(statement.principal(), request.principal(), kind)
                .truth();
    }

    /** Whether the action is one of those listed; upper and lower case are the same. */
    public static Truth action(Element<TextPattern> element, Request request) {
        Truth any = Truth.NO;
        for (TextPattern pattern : element.patterns()) {
            any = any.or(PatternMatch.matches(pattern.tokens(), request.action(), true));
        }
        return element.negated() ? any.not() : any;
    }

    /**
     * Whether the resource is one of those listed. A statement without the element is about what it is attached to. A pattern that is nothing in this kind of policy, or whose
     * variable has no value, covers nothing, and nothing is beyond it either.
     */
    public static Truth resource(@Nullable Element<TextPattern> element, Request request, PolicyKind kind) {
        if (element == null) {
            return Truth.YES;
        }
        Truth any = Truth.NO;
        Truth valued = Truth.YES;
        for (TextPattern pattern : element.patterns()) {
            valued = valued.and(PatternMatch.valued(pattern.tokens(), request.context()));
            Truth covers = ArnMatch.resource(pattern, request.resource(), kind, request.context());
            if (covers != null) {
                any = any.or(covers);
            } else if (element.negated()) {
                return Truth.NO;
            }
        }
        return element.negated() ? any.not().and(valued) : any;
    }
}
