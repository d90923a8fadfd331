package dev.parapet.core.iam.escalation;

import dev.parapet.core.iam.account.Account;
import dev.parapet.core.iam.account.Identity;
import dev.parapet.core.iam.policy.Effect;
import dev.parapet.core.iam.policy.PrincipalPattern;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.value.Arn;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What runs as the roles of an account, by the service in which it does. */
final class Workloads {
    private final Map<String, BitSet> unnamed = new HashMap<>();
    private final Map<String, List<Account.Workload>> named = new HashMap<>();

    Workloads(Account account, Candidates candidates) {
        List<Account.Workload> all = new ArrayList<>(account.workloads());
        account.identities().forEach(role -> all.addAll(sessions(role)));
        for (Account.Workload workload : all) {
            int role = candidates.place(workload.role());
            if (role >= 0 && workload.arn().isEmpty()) {
                unnamed.computeIfAbsent(workload.service(), service -> new BitSet())
                        .set(role);
            } else if (role >= 0) {
                named.computeIfAbsent(workload.service(), service -> new ArrayList<>())
                        .add(workload);
            }
        }
    }

    /**
     * The sessions of a role for whom an identity provider of the account vouches by SAML. Conditions on what an assertion says don't
     * count: who writes it can say that.
     */
    private static List<Account.Workload> sessions(Identity role) {
        List<Account.Workload> sessions = new ArrayList<>();
        List<Statement> statements =
                role.trust() == null ? List.of() : role.trust().statements();
        for (Statement statement : statements) {
            if (statement.effect() == Effect.ALLOW
                    && statement.principal() != null
                    && !statement.principal().negated()
                    && statement.conditions().stream()
                            .allMatch(condition -> condition.key().startsWith("saml:"))) {
                for (PrincipalPattern pattern : statement.principal().patterns()) {
                    if (pattern instanceof PrincipalPattern.Federated(String provider)
                            && provider.contains(":saml-provider/")) {
                        sessions.add(new Account.Workload("saml-provider", provider, provider, role.arn()));
                    }
                }
            }
        }
        return sessions;
    }

    /** The places of the roles as which something runs of which only the service is known. */
    BitSet unnamed(String service) {
        return unnamed.getOrDefault(service, new BitSet());
    }

    /** What runs in a service and is of the type of resource that an ARN names, as far as its ARN is known. */
    List<Account.Workload> named(String service, String as) {
        return named.getOrDefault(service, List.of()).stream()
                .filter(workload -> isOfKind(workload.arn(), as))
                .toList();
    }

    private static boolean isOfKind(String arn, String as) {
        Arn parts = Arn.parse(arn);
        Arn kind = Arn.parse(as);
        return parts != null
                && kind != null
                && parts.service().equals(kind.service())
                && parts.resource()
                        .startsWith(kind.resource()
                                .substring(0, Math.max(0, kind.resource().indexOf('*'))));
    }
}
