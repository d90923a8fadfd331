package dev.parapet.core.iam.escalation;

import dev.parapet.core.iam.account.Account;
import dev.parapet.core.iam.account.Identity;
import dev.parapet.core.iam.evaluation.Truth;
import dev.parapet.core.iam.policy.Policy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each identity can do to get ahead: every technique of the catalogue put to every target that it can be about. */
final class Moves {
    private final Account account;
    private final Access access;
    private final List<Technique> techniques;
    private final IdentityHashMap<Identity, List<Move>> known = new IdentityHashMap<>();

    Moves(Account account, Access access, List<Technique> techniques) {
        this.account = account;
        this.access = access;
        this.techniques = techniques;
    }

    /**
     * A technique that somebody can use.
     *
     * @param target whose access it gives, or who gets full access by it
     * @param on what to call the resource that serves for it; null when none does
     * @param truth whether it can be used
     */
    record Move(
            Technique technique, Identity target, @Nullable String on, Truth truth) {}

    /** The techniques that somebody can use or may be able to. */
    List<Move> of(Identity who) {
        List<Move> moves = known.get(who);
        if (moves == null) {
            moves = new ArrayList<>();
            Map<String, Boolean> mentioned = new HashMap<>();
            for (Technique technique : techniques) {
                if (!isConceivable(technique, who, mentioned)) {
                    continue;
                }
                for (Identity target : account.identities()) {
                    if (fits(technique.target(), who, target)) {
                        add(technique, who, target, moves);
                    }
                }
            }
            known.put(who, moves);
        }
        return moves;
    }

    /** Whether somebody's policies mention all that a technique needs; a trust policy may give what is needed of STS by itself. */
    private boolean isConceivable(Technique technique, Identity who, Map<String, Boolean> mentioned) {
        for (Technique.Need need : technique.needs()) {
            if (!need.action().startsWith("sts:")
                    && !mentioned.computeIfAbsent(need.action(), action -> access.isMentioned(who, action))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(Technique.Target target, Identity who, Identity candidate) {
        boolean self = candidate.arn().equals(who.arn());
        boolean fits = switch (target.who()) {
            case SELF -> self;
            case SELF_USER -> self && who.kind() == Identity.Kind.USER;
            case SELF_ROLE -> self && who.kind() == Identity.Kind.ROLE;
            case USER -> !self && candidate.kind() == Identity.Kind.USER;
            case ROLE -> !self && candidate.kind() == Identity.Kind.ROLE;
            case OWN_GROUP -> who.groups().contains(candidate.arn());
            case GROUP ->
                who.kind() == Identity.Kind.USER
                        && candidate.kind() == Identity.Kind.GROUP
                        && !who.groups().contains(candidate.arn());
        };
        return fits
                && (!target.instanceProfile() || candidate.hasInstanceProfile())
                && (!target.customerManaged() || !candidate.customerManaged().isEmpty());
    }

    private void add(Technique technique, Identity who, Identity target, List<Move> moves) {
        Truth trusted = technique.target().trusts().isEmpty() ? Truth.YES : Truth.NO;
        for (String service : technique.target().trusts()) {
            trusted = trusted.or(access.serviceAssumes(service, target));
        }
        if (trusted instanceof Truth.No) {
            return;
        }
        // who acts on a group of its own gets the access itself
        Identity gains = technique.target().who() == Technique.Who.OWN_GROUP ? who : target;
        Move best = null;
        for (Resource resource : resources(technique, target)) {
            Truth truth = trusted.and(resource.truth()).and(allowed(technique, who, target, resource.arn()));
            if (!(truth instanceof Truth.No) && (best == null || truth instanceof Truth.Yes)) {
                best = new Move(technique, gains, resource.name(), truth);
                if (truth instanceof Truth.Yes) {
                    break;
                }
            }
        }
        if (best != null) {
            moves.add(best);
        }
    }

    /** A resource that a technique may be about. */
    private record Resource(@Nullable String name, String arn, Truth truth) {}

    private List<Resource> resources(Technique technique, Identity target) {
        List<Resource> resources = new ArrayList<>();
        String service = technique.target().runs();
        String as = technique.target().as();
        if (service != null && as != null) {
            for (Account.Workload workload : account.workloads()) {
                if (workload.service().equals(service) && workload.role().equals(target.arn())) {
                    if (workload.arn().isEmpty()) {
                        resources.add(new Resource(null, placed(as), access.serviceAssumes(service, target)));
                    } else if (isOfKind(workload.arn(), as)) {
                        resources.add(new Resource(workload.name(), workload.arn(), Truth.YES));
                    }
                }
            }
        } else if (technique.target().customerManaged()) {
            target.customerManaged().forEach(arn -> resources.add(new Resource(arn, arn, Truth.YES)));
        } else {
            resources.add(new Resource(null, "*", Truth.YES));
        }
        return resources;
    }

    /** Whether an ARN is of the same service and type of resource as another. */
    private static boolean isOfKind(String arn, String as) {
        String[] parts = arn.split(":", 6);
        String[] kind = as.split(":", 6);
        return parts.length == 6
                && parts[2].equals(kind[2])
                && parts[5].startsWith(kind[5].substring(0, kind[5].indexOf('*')));
    }

    private Truth allowed(Technique technique, Identity who, Identity target, String resource) {
        List<String> services = technique.target().passedTo();
        if (services.isEmpty()) {
            return allowed(technique, who, target, resource, technique.with());
        }
        Truth any = Truth.NO;
        for (String service : services) {
            Map<String, String> with = new HashMap<>(technique.with());
            with.put("iam:PassedToService", service);
            any = any.or(allowed(technique, who, target, resource, with));
        }
        return any;
    }

    private Truth allowed(
            Technique technique, Identity who, Identity target, String resource, Map<String, String> with) {
        Map<String, List<String>> together = new LinkedHashMap<>();
        Truth all = Truth.YES;
        for (Technique.Need need : technique.needs()) {
            String on = on(need, who, target, resource);
            if (need.action().startsWith("sts:")) {
                Policy trust = target.trust();
                all = trust == null || !Access.trustsIdentities(target)
                        ? Truth.NO
                        : all.and(access.all(who, List.of(need.action()), on, trust, with));
            } else if (need.on().equals("*")) {
                all = all.and(access.all(who, List.of(need.action()), on, null, with));
            } else {
                together.computeIfAbsent(on, arn -> new ArrayList<>()).add(need.action());
            }
            if (all instanceof Truth.No) {
                return all;
            }
        }
        for (Map.Entry<String, List<String>> entry : together.entrySet()) {
            all = all.and(access.all(who, entry.getValue(), entry.getKey(), null, with));
            if (all instanceof Truth.No) {
                return all;
            }
        }
        return all;
    }

    private String on(Technique.Need need, Identity who, Identity target, String resource) {
        return switch (need.on()) {
            case "target" -> target.arn();
            case "self" -> who.arn();
            case "policy", "workload" -> resource;
            default -> placed(need.on());
        };
    }

    private String placed(String arn) {
        return arn.replace("{account}", account.id());
    }
}
