package dev.parapet.core.iam.compiled;

import dev.parapet.core.iam.compiled.StatementMatcher.Principals;
import dev.parapet.core.iam.compiled.StatementMatcher.ShortArns;
import dev.parapet.core.iam.evaluation.Answer;
import dev.parapet.core.iam.evaluation.Citation;
import dev.parapet.core.iam.evaluation.Decision;
import dev.parapet.core.iam.evaluation.ReferenceEvaluator;
import dev.parapet.core.iam.evaluation.ResourceSet;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.policy.Token;
import dev.parapet.core.iam.request.Policies;
import dev.parapet.core.iam.request.Request;
import java.util.ArrayList;
import java.util.List;

/**
 * Policies taken apart for many decisions. Decides as {@link ReferenceEvaluator} does; which condition keys are missing for a decision
 * that hangs on them is seldom asked and left to it.
 */
public final class CompiledPolicies {
    private static final ShortArns COMPLETED = pattern -> true;
    private static final ShortArns NOTHING = pattern -> false;
    private static final ShortArns BEHIND_WILDCARD = CompiledPolicies::endsWithWildcard;

    private final Policies policies;
    private final PolicySets<Citation, RuntimeException> sets;

    private CompiledPolicies(Policies policies) {
        this.policies = policies;
        Policy own = policies.boundedResource();
        sets = new PolicySets<>(
                new CompiledSet(policies.identity(), "identity", false, Principals.IGNORED, COMPLETED),
                new CompiledSet(
                        policies.permissionsBoundaries(), "permissionBoundary", false, Principals.IGNORED, COMPLETED),
                new CompiledSet(policies.session(), "session", false, Principals.IGNORED, COMPLETED),
                new CompiledSet(
                        own == null ? List.of() : List.of(own),
                        "resource",
                        true,
                        Principals.NOBODY_BY_DEFAULT,
                        BEHIND_WILDCARD),
                levels(policies.serviceControl(), "serviceControl", Principals.IGNORED, BEHIND_WILDCARD),
                levels(policies.resourceControl(), "resourceControl", Principals.EVERYBODY_BY_DEFAULT, NOTHING),
                new CompiledSet(
                        policies.vpcEndpoint(),
                        "vpcEndpoint",
                        false,
                        Principals.EVERYBODY_BY_DEFAULT,
                        BEHIND_WILDCARD));
    }

    /** Takes policies apart. */
    public static CompiledPolicies of(Policies policies) {
        return new CompiledPolicies(policies);
    }

    private static List<CompiledSet> levels(
            List<List<Policy>> levels, String name, Principals principals, ShortArns shortArns) {
        List<CompiledSet> sets = new ArrayList<>(levels.size());
        for (int i = 0; i < levels.size(); i++) {
            sets.add(new CompiledSet(levels.get(i), name + "[" + i + "]", false, principals, shortArns));
        }
        return sets;
    }

    private static boolean endsWithWildcard(TextPattern pattern) {
        return !pattern.tokens().isEmpty() && pattern.tokens().getLast() instanceof Token.AnyText;
    }

    /** Decides a request. */
    public Answer evaluate(Request request) {
        PolicySets.Outcome<Citation> outcome = request.asksForSet()
                ? sets.decide(
                        ResourceSet.resources(List.of(request), policies),
                        resource -> new Circumstances(request.of(resource)))
                : sets.decide(new Circumstances(request));
        return outcome.decision() == Decision.UNDETERMINED
                ? ReferenceEvaluator.evaluate(request, policies)
                : new Answer(outcome.decision(), outcome.by(), List.of());
    }
}
