package dev.parapet.core.iam.escalation;

import dev.parapet.core.iam.account.Account;
import dev.parapet.core.iam.account.Identity;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The identities that a technique can be about, whatever anybody may do. */
final class Candidates {
    private final List<Identity> identities;
    private final BitSet roles = new BitSet();
    private final BitSet users = new BitSet();
    private final BitSet groups = new BitSet();
    private final BitSet permissionSets;
    private final BitSet instances;
    private final BitSet managed;
    private final BitSet bounded;
    private final Map<String, Integer> places = new HashMap<>();

    Candidates(Account account) {
        this.identities = account.identities();
        for (int i = 0; i < identities.size(); i++) {
            Identity identity = identities.get(i);
            places.putIfAbsent(identity.arn(), i);
            switch (identity.kind()) {
                case ROLE -> roles.set(i, !isProtected(identity.arn()));
                case USER -> users.set(i);
                case GROUP -> groups.set(i);
            }
        }
        this.permissionSets = those(identity -> identity.arn().contains(":role/aws-reserved/sso.amazonaws.com/"));
        this.instances = those(Identity::hasInstanceProfile);
        this.managed = those(identity -> !identity.customerManaged().isEmpty());
        this.bounded = those(identity -> !identity.bounded().isEmpty());
    }

    private BitSet those(Predicate<Identity> are) {
        BitSet those = new BitSet();
        for (int i = 0; i < identities.size(); i++) {
            those.set(i, are.test(identities.get(i)));
        }
        return those;
    }

    /**
     * Whether only a service can change a role, and nobody can pass it: service-linked roles (<a
     * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html">Create a service-linked
     * role</a>) and those of IAM Identity Center (<a
     * href="https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html">Referencing permission sets</a>).
     */
    private static boolean isProtected(String arn) {
        return arn.contains(":role/aws-service-role/") || arn.contains(":role/aws-reserved/");
    }

    /** The place of the identity that an ARN names; -1 when there is none. */
    int place(String arn) {
        return places.getOrDefault(arn, -1);
    }

    /** The places of those that a technique can be about when somebody uses it. */
    BitSet of(Technique.Target target, Standing who) {
        BitSet fit = new BitSet();
        switch (target.who()) {
            case SELF -> fit.set(who.place());
            case SELF_USER -> fit.set(who.place(), users.get(who.place()));
            case SELF_ROLE -> fit.set(who.place(), roles.get(who.place()));
            case SELF_PERMISSION_SET -> fit.set(who.place(), permissionSets.get(who.place()));
            case PERMISSION_SET -> others(permissionSets, who, fit);
            case USER -> others(users, who, fit);
            case ROLE -> others(roles, who, fit);
            case ANY_GROUP -> fit.or(groups);
            case OWN_GROUP -> own(who, fit);
            case GROUP -> {
                if (users.get(who.place())) {
                    own(who, fit);
                    fit.flip(0, identities.size());
                    fit.and(groups);
                }
            }
        }
        if (target.instanceProfile()) {
            fit.and(instances);
        }
        if (target.customerManaged()) {
            fit.and(managed);
        }
        if (target.bounded()) {
            fit.and(bounded);
        }
        return fit;
    }

    private static void others(BitSet all, Standing who, BitSet into) {
        into.or(all);
        into.clear(who.place());
    }

    private void own(Standing who, BitSet into) {
        for (String group : who.identity().groups()) {
            int place = place(group);
            if (place >= 0) {
                into.set(place);
            }
        }
    }
}
