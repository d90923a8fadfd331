package dev.parapet.core.iam.compiled;

import dev.parapet.core.iam.policy.Element;
import dev.parapet.core.iam.policy.PrincipalPattern;
import dev.parapet.core.iam.request.Principal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A {@code Principal} or {@code NotPrincipal} element with its ARNs taken apart. */
final class PrincipalMatcher {
    /** Nobody is named. */
    static final int NONE = 0;
    /** The principal's account is. */
    static final int ACCOUNT = 1;
    /** The role or the user behind a session is. */
    static final int BEHIND = 2;
    /** The principal is. */
    static final int ITSELF = 3;
    /** Everybody is. */
    static final int EVERYBODY = 4;
    /** How many ways there are. */
    static final int WAYS = 5;

    private final boolean negated;
    private final Named[] named;

    /** What was named, and how sure that is, in one number: the way, and {@link Three} above it. */
    static int result(int way, byte sure) {
        return way | sure << 3;
    }

    static int way(int result) {
        return result & 7;
    }

    static byte sure(int result) {
        return (byte) (result >> 3);
    }

    static final int ALL = result(EVERYBODY, Three.YES);
    static final int NOBODY = result(NONE, Three.NO);

    private record Named(PrincipalPattern pattern, @Nullable Principal behind, String partition, String lastName) {
        static Named of(PrincipalPattern pattern) {
            if (!(pattern instanceof PrincipalPattern.Identity(String arn))) {
                return new Named(pattern, null, "", "");
            }
            Principal behind = Principal.parse(arn);
            return new Named(
                    pattern,
                    behind,
                    behind == null ? "" : partition(arn),
                    arn.substring(arn.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
        }

        private static String partition(String arn) {
            int first = arn.indexOf(':');
            int second = arn.indexOf(':', first + 1);
            return second < 0 ? "" : arn.substring(first + 1, second);
        }
    }

    PrincipalMatcher(Element<PrincipalPattern> element) {
        negated = element.negated();
        named = new Named[element.patterns().size()];
        for (int i = 0; i < named.length; i++) {
            named[i] = Named.of(element.patterns().get(i));
        }
    }

    int match(Circumstances asked) {
        int best = NOBODY;
        byte none = Three.YES;
        for (Named each : named) {
            int next = one(each, asked);
            if (negated) {
                none = Three.and(none, Three.not(sure(next)));
            } else if (better(next, best)) {
                best = next;
            }
        }
        return negated ? none == Three.NO ? NOBODY : result(EVERYBODY, none) : best;
    }

    /** What is certain comes before what is not, then what names the principal more closely. */
    private static boolean better(int next, int best) {
        boolean certain = sure(next) == Three.YES;
        return certain == (sure(best) == Three.YES) ? way(next) > way(best) : certain;
    }

    private static int one(Named each, Circumstances asked) {
        return switch (each.pattern()) {
            case PrincipalPattern.Everyone ignored -> ALL;
            case PrincipalPattern.Account(String id) -> result(ACCOUNT, id.equals(asked.account));
            case PrincipalPattern.Service(String name) ->
                result(ITSELF, asked.principal instanceof Principal.Service(String service) && service.equals(name));
            case PrincipalPattern.Federated(String provider) ->
                result(
                        ITSELF,
                        switch (asked.principal) {
                            case Principal.Federated(String own) -> own.equals(provider);
                            case Principal.Service(String service) -> service.equals(provider);
                            default -> false;
                        });
            case PrincipalPattern.CanonicalUser ignored -> NOBODY;
            // It may be anybody, in any of the ways.
            case PrincipalPattern.Unknown ignored -> result(EVERYBODY, Three.UNKNOWN);
            case PrincipalPattern.Identity(String arn) -> identity(each, arn, asked.principal);
        };
    }

    private static int identity(Named each, String arn, Principal principal) {
        return switch (principal) {
            case Principal.Root(String own, String account) -> result(ITSELF, own.equals(arn));
            case Principal.User(String own, String account) -> result(ITSELF, own.equals(arn));
            case Principal.Role(String own, String account) -> result(BEHIND, own.equals(arn));
            case Principal.RoleSession(String own, String account, String role) ->
                own.equals(arn)
                        ? result(ITSELF, Three.YES)
                        : result(
                                BEHIND,
                                each.behind() instanceof Principal.Role(String roleArn, String roleAccount)
                                        && roleAccount.equals(account)
                                        && role.equalsIgnoreCase(each.lastName())
                                        && own.startsWith(each.partition() + ":", 4));
            case Principal.FederatedUser(String own, String account, String user) ->
                own.equals(arn)
                        ? result(ITSELF, Three.YES)
                        : result(
                                BEHIND,
                                each.behind() instanceof Principal.User(String userArn, String userAccount)
                                        && userAccount.equals(account)
                                        && user.equalsIgnoreCase(each.lastName())
                                        && own.startsWith(each.partition() + ":", 4));
            case Principal.Anonymous ignored -> NOBODY;
            case Principal.Service ignored -> NOBODY;
            case Principal.Federated ignored -> NOBODY;
        };
    }

    private static int result(int way, boolean is) {
        return is ? result(way, Three.YES) : NOBODY;
    }
}
