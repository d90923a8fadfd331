package dev.parapet.core.iam.lint;

import dev.parapet.core.iam.policy.Effect;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.policy.PrincipalPattern;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.policy.Version;
import dev.parapet.core.iam.space.Exposure;
import java.util.List;
import java.util.Set;

/**
 * Principals that match nobody, and services that act for strangers (<a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html">The confused deputy problem</a>).
 */
final class PrincipalChecks {
    private PrincipalChecks() {}

    static void check(Statement statement, PolicyLint lint) {
        if (statement.principal() == null) {
            return;
        }
        boolean service = false;
        for (PrincipalPattern pattern : statement.principal().patterns()) {
            service |= pattern instanceof PrincipalPattern.Service;
            String text = switch (pattern) {
                case PrincipalPattern.Identity(String arn) -> arn;
                case PrincipalPattern.Service(String name) -> name;
                case PrincipalPattern.Federated(String provider) -> provider;
                case PrincipalPattern.Everyone ignored -> "";
                case PrincipalPattern.Account ignored -> "";
                case PrincipalPattern.CanonicalUser ignored -> "";
                case PrincipalPattern.Unknown ignored -> "";
            };
            if (text.indexOf('*') >= 0 || text.indexOf('?') >= 0) {
                lint.tell(
                        Check.PRINCIPAL_WILDCARD,
                        "'" + PolicyLint.shown(text)
                                + "' matches nobody, as wildcards mean nothing within a principal; name the principal, or use \"*\" with a condition on aws:PrincipalArn",
                        statement.span());
            }
        }
        if (service && statement.effect() == Effect.ALLOW) {
            deputies(statement, lint);
        }
    }

    private static void deputies(Statement statement, PolicyLint lint) {
        Policy alone = new Policy(Version.V2012, null, List.of(statement), statement.span());
        for (Exposure.Grant grant : Exposure.of(List.of(alone), new Exposure.Inside(Set.of(), Set.of()))
                .grants()) {
            if (grant.outsider() == Exposure.Outsider.SERVICE) {
                lint.tell(
                        Check.CONFUSED_DEPUTY,
                        PolicyLint.name(statement) + " lets " + grant.name()
                                + " act for resources of any account; add a condition on aws:SourceArn or aws:SourceAccount",
                        statement.span());
            }
        }
    }
}
