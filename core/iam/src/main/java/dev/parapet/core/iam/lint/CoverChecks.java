package dev.parapet.core.iam.lint;

import dev.parapet.core.iam.evaluation.PolicyKind;
import dev.parapet.core.iam.policy.Effect;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.space.Containment;
import dev.parapet.core.iam.space.PolicySpace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements of which nothing is left beside another one: proven by {@link Containment}. */
final class CoverChecks {
    /** Statements of which each is compared with each. */
    private static final int MOST = 40;

    private CoverChecks() {}

    static void check(Policy policy, PolicyLint lint) {
        List<Statement> statements = policy.statements();
        PolicyKind kind = statements.stream().anyMatch(statement -> statement.principal() != null)
                ? PolicyKind.RESOURCE
                : PolicyKind.IDENTITY;
        if (statements.size() > MOST) {
            return;
        }
        List<Statement> saying = new ArrayList<>();
        for (Statement statement : statements) {
            // What covers nothing lies within everything, and has its own diagnostic.
            if (!isWithin(statement, null, policy, kind)) {
                saying.add(statement);
            }
        }
        for (Statement statement : saying) {
            for (Statement wider : saying) {
                boolean denied = wider.effect() == Effect.DENY && statement.effect() == Effect.ALLOW;
                if (wider == statement || (!denied && wider.effect() != statement.effect())) {
                    continue;
                }
                if (isWithin(statement, wider, policy, kind)
                        && (denied || wider.index() < statement.index() || !isWithin(wider, statement, policy, kind))) {
                    tell(statement, wider, denied, lint);
                    break;
                }
            }
        }
    }

    private static void tell(Statement statement, Statement wider, boolean denied, PolicyLint lint) {
        String name = PolicyLint.name(statement);
        String other = PolicyLint.name(wider);
        if (denied) {
            lint.tell(
                    Check.ALLOW_DENIED,
                    name + " gives nothing, as " + other + " denies all of it; correct one of them",
                    statement.span());
        } else {
            lint.tell(
                    Check.STATEMENT_SHADOWED,
                    name + " adds nothing, as " + other + " says all of it; remove " + name,
                    statement.span());
        }
    }

    private static boolean isWithin(Statement inner, @Nullable Statement outer, Policy policy, PolicyKind kind) {
        return Containment.of(space(inner, policy, kind), space(outer, policy, kind))
                instanceof Containment.Result.Contained;
    }

    /** The requests that a statement is about, whatever it does with them; none without a statement. */
    private static PolicySpace space(@Nullable Statement statement, Policy policy, PolicyKind kind) {
        List<Statement> alone = statement == null
                ? List.of()
                : List.of(new Statement(
                        statement.index(),
                        statement.sid(),
                        Effect.ALLOW,
                        statement.principal(),
                        statement.action(),
                        statement.resource(),
                        statement.conditions(),
                        statement.span()));
        return new PolicySpace(List.of(new Policy(policy.version(), null, alone, policy.span())), kind);
    }
}
