package dev.parapet.core.iam.escalation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One way to get more access than one was given.
 *
 * @param id its name
 * @param title what is done, one sentence without a full stop
 * @param sameAs its ids in other lists, such as {@code pathfinding:lambda-001}
 * @param sources where it is described
 * @param onlyIf what else must be so, which nobody can tell from policies; null when nothing must
 * @param target whom it is about
 * @param needs what must be allowed, in the order in which it is done
 * @param with condition keys that the one who does it chooses, with the values that serve
 * @param gain what comes of it
 * @param reaches an example of statements that suffice, as the catalogue writes them
 * @param misses an example of statements that nearly do
 */
public record Technique(
        String id,
        String title,
        List<String> sameAs,
        List<String> sources,
        @Nullable String onlyIf,
        Target target,
        List<Need> needs,
        Map<String, List<String>> with,
        Gain gain,
        List<Map<String, Object>> reaches,
        List<Map<String, Object>> misses) {
    public Technique {
        sameAs = List.copyOf(sameAs);
        sources = List.copyOf(sources);
        needs = List.copyOf(needs);
        with = Map.copyOf(with);
        reaches = List.copyOf(reaches);
        misses = List.copyOf(misses);
    }

    /** What somebody gets. */
    public enum Gain {
        /** All that the target may do. */
        TARGET,
        /** Full access for the target, as far as its boundary and denies let it. */
        ADMINISTRATOR,
        /** What the target's policies allow without its permissions boundary. */
        UNBOUNDED,
        /** Somebody new who is administrator. */
        ANYBODY,
        /** What the policies allow without those of one's own that deny something. */
        UNDENIED,
        /** What another version of a managed policy of the one who does it allows. */
        VERSION,
        /** What the policies allow to one with the tags for which they ask. */
        TAGS,
        /** Full access for the target, which is of use to who can get hold of the target by another technique. */
        STRENGTH
    }

    /** Whom a technique is about. */
    public enum Who {
        /** The one who does it, being a user. */
        SELF_USER,
        /** The one who does it, being a role. */
        SELF_ROLE,
        /** The one who does it, whatever it is. */
        SELF,
        /** Another user. */
        USER,
        /** Another role. */
        ROLE,
        /** The one who does it, being a role that IAM Identity Center made of a permission set. */
        SELF_PERMISSION_SET,
        /** Another role that IAM Identity Center made of a permission set. */
        PERMISSION_SET,
        /** A group. */
        ANY_GROUP,
        /** A group of the user who does it. */
        OWN_GROUP,
        /** A group that the user who does it is not in. */
        GROUP
    }

    /** The actions that must be allowed, in the order in which they are used. */
    public List<String> permissions() {
        return needs.stream().filter(need -> !need.undenied()).map(Need::action).toList();
    }

    /** Whether it gets hold of a role by something that runs as it. */
    boolean isByService() {
        return gain == Gain.TARGET && (!target.trusts().isEmpty() || target.runs() != null);
    }

    /**
     * The target of a technique.
     *
     * @param who what it is
     * @param trusts the services one of which must be able to assume the role; empty when none must
     * @param passedTo the services to one of which the role is passed; empty when it is passed to none
     * @param runs the service in which something runs as the role; null when nothing needs to
     * @param as the ARN of what runs, {@code *} and {@code {account}} standing for what is not known
     * @param instanceProfile whether the role must be in an instance profile
     * @param customerManaged whether it must have a managed policy of the account
     * @param bounded whether it must have a permissions boundary
     * @param byName whether policies count only that name the service of the actions: few accounts have it
     */
    public record Target(
            Who who,
            List<String> trusts,
            List<String> passedTo,
            @Nullable String runs,
            @Nullable String as,
            boolean instanceProfile,
            boolean customerManaged,
            boolean bounded,
            boolean byName) {
        public Target {
            trusts = List.copyOf(trusts);
            passedTo = List.copyOf(passedTo);
        }
    }

    /**
     * An action that must be allowed.
     *
     * @param action the action
     * @param on {@code target}, {@code policy} (a managed policy of the target), {@code workload} (what runs as the target), {@code self},
     *     {@code *} (any resource, another for each action), or the ARN of any resource that will do for all actions on it
     * @param undenied whether it is enough that nothing denies it outright, as the resource's own policy allows it by then
     */
    public record Need(String action, String on, boolean undenied) {
        /** Whether it is to assume a role, about which the trust policy of the role has its say. */
        boolean isAssumption() {
            return !undenied && action.equals("sts:AssumeRole");
        }
    }
}
