package dev.parapet.core.iam.compiled;

import static dev.parapet.core.iam.compiled.PrincipalMatcher.ACCOUNT;
import static dev.parapet.core.iam.compiled.PrincipalMatcher.BEHIND;
import static dev.parapet.core.iam.compiled.PrincipalMatcher.EVERYBODY;
import static dev.parapet.core.iam.compiled.PrincipalMatcher.ITSELF;

import dev.parapet.core.iam.evaluation.Decision;
import dev.parapet.core.iam.evaluation.Reserved;
import dev.parapet.core.iam.evaluation.Truth;
import dev.parapet.core.iam.request.Principal;
import dev.parapet.core.iam.value.Arn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The policies that bear on a request, each kind for itself, and the order in which they are asked; see {@code docs/iam.md} for its sources.
 *
 * @param <C> how a statement is cited
 * @param <E> why policies may not be understood
 */
record PolicySets<C, E extends Exception>(
        PolicySet<C, E> identity,
        PolicySet<C, E> boundaries,
        PolicySet<C, E> session,
        PolicySet<C, E> resource,
        List<? extends PolicySet<C, E>> serviceControl,
        List<? extends PolicySet<C, E>> resourceControl,
        PolicySet<C, E> vpcEndpoint) {
    /**
     * What becomes of a request.
     *
     * @param by the statement that allowed or denied it; null where none did
     * @param truth for {@link Decision#UNDETERMINED}, what it hangs on
     */
    record Outcome<C>(Decision decision, @Nullable C by, Truth truth) {}

    /** Decides a request. */
    Outcome<C> decide(Circumstances asked) throws E {
        return decide(asked, true);
    }

    /** What is asked of one resource. */
    interface Asking {
        Circumstances of(String resource);
    }

    /**
     * Decides a request for a set of resources: allowed when some resource is, else denied explicitly when a Deny takes away all that an Allow gives or
     * all there is, else denied implicitly.
     *
     * @param resources one of each kind; null when there are too many
     */
    Outcome<C> decide(@Nullable List<String> resources, Asking asking) throws E {
        if (resources == null) {
            return new Outcome<>(Decision.UNDETERMINED, null, Truth.unknown("a resource without wildcards"));
        }
        Outcome<C> denied = null;
        boolean everywhere = true;
        boolean instead = false;
        Truth hangs = Truth.YES;
        for (String resource : resources) {
            Outcome<C> outcome = decide(asking.of(resource), true);
            switch (outcome.decision()) {
                case ALLOWED -> {
                    return outcome;
                }
                case EXPLICIT_DENY -> {
                    denied = denied == null ? outcome : denied;
                    instead = instead || decide(asking.of(resource), false).decision() == Decision.ALLOWED;
                }
                case IMPLICIT_DENY -> everywhere = false;
                case UNDETERMINED -> hangs = hangs.and(outcome.truth());
            }
        }
        if (hangs instanceof Truth.Unknown) {
            return new Outcome<>(Decision.UNDETERMINED, null, hangs);
        }
        return denied != null && (everywhere || instead)
                ? denied
                : new Outcome<>(Decision.IMPLICIT_DENY, null, Truth.NO);
    }

    /**
     * Decides a request.
     *
     * @param denies whether statements that deny count
     */
    private Outcome<C> decide(Circumstances asked, boolean denies) throws E {
        if (asked.account != null && asked.action.equalsIgnoreCase("sts:GetCallerIdentity")) {
            return new Outcome<>(Decision.ALLOWED, null, Truth.YES);
        }
        boolean linked = asked.principal.isServiceLinked();
        Truth denied = Truth.NO;
        Truth guardrails = Truth.YES;
        if (!linked) {
            for (PolicySet<C, E> level : resourceControl) {
                Verdict<C> verdict = level.verdict(asked);
                if (denies && verdict.denied() instanceof Truth.Yes) {
                    return denied(verdict);
                }
                denied = denied.or(verdict.denied());
            }
        }
        if (!linked && !(asked.principal instanceof Principal.Service)) {
            for (PolicySet<C, E> level : serviceControl) {
                Verdict<C> verdict = level.verdict(asked);
                if (denies && verdict.denied() instanceof Truth.Yes) {
                    return denied(verdict);
                }
                denied = denied.or(verdict.denied());
                guardrails = guardrails.and(verdict.allowed(0, EVERYBODY));
            }
        }
        Verdict<C> byEndpoint = vpcEndpoint.verdict(asked);
        Verdict<C> byResource = resource.verdict(asked);
        Verdict<C> byIdentity = identity.verdict(asked);
        Verdict<C> byBoundary = boundaries.verdict(asked);
        Verdict<C> bySession = session.verdict(asked);
        for (Verdict<C> verdict : List.of(byEndpoint, byResource, byIdentity, byBoundary, bySession)) {
            if (denies && verdict.denied() instanceof Truth.Yes) {
                return denied(verdict);
            }
            denied = denied.or(verdict.denied());
        }
        if (!vpcEndpoint.isEmpty()) {
            guardrails = guardrails.and(byEndpoint.allowed(0, EVERYBODY));
        }
        Truth limits = boundaries.isEmpty() ? Truth.YES : byBoundary.allowed(0, EVERYBODY);
        if (!session.isEmpty()) {
            limits = limits.and(bySession.allowed(0, EVERYBODY));
        }
        return outcome(asked, denies ? denied : Truth.NO, guardrails, limits, byIdentity, byResource);
    }

    private static <C> Outcome<C> denied(Verdict<C> verdict) {
        return new Outcome<>(Decision.EXPLICIT_DENY, verdict.deniedBy(), Truth.YES);
    }

    private Outcome<C> outcome(
            Circumstances asked,
            Truth denied,
            Truth guardrails,
            Truth limits,
            Verdict<C> byIdentity,
            Verdict<C> byResource) {
        Truth given;
        @Nullable C by;
        Truth own = asked.principal instanceof Principal.Root
                ? Truth.YES
                : byIdentity.allowed(0, EVERYBODY).and(limits);
        if (asked.account == null) {
            given = byResource.allowed(ITSELF, EVERYBODY);
            by = byResource.by(ITSELF, EVERYBODY);
        } else if (!asked.account.equals(asked.owner)) {
            given = byResource.allowed(0, EVERYBODY).and(own);
            by = byResource.by(0, EVERYBODY);
        } else {
            int from = switch (asked.principal) {
                case Principal.Root ignored -> ACCOUNT;
                case Principal.Role ignored -> EVERYBODY;
                default -> ITSELF;
            };
            Truth unlimited = byResource.allowed(from, EVERYBODY);
            Truth direct = unlimited.or(byResource.allowed(BEHIND, BEHIND).and(limits));
            boolean onlyPassedOn = identityNeedsResourcePolicy(asked);
            Truth passed = onlyPassedOn ? own.and(byResource.allowed(ACCOUNT, ACCOUNT)) : own;
            given = direct.or(passed);
            C byDirect = citedDirectly(asked, byResource, limits, from);
            C byOwn = passed instanceof Truth.Yes ? byIdentity.by(0, EVERYBODY) : null;
            by = onlyPassedOn ? first(byDirect, byOwn) : first(byOwn, byDirect);
        }
        given = Reserved.isReserved(asked.principal, asked.action, asked.resource) ? Truth.NO : given.and(guardrails);
        if (denied instanceof Truth.Unknown || given instanceof Truth.Unknown) {
            return new Outcome<>(Decision.UNDETERMINED, null, hangsOn(denied, given));
        }
        return given instanceof Truth.Yes
                ? new Outcome<>(Decision.ALLOWED, by, given)
                : new Outcome<>(Decision.IMPLICIT_DENY, null, given);
    }

    /** Which of allowed, explicitDeny and implicitDeny it is depends on both. */
    private static Truth hangsOn(Truth denied, Truth given) {
        return denied instanceof Truth.Unknown ? given instanceof Truth.Unknown ? denied.and(given) : denied : given;
    }

    private static <C> @Nullable C citedDirectly(Circumstances asked, Verdict<C> byResource, Truth limits, int from) {
        C unlimited = asked.principal instanceof Principal.Root
                ? first(byResource.by(ITSELF, EVERYBODY), byResource.by(ACCOUNT, ACCOUNT))
                : byResource.by(from, EVERYBODY);
        return unlimited != null || !(limits instanceof Truth.Yes) ? unlimited : byResource.by(BEHIND, BEHIND);
    }

    private static <C> @Nullable C first(@Nullable C one, @Nullable C other) {
        return one != null ? one : other;
    }

    private boolean identityNeedsResourcePolicy(Circumstances asked) {
        if (asked.service.equals("kms")) {
            Arn arn = asked.arn;
            return arn != null && asked.resource.startsWith("key/", arn.start(5));
        }
        return asked.service.equals("sts") && !resource.isEmpty();
    }
}
