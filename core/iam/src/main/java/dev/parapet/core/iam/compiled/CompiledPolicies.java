package dev.parapet.core.iam.compiled;

import static dev.parapet.core.iam.compiled.PrincipalMatcher.ACCOUNT;
import static dev.parapet.core.iam.compiled.PrincipalMatcher.BEHIND;
import static dev.parapet.core.iam.compiled.PrincipalMatcher.EVERYBODY;
import static dev.parapet.core.iam.compiled.PrincipalMatcher.ITSELF;

import dev.parapet.core.iam.compiled.StatementMatcher.Principals;
import dev.parapet.core.iam.compiled.StatementMatcher.ShortArns;
import dev.parapet.core.iam.evaluation.Answer;
import dev.parapet.core.iam.evaluation.Citation;
import dev.parapet.core.iam.evaluation.Decision;
import dev.parapet.core.iam.evaluation.ReferenceEvaluator;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.policy.Token;
import dev.parapet.core.iam.request.Policies;
import dev.parapet.core.iam.request.Principal;
import dev.parapet.core.iam.request.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Policies taken apart for many decisions. Decides as {@link ReferenceEvaluator} does; which condition keys are missing for a
 * decision that hangs on them, and requests for sets of resources, are seldom and left to it.
 */
public final class CompiledPolicies {
    private static final ShortArns COMPLETED = pattern -> true;
    private static final ShortArns NOTHING = pattern -> false;
    private static final ShortArns BEHIND_WILDCARD = CompiledPolicies::endsWithWildcard;

    private final Policies policies;
    private final PolicySet identity;
    private final PolicySet boundaries;
    private final PolicySet session;
    private final PolicySet resource;
    private final PolicySet[] serviceControl;
    private final PolicySet[] resourceControl;
    private final PolicySet vpcEndpoint;

    private CompiledPolicies(Policies policies) {
        this.policies = policies;
        identity = new PolicySet(policies.identity(), "identity", false, Principals.IGNORED, COMPLETED);
        boundaries = new PolicySet(
                policies.permissionsBoundaries(), "permissionBoundary", false, Principals.IGNORED, COMPLETED);
        session = new PolicySet(policies.session(), "session", false, Principals.IGNORED, COMPLETED);
        Policy own = policies.resource();
        resource = new PolicySet(
                own == null ? List.of() : List.of(own),
                "resource",
                true,
                Principals.NOBODY_BY_DEFAULT,
                BEHIND_WILDCARD);
        serviceControl = levels(policies.serviceControl(), "serviceControl", Principals.IGNORED, BEHIND_WILDCARD);
        resourceControl =
                levels(policies.resourceControl(), "resourceControl", Principals.EVERYBODY_BY_DEFAULT, NOTHING);
        vpcEndpoint = new PolicySet(
                policies.vpcEndpoint(), "vpcEndpoint", false, Principals.EVERYBODY_BY_DEFAULT, BEHIND_WILDCARD);
    }

    /** Takes policies apart. */
    public static CompiledPolicies of(Policies policies) {
        return new CompiledPolicies(policies);
    }

    private static PolicySet[] levels(
            List<List<Policy>> levels, String name, Principals principals, ShortArns shortArns) {
        PolicySet[] sets = new PolicySet[levels.size()];
        for (int i = 0; i < sets.length; i++) {
            sets[i] = new PolicySet(levels.get(i), name + "[" + i + "]", false, principals, shortArns);
        }
        return sets;
    }

    private static boolean endsWithWildcard(TextPattern pattern) {
        return !pattern.tokens().isEmpty() && pattern.tokens().getLast() instanceof Token.AnyText;
    }

