package dev.parapet.core.iam.escalation;

import dev.parapet.core.iam.account.Account;
import dev.parapet.core.iam.account.Identity;
import dev.parapet.core.iam.account.NamedPolicy;
import dev.parapet.core.iam.account.ProviderPolicies;
import dev.parapet.core.iam.policy.Policy;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An identity as it is, or as it would be after a step of a path, with what its policies say. */
final class Standing {
    /**
     * What became of an identity.
     *
     * @param full whether somebody gave it full access
     * @param unbounded whether somebody took its permissions boundary away
     * @param joined the place of a group that it joined; -1 where it joined none
     * @param version the version of a managed policy that somebody put in force; null where nobody did
     * @param tags the tags that it got
     * @param without the names of its policies that somebody took away
     */
    record Change(
            boolean full,
            boolean unbounded,
            int joined,
            @Nullable Version version,
            Map<String, String> tags,
            Set<String> without) {
        static final Change NONE = new Change(false, false, -1, null, Map.of(), Set.of());
        static final Change FULL = new Change(true, false, -1, null, Map.of(), Set.of());
        static final Change UNBOUNDED = new Change(false, true, -1, null, Map.of(), Set.of());

        static Change joined(int group) {
            return new Change(false, false, group, null, Map.of(), Set.of());
        }

        static Change version(String policy, int index) {
            return new Change(false, false, -1, new Version(policy, index), Map.of(), Set.of());
        }

        static Change tagged(Map<String, String> tags) {
            return new Change(false, false, -1, null, tags, Set.of());
        }

        static Change without(Set<String> policies) {
            return new Change(false, false, -1, null, Map.of(), policies);
        }

        Change and(Change other) {
            return new Change(
                    full || other.full,
                    unbounded || other.unbounded,
                    other.joined < 0 ? joined : other.joined,
                    other.version == null ? version : other.version,
                    other.tags.isEmpty() ? tags : other.tags,
                    Stream.concat(without.stream(), other.without.stream()).collect(Collectors.toUnmodifiableSet()));
        }

        /** The identity after it. */
        Identity of(Identity identity, Account account) {
            Identity changed = without.isEmpty() ? identity : identity.without(without, ofGroups(identity, account));
            if (version != null) {
                changed = changed.with(
                        version.policy(),
                        account.versions()
                                .getOrDefault(version.policy(), List.of())
                                .get(version.index()));
            }
            if (joined >= 0) {
                changed = changed.in(account.identities().get(joined));
            }
            if (full) {
                changed = changed.with(ProviderPolicies.ADMINISTRATOR);
            }
            if (unbounded) {
                changed = changed.unbounded();
            }
            return tags.isEmpty() ? changed : changed.tagged(tags);
        }
    }

    /** The policies of the groups of an identity. */
    static List<NamedPolicy> ofGroups(Identity identity, Account account) {
        return identity.groups().isEmpty()
                ? List.of()
                : account.identities().stream()
                        .filter(group -> identity.groups().contains(group.arn()))
                        .flatMap(group -> group.named().stream())
                        .toList();
    }

    /** A version of a managed policy that is not in force: its place among those that the account has of it. */
    record Version(String policy, int index) {}

    /**
     * The clauses that bear on one action.
     *
     * @param denies of its policies and of its boundary
     * @param limits what its boundary allows
     * @param bounded whether it has a boundary
     */
    record Relevant(List<Clause> allows, List<Clause> denies, List<Clause> limits, boolean bounded) {
        /** The same where something else allows the action, which a boundary doesn't limit. */
        Relevant allowedBy(List<Clause> others) {
            return new Relevant(others, denies, List.of(), false);
        }

        boolean any(Predicate<Clause> predicate) {
            return allows.stream().anyMatch(predicate)
                    || denies.stream().anyMatch(predicate)
                    || limits.stream().anyMatch(predicate);
        }
    }

    private final int place;
    private final Identity identity;
    private final Change change;
    private final List<Clause> clauses;
    private final List<Clause> boundary;
    private final List<String> regions;
    private final BitSet mentioned = new BitSet();
    private final Map<Integer, Relevant> relevant = new HashMap<>();

    /**
     * An identity.
     *
     * @param place its place in the account
     * @param identity the identity as it would be
     */
    Standing(int place, Identity identity, Change change, Clauses all) {
        this.place = place;
        this.identity = identity;
        this.change = change;
        this.clauses = clauses(identity.policies(), all);
        this.boundary = clauses(identity.boundaries(), all);
        clauses.stream().filter(Clause::allows).forEach(clause -> mentioned.or(clause.mayCover()));
        this.regions = Regions.toldApart(Stream.concat(clauses.stream(), boundary.stream()));
    }

    private static List<Clause> clauses(List<Policy> policies, Clauses all) {
        Set<Clause> distinct = new LinkedHashSet<>();
        policies.forEach(policy -> distinct.addAll(all.of(policy)));
        List<Clause> sorted = new ArrayList<>(distinct);
        sorted.sort(Comparator.comparingInt(Clause::number));
        return sorted;
    }

    int place() {
        return place;
    }

    Identity identity() {
        return identity;
    }

    Change change() {
        return change;
    }

    boolean isRole() {
        return identity.kind() == Identity.Kind.ROLE;
    }

    /** The actions that its policies allow on anything in any circumstances. */
    BitSet mentioned() {
        return mentioned;
    }

    /** Whether something stands against what its policies give. */
    boolean isRestricted() {
        return !identity.bounded().isEmpty() || clauses.stream().anyMatch(clause -> !clause.allows());
    }

    /** Regions of which its policies' conditions tell each from the others; empty where they ask for none. */
    List<String> regions() {
        return regions;
    }

    /** What bears on an action. */
    Relevant relevant(int action) {
        return relevant.computeIfAbsent(action, any -> {
            List<Clause> allows = new ArrayList<>();
            List<Clause> denies = new ArrayList<>();
            List<Clause> limits = new ArrayList<>();
            for (Clause clause : clauses) {
                if (clause.mayCover().get(action)) {
                    (clause.allows() ? allows : denies).add(clause);
                }
            }
            for (Clause clause : boundary) {
                if (clause.mayCover().get(action)) {
                    (clause.allows() ? limits : denies).add(clause);
                }
            }
            return new Relevant(allows, denies, limits, !identity.bounded().isEmpty());
        });
    }
}
