package dev.parapet.core.iam.evaluation;

import dev.parapet.core.iam.policy.Element;
import dev.parapet.core.iam.policy.PrincipalPattern;
import dev.parapet.core.iam.request.Principal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a {@code Principal} or {@code NotPrincipal} element is about somebody. */
final class PrincipalMatching {
    /**
     * How an element bears on a principal.
     *
     * @param match how closely it names the principal
     * @param truth whether it does
     */
    record Result(PrincipalMatch match, Truth truth) {}

    private static final Result NOBODY = new Result(PrincipalMatch.NONE, Truth.NO);
    private static final Result EVERYBODY = new Result(PrincipalMatch.EVERYBODY, Truth.YES);

    private PrincipalMatching() {}

    static Result match(@Nullable Element<PrincipalPattern> element, Principal principal, PolicyKind kind) {
        if (kind.withoutPrincipal() == PolicyKind.WithoutPrincipal.ANYBODY) {
            return EVERYBODY;
        }
        if (element == null) {
            return kind.withoutPrincipal() == PolicyKind.WithoutPrincipal.EVERYBODY ? EVERYBODY : NOBODY;
        }
        if (element.negated()) {
            Truth none = Truth.YES;
            for (PrincipalPattern pattern : element.patterns()) {
                none = none.and(one(pattern, principal).truth().not());
            }
            return new Result(none instanceof Truth.No ? PrincipalMatch.NONE : PrincipalMatch.EVERYBODY, none);
        }
        Result best = NOBODY;
        for (PrincipalPattern pattern : element.patterns()) {
            Result next = one(pattern, principal);
            boolean surer = next.truth() instanceof Truth.Yes && !(best.truth() instanceof Truth.Yes);
            boolean asSure = next.truth() instanceof Truth.Yes == best.truth() instanceof Truth.Yes;
            if (surer || (asSure && next.match().compareTo(best.match()) > 0)) {
                best = next;
            }
        }
        return best;
    }

    private static Result one(PrincipalPattern pattern, Principal principal) {
        return switch (pattern) {
            case PrincipalPattern.Everyone ignored -> EVERYBODY;
            case PrincipalPattern.Account account ->
                result(PrincipalMatch.ACCOUNT, account.id().equals(principal.accountId()));
            case PrincipalPattern.Service service ->
                result(
                        PrincipalMatch.ITSELF,
                        principal instanceof Principal.Service(String name) && name.equals(service.name()));
            case PrincipalPattern.Federated federated ->
                result(
                        PrincipalMatch.ITSELF,
                        (principal instanceof Principal.Federated(String provider)
                                        && provider.equals(federated.provider()))
                                || (principal instanceof Principal.Service(String name)
                                        && name.equals(federated.provider())));
            case PrincipalPattern.CanonicalUser ignored -> NOBODY;
            case PrincipalPattern.Identity identity -> identity(identity.arn(), principal);
            // It may be anybody, in any of the ways.
            case PrincipalPattern.Unknown unknown ->
                new Result(PrincipalMatch.EVERYBODY, Truth.unknown(unknown.missing()));
        };
    }

    private static Result identity(String arn, Principal principal) {
        return switch (principal) {
            case Principal.Root root -> result(PrincipalMatch.ITSELF, arn.equals(root.arn()));
            case Principal.User user -> result(PrincipalMatch.ITSELF, arn.equals(user.arn()));
            // A role's ARN in a policy stands for its sessions, which boundaries and session policies limit.
            case Principal.Role role -> result(PrincipalMatch.ROLE_OF_SESSION, arn.equals(role.arn()));
            case Principal.RoleSession session ->
                arn.equals(session.arn())
                        ? result(PrincipalMatch.ITSELF, true)
                        : result(PrincipalMatch.ROLE_OF_SESSION, isRoleOf(arn, session));
            case Principal.FederatedUser user ->
                arn.equals(user.arn())
                        ? result(PrincipalMatch.ITSELF, true)
                        : result(PrincipalMatch.USER_OF_SESSION, isUserOf(arn, user));
            case Principal.Anonymous ignored -> NOBODY;
            case Principal.Service ignored -> NOBODY;
            case Principal.Federated ignored -> NOBODY;
        };
    }

    /** The ARN of a session has the name of the role, without its path. */
    private static boolean isRoleOf(String arn, Principal.RoleSession session) {
        Principal role = Principal.parse(arn);
        return role instanceof Principal.Role named
                && named.account().equals(session.account())
                && partition(arn).equals(partition(session.arn()))
                && lastName(arn).equals(session.role().toLowerCase(Locale.ROOT));
    }

    private static boolean isUserOf(String arn, Principal.FederatedUser session) {
        return Principal.parse(arn) instanceof Principal.User user
                && user.account().equals(session.account())
                && partition(arn).equals(partition(session.arn()))
                && lastName(arn).equals(session.user().toLowerCase(Locale.ROOT));
    }

    private static String partition(String arn) {
        return arn.split(":", 3)[1];
    }

    private static String lastName(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    private static Result result(PrincipalMatch match, boolean matches) {
        return matches ? new Result(match, Truth.YES) : NOBODY;
    }
}
