package dev.parapet.core.iam.lint;

import dev.parapet.core.iam.evaluation.PatternMatch;
import dev.parapet.core.iam.evaluation.PolicyKind;
import dev.parapet.core.iam.policy.Effect;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.space.Containment;
import dev.parapet.core.iam.space.PolicySpace;
import dev.parapet.core.knowledge.Wildcards;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements of which nothing is left beside another one: proven by {@link Containment}. */
final class CoverChecks {
    /** Statements of which each is compared with each. */
    private static final int MOST = 40;

    private static final int ARN_PARTS = 6;

    private CoverChecks() {}

    static void check(Policy policy, PolicyLint lint) {
        List<Statement> statements = policy.statements();
        PolicyKind kind = statements.stream().anyMatch(statement -> statement.principal() != null)
                ? PolicyKind.RESOURCE
                : PolicyKind.IDENTITY;
        if (statements.size() > MOST) {
            return;
        }
        for (Statement statement : statements) {
            for (Statement wider : statements) {
                boolean denied = wider.effect() == Effect.DENY && statement.effect() == Effect.ALLOW;
                if (wider != statement
                        && (denied || wider.effect() == statement.effect())
                        && mayCover(wider, statement)
                        && !reachesBeyond(statement, wider)
                        // Most often not so, which is found sooner than a request that a statement is about.
                        && isWithin(statement, wider, policy, kind)
                        && isSaying(statement, policy, kind)
                        && isSaying(wider, policy, kind)
                        && (denied || wider.index() < statement.index() || !isWithin(wider, statement, policy, kind))) {
                    tell(statement, wider, denied, lint);
                    break;
                }
            }
        }
    }

    /** Whether each action that a statement lists is covered by one that the other lists; else there is no need for a proof. */
    private static boolean mayCover(Statement wider, Statement statement) {
        return wider.action().negated()
                || statement.action().negated()
                || statement.action().patterns().stream()
                        .allMatch(action -> wider.action().patterns().stream()
                                .anyMatch(pattern -> Wildcards.matches(pattern.text(), action.text())));
    }

    /**
     * Whether a statement names a resource that the other one surely does not cover, as most do; else there is no need for a proof. Where
     * it names it in vain, as its actions take none, it says nothing and is told of elsewhere.
     */
    private static boolean reachesBeyond(Statement statement, Statement wider) {
        return statement.resource() != null
                && wider.resource() != null
                && !statement.resource().negated()
                && !wider.resource().negated()
                && wider.resource().patterns().stream().allMatch(CoverChecks::isPlain)
                && statement.resource().patterns().stream()
                        .filter(pattern -> isPlain(pattern)
                                && PatternMatch.parts(pattern.tokens(), ARN_PARTS)
                                                .size()
                                        == ARN_PARTS)
                        .map(pattern -> pattern.text().replace('*', 'x').replace('?', 'x'))
                        .anyMatch(resource -> wider.resource().patterns().stream()
                                .noneMatch(pattern -> Wildcards.matches(pattern.text(), resource)));
    }

    /** Whether a pattern is of characters and wildcards alone; variables and unknown parts are shown in braces. */
    private static boolean isPlain(TextPattern pattern) {
        return !pattern.text().contains("${");
    }

    /** What covers nothing lies within everything, and has its own diagnostic. */
    private static boolean isSaying(Statement statement, Policy policy, PolicyKind kind) {
        return !isWithin(statement, null, policy, kind);
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
