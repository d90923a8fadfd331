package dev.parapet.core.iam.access;

import dev.parapet.core.iam.account.Account;
import dev.parapet.core.iam.account.Identity;
import dev.parapet.core.iam.account.NamedPolicy;
import dev.parapet.core.iam.account.ProviderPolicies;
import dev.parapet.core.iam.policy.Effect;
import dev.parapet.core.iam.policy.Element;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.policy.PrincipalPattern;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.request.Principal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Those whom the policy of a resource names and who are in no account that is known. */
final class NamedPrincipals {
    /** An account that stands for any; the number is nobody's. */
    private static final String STRANGER = "999999999999";

    private final Directory directory;
    private final Set<String> unknown;
    private final Map<String, Asker> askers = new LinkedHashMap<>();

    /**
     * Those whom a policy names.
     *
     * @param unknown takes those of whom nothing is known
     */
    NamedPrincipals(Directory directory, @Nullable Policy policy, Set<String> unknown) {
        this.directory = directory;
        this.unknown = unknown;
        if (policy != null) {
            for (Statement statement : policy.statements()) {
                Element<PrincipalPattern> principal = statement.principal();
                if (statement.effect() == Effect.ALLOW && principal != null) {
                    if (principal.negated()) {
                        everybody();
                    } else {
                        principal.patterns().forEach(this::add);
                    }
                }
            }
        }
    }

    List<Asker> askers() {
        return new ArrayList<>(askers.values());
    }

    private void add(PrincipalPattern pattern) {
        switch (pattern) {
            case PrincipalPattern.Everyone ignored -> everybody();
            case PrincipalPattern.Account(String id) -> {
                if (directory.accounts().stream()
                        .noneMatch(account -> account.id().equals(id))) {
                    put("account " + id, new Principal.Root("arn:aws:iam::" + id + ":root", id), List.of());
                }
            }
            case PrincipalPattern.Identity(String arn) -> {
                Asker asker = isKnown(arn) ? null : directory.elsewhere(arn);
                if (asker != null) {
                    askers.putIfAbsent(asker.name(), asker);
                }
            }
            case PrincipalPattern.Service(String name) -> put(name, new Principal.Service(name), List.of());
            case PrincipalPattern.Federated(String provider) ->
                put(provider, new Principal.Federated(provider), List.of());
            case PrincipalPattern.CanonicalUser(String id) -> unknown.add("canonical user " + id);
            case PrincipalPattern.Unknown(String missing) -> unknown.add(missing);
        }
    }

    /** Anybody without credentials, and anybody with some: conditions may tell them apart. */
    private void everybody() {
        put("anonymous", new Principal.Anonymous(), List.of());
        put(
                "any account",
                new Principal.User("arn:aws:iam::" + STRANGER + ":user/anybody", STRANGER),
                List.of(new NamedPolicy("its own policies", ProviderPolicies.ADMINISTRATOR)));
    }

    private void put(String name, Principal principal, List<NamedPolicy> policies) {
        askers.putIfAbsent(name, new Asker(name, principal, policies, List.of(), null));
    }

    private boolean isKnown(String arn) {
        for (Account account : directory.accounts()) {
            for (Identity identity : account.identities()) {
                if (identity.arn().equals(arn)) {
                    return true;
                }
            }
        }
        return false;
    }
}
