package dev.parapet.core.iam.escalation;

import dev.parapet.core.iam.account.Account;
import dev.parapet.core.iam.account.Identity;
import dev.parapet.core.iam.policy.Effect;
import dev.parapet.core.iam.policy.PrincipalPattern;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.request.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Other accounts that are let into roles which are or can become administrator: what anybody may do there is not known. */
public final class Outsiders {
    private Outsiders() {}

    /** A sentence for each such role, in the order of the account. */
    public static List<String> notes(Account account, List<Escalation> escalations) {
        Map<String, Escalation.Administrator> administrators = new HashMap<>();
        escalations.forEach(escalation -> administrators.put(escalation.principal(), escalation.administrator()));
        List<String> notes = new ArrayList<>();
        for (Identity role : account.identities()) {
            boolean can = switch (administrators.getOrDefault(role.name(), Escalation.Administrator.NO)) {
                case DIRECT, REACHABLE -> true;
                case NO, UNDETERMINED -> false;
            };
            Set<String> others = can ? others(role, account.id()) : Set.of();
            if (!others.isEmpty()) {
                notes.add(role.name() + " trusts " + String.join(", ", others)
                        + "; who may assume it from there is not known");
            }
        }
        return notes;
    }

    private static Set<String> others(Identity role, String own) {
        Set<String> others = new TreeSet<>();
        List<Statement> statements =
                role.trust() == null ? List.of() : role.trust().statements();
        for (Statement statement : statements) {
            if (statement.effect() == Effect.ALLOW
                    && statement.principal() != null
                    && !statement.principal().negated()) {
                for (PrincipalPattern pattern : statement.principal().patterns()) {
                    String account = account(pattern);
                    if (!account.isEmpty() && !account.equals(own)) {
                        others.add("account " + account);
                    }
                }
            }
        }
        return others;
    }

    /** The account of somebody whom a policy names; empty where it names nobody of an account. */
    private static String account(PrincipalPattern pattern) {
        return switch (pattern) {
            case PrincipalPattern.Account account -> account.id();
            case PrincipalPattern.Identity identity -> {
                Principal principal = Principal.parse(identity.arn());
                String account = principal == null ? null : principal.accountId();
                yield account == null ? "" : account;
            }
            case PrincipalPattern.Everyone ignored -> "";
            case PrincipalPattern.Service ignored -> "";
            case PrincipalPattern.Federated ignored -> "";
            case PrincipalPattern.CanonicalUser ignored -> "";
            case PrincipalPattern.Unknown ignored -> "";
        };
    }
}
