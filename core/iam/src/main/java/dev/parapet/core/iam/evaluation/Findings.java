package dev.parapet.core.iam.evaluation;

import dev.parapet.core.iam.policy.Effect;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.request.Request;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What some policies of one kind say of a request: who is denied, who is allowed, by which statement. */
final class Findings {
    /**
     * Something and the statement that it rests on.
     *
     * @param truth whether it is so
     * @param by the first statement that makes it so; null where none certainly does
     */
    record Found(Truth truth, @Nullable Citation by) {
        static final Found NOTHING = new Found(Truth.NO, null);

        Found or(Found other) {
            return new Found(truth.or(other.truth), by == null ? other.by : by);
        }

        /** The same under a further requirement, which the statement does not stand for. */
        Found and(Truth requirement) {
            Truth both = truth.and(requirement);
            return new Found(both, both instanceof Truth.Yes ? by : null);
        }
    }

    private Found denied = Found.NOTHING;
    private final Map<PrincipalMatch, Found> allowed = new EnumMap<>(PrincipalMatch.class);

    /** What policies say; {@code name} is what to call them, their places being added. */
    static Findings of(List<Policy> policies, Request request, PolicyKind kind, String name) {
        Findings findings = new Findings();
        for (int i = 0; i < policies.size(); i++) {
            findings.add(policies.get(i), request, kind, name + "[" + i + "]");
        }
        return findings;
    }

    /** What one policy says. */
    static Findings of(@Nullable Policy policy, Request request, PolicyKind kind) {
        Findings findings = new Findings();
        if (policy != null) {
            findings.add(policy, request, kind, kind.word());
        }
        return findings;
    }

    private void add(Policy policy, Request request, PolicyKind kind, String name) {
        for (Statement statement : policy.statements()) {
            PrincipalMatching.Result result = StatementMatching.match(statement, request, kind);
            Citation by = result.truth() instanceof Truth.Yes ? new Citation(name, statement) : null;
            Found found = new Found(result.truth(), by);
            if (statement.effect() == Effect.DENY) {
                denied = denied.or(found);
            } else {
                allowed.merge(result.match(), found, Found::or);
            }
        }
    }

    /** Whether a statement denies. */
    Found denied() {
        return denied;
    }

    /** Whether a statement allows that names the principal in one of some ways. */
    Found allowed(PrincipalMatch... matches) {
        Found any = Found.NOTHING;
        for (PrincipalMatch match : matches) {
            any = any.or(allowed.getOrDefault(match, Found.NOTHING));
        }
        return any;
    }

    /** Whether a statement allows, whomever it names. */
    Found allowed() {
        return allowed(PrincipalMatch.values());
    }
}
