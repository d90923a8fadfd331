package dev.parapet.core.iam.escalation;

import dev.parapet.core.iam.account.Account;
import dev.parapet.core.iam.account.Identity;
import dev.parapet.core.iam.account.ProviderPolicies;
import dev.parapet.core.iam.evaluation.Truth;
import dev.parapet.core.knowledge.ActionTable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is administrator: whose policies allow all of IAM on every resource, after boundaries and denies. Who may do everything may do
 * that.
 */
final class Administrators {
    private final Account account;
    private final Access access;
    private final IdentityHashMap<Identity, Truth> directly = new IdentityHashMap<>();
    private final IdentityHashMap<Identity, Truth> withFullAccess = new IdentityHashMap<>();

    Administrators(Account account, Access access) {
        this.account = account;
        this.access = access;
    }

    /** Whether somebody is administrator by policies of its own. */
    Truth is(Identity who) {
        return directly.computeIfAbsent(who, this::allOfIam);
    }

    /** Whether somebody to whom full access is given may make administrators then: a boundary or a deny may stand against it. */
    Truth becomes(Identity who) {
        return withFullAccess.computeIfAbsent(who, identity -> {
            Identity full = identity.with(ProviderPolicies.ADMINISTRATOR);
            String anybody = "arn:aws:iam::" + account.id() + ":user/*";
            return access.all(
                            full,
                            List.of("iam:CreateUser", "iam:AttachUserPolicy", "iam:CreateAccessKey"),
                            anybody,
                            null,
                            Map.of("iam:PolicyARN", "arn:aws:iam::aws:policy/AdministratorAccess"))
                    .or(allOfIam(full));
        });
    }

    /** Whether somebody would be administrator without its permissions boundary. */
    Truth isUnbounded(Identity who) {
        return who.boundaries().isEmpty() ? Truth.NO : is(who.unbounded());
    }

    private Truth allOfIam(Identity who) {
        Truth all = Truth.YES;
        for (String kind : List.of("user", "role", "group", "policy")) {
            String unheardOf = "arn:aws:iam::" + account.id() + ":" + kind + "/~";
            for (ActionTable.Action action : ActionTable.standard().matching("iam:*")) {
                all = all.and(access.all(who, List.of(action.name()), unheardOf, null, Map.of()));
                if (all instanceof Truth.No) {
                    return all;
                }
            }
        }
        return all;
    }
}