    /** Decides a request. */
    public Answer evaluate(Request request) {
        if (request.asksForSet()) {
            return ReferenceEvaluator.evaluate(request, policies);
        }
        Circumstances asked = new Circumstances(request);
        if (asked.account != null && asked.action.equalsIgnoreCase("sts:GetCallerIdentity")) {
            return new Answer(Decision.ALLOWED, null, List.of());
        }
        boolean linked = asked.principal.isServiceLinked();
        byte denied = Three.NO;
        if (!linked) {
            for (PolicySet level : resourceControl) {
                PolicySet.Verdict verdict = level.verdict(asked);
                if (verdict.denied == Three.YES) {
                    return denied(verdict);
                }
                denied = Three.or(denied, verdict.denied);
            }
        }
        byte guardrails = Three.YES;
        if (!linked && !(asked.principal instanceof Principal.Service)) {
            for (PolicySet level : serviceControl) {
                PolicySet.Verdict verdict = level.verdict(asked);
                if (verdict.denied == Three.YES) {
                    return denied(verdict);
                }
                denied = Three.or(denied, verdict.denied);
                guardrails = Three.and(guardrails, verdict.allowed(0, EVERYBODY));
            }
        }
        PolicySet.Verdict byEndpoint = vpcEndpoint.verdict(asked);
        PolicySet.Verdict byResource = resource.verdict(asked);
        PolicySet.Verdict byIdentity = identity.verdict(asked);
        PolicySet.Verdict byBoundary = boundaries.verdict(asked);
        PolicySet.Verdict bySession = session.verdict(asked);
        for (PolicySet.Verdict verdict :
                new PolicySet.Verdict[] {byEndpoint, byResource, byIdentity, byBoundary, bySession}) {
            if (verdict.denied == Three.YES) {
                return denied(verdict);
            }
            denied = Three.or(denied, verdict.denied);
        }
        if (!vpcEndpoint.empty) {
            guardrails = Three.and(guardrails, byEndpoint.allowed(0, EVERYBODY));
        }
        byte limits = Three.YES;
        if (!boundaries.empty) {
            limits = byBoundary.allowed(0, EVERYBODY);
        }
        if (!session.empty) {
            limits = Three.and(limits, bySession.allowed(0, EVERYBODY));
        }
        return decided(request, asked, denied, guardrails, limits, byIdentity, byResource);
    }

    private static Answer denied(PolicySet.Verdict verdict) {
        return new Answer(Decision.EXPLICIT_DENY, verdict.deniedBy, List.of());
    }

    private Answer decided(
            Request request,
            Circumstances asked,
            byte denied,
            byte guardrails,
            byte limits,
            PolicySet.Verdict byIdentity,
            PolicySet.Verdict byResource) {
        byte given;
        @Nullable Citation by;
        byte own = asked.principal instanceof Principal.Root
                ? Three.YES
                : Three.and(byIdentity.allowed(0, EVERYBODY), limits);
        if (asked.account == null) {
            given = byResource.allowed(ITSELF, EVERYBODY);
            by = byResource.by(ITSELF, EVERYBODY);
        } else if (!asked.account.equals(request.owner())) {
            given = Three.and(byResource.allowed(0, EVERYBODY), own);
            by = byResource.by(0, EVERYBODY);
        } else {
            int from = switch (asked.principal) {
                case Principal.Root ignored -> ACCOUNT;
                case Principal.Role ignored -> EVERYBODY;
                default -> ITSELF;
            };
            byte unlimited = byResource.allowed(from, EVERYBODY);
            byte direct = Three.or(unlimited, Three.and(byResource.allowed(BEHIND, BEHIND), limits));
            boolean onlyPassedOn = identityNeedsResourcePolicy(request, asked);
            byte passed = onlyPassedOn ? Three.and(own, byResource.allowed(ACCOUNT, ACCOUNT)) : own;
            given = Three.or(direct, passed);
            Citation byDirect = citedDirectly(asked, byResource, limits, from);
            Citation byOwn = passed == Three.YES ? byIdentity.by(0, EVERYBODY) : null;
            by = onlyPassedOn ? byDirect != null ? byDirect : byOwn : byOwn != null ? byOwn : byDirect;
        }
        given = Three.and(given, guardrails);
        if (denied == Three.UNKNOWN || given == Three.UNKNOWN) {
            return ReferenceEvaluator.evaluate(request, policies);
        }
        return given == Three.YES
                ? new Answer(Decision.ALLOWED, by, List.of())
                : new Answer(Decision.IMPLICIT_DENY, null, List.of());
    }

    private static @Nullable Citation citedDirectly(
            Circumstances asked, PolicySet.Verdict byResource, byte limits, int from) {
        Citation unlimited = asked.principal instanceof Principal.Root
                ? first(byResource.by(ITSELF, EVERYBODY), byResource.by(ACCOUNT, ACCOUNT))
                : byResource.by(from, EVERYBODY);
        return unlimited != null || limits != Three.YES ? unlimited : byResource.by(BEHIND, BEHIND);
    }

    private static @Nullable Citation first(@Nullable Citation one, @Nullable Citation other) {
        return one != null ? one : other;
    }

    private boolean identityNeedsResourcePolicy(Request request, Circumstances asked) {
        if (asked.service.equals("kms")) {
            int[] colons = asked.colons;
            return colons != null && request.resource().startsWith("key/", colons[4] + 1);
        }
        return asked.service.equals("sts") && policies.resource() != null;
    }
}
