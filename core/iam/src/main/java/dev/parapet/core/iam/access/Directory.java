package dev.parapet.core.iam.access;

import dev.parapet.core.graph.name.TextShape;
import dev.parapet.core.iam.account.Account;
import dev.parapet.core.iam.account.AccountResource;
import dev.parapet.core.iam.account.Identity;
import dev.parapet.core.iam.account.NamedPolicy;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.request.ContextValue;
import dev.parapet.core.iam.request.Principal;
import dev.parapet.core.iam.value.Arn;
import dev.parapet.core.knowledge.NearestText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds those who ask, and what they ask for, by the names that people give them. */
public final class Directory {
    private final List<Account> accounts;
    private final List<NamedPolicy> identityPolicies;
    private final @Nullable Policy resourcePolicy;

    /**
     * A directory.
     *
     * @param accounts the accounts that are known
     * @param identityPolicies identity policies by themselves, which count for whoever asks
     * @param resourcePolicy the policy of whatever is asked for; null when there is none by itself
     */
    public Directory(List<Account> accounts, List<NamedPolicy> identityPolicies, @Nullable Policy resourcePolicy) {
        this.accounts = List.copyOf(accounts);
        this.identityPolicies = List.copyOf(identityPolicies);
        this.resourcePolicy = resourcePolicy;
    }

    /**
     * What came of looking for something.
     *
     * @param <T> what was looked for
     */
    public sealed interface Found<T> {
        /** It is there. */
        record One<T>(T one) implements Found<T> {}

        /**
         * It is not.
         *
         * @param names what there is, the nearest first
         */
        record None<T>(List<String> names) implements Found<T> {
            public None {
                names = List.copyOf(names);
            }
        }

        /**
         * Several have the name.
         *
         * @param names what each can be called to tell them apart
         */
        record Several<T>(List<String> names) implements Found<T> {
            public Several {
                names = List.copyOf(names);
            }
        }
    }

    /** Several policies of one resource as one; null for none. */
    public static @Nullable Policy joined(List<Policy> policies) {
        List<Statement> statements = new ArrayList<>();
        policies.forEach(policy -> statements.addAll(policy.statements()));
        return policies.isEmpty()
                ? null
                : new Policy(
                        policies.getFirst().version(),
                        null,
                        statements,
                        policies.getFirst().span());
    }

    /**
     * The question whether somebody may do something. Whoever has only policies by themselves, and no account, counts as being of the
     * account that owns the resource.
     */
    public Inquiry inquiry(Asker asker, String action, Target target, Map<String, ContextValue> context) {
        Asker who = asker;
        if (accounts.isEmpty()
                && target.owner() != null
                && asker.principal() instanceof Principal.User user
                && user.account().equals(Account.UNKNOWN)) {
            Principal own = new Principal.User(user.arn().replace(Account.UNKNOWN, target.owner()), target.owner());
            who = new Asker(asker.name(), own, asker.policies(), asker.boundaries(), asker.tags());
        }
        return new Inquiry(who, action, target, context);
    }

    /** All who are known, in a stable order. */
    public List<Asker> askers() {
        List<Asker> askers = new ArrayList<>();
        for (Account account : accounts) {
            for (Identity identity : account.identities()) {
                askers.add(Asker.of(identity, account));
            }
        }
        return askers;
    }

    /** The accounts that are known. */
    public List<Account> accounts() {
        return accounts;
    }

    /**
     * Finds who asks: an identity by its address, its ARN or its name; what runs as a role by its address; a service, an identity
     * provider, a session or an account by its own name; {@code anonymous}.
     */
    public Found<Asker> asker(String name) {
        Map<String, Asker> found = new LinkedHashMap<>();
        for (Predicate<Identity> way : List.<Predicate<Identity>>of(
                identity ->
                        identity.name().equals(name) || shown(identity.arn()).equals(name),
                identity -> lastName(identity.arn()).equals(name)
                        || resourcePart(identity.arn()).equals(name))) {
            if (found.isEmpty()) {
                for (Account account : accounts) {
                    account.identities().stream()
                            .filter(way)
                            .forEach(one -> found.putIfAbsent(one.name() + one.arn(), Asker.of(one, account)));
                    if (found.isEmpty()) {
                        workload(name, account, found);
                    }
                }
            }
        }
        if (found.size() > 1) {
            return new Found.Several<>(found.values().stream()
                    .map(asker -> shown(asker.principal().text()))
                    .toList());
        }
        Asker asker =
                found.isEmpty() ? elsewhere(name) : found.values().iterator().next();
        return asker == null
                ? new Found.None<>(NearestText.sorted(name, askerNames()))
                : new Found.One<>(asker.with(identityPolicies));
    }

    private static void workload(String name, Account account, Map<String, Asker> found) {
        for (Account.Workload workload : account.workloads()) {
            if (workload.name().equals(name)) {
                for (Identity identity : account.identities()) {
                    if (identity.arn().equals(workload.role())) {
                        found.putIfAbsent(identity.name() + identity.arn(), Asker.of(identity, account));
                    }
                }
                if (found.isEmpty()) {
                    Principal role = Principal.parse(workload.role());
                    Asker unknown =
                            Asker.unknown(role == null ? new Principal.Role(workload.role(), account.id()) : role);
                    found.put(name, unknown);
                }
            }
        }
    }

    /** Somebody who is in no account that is known. */
    @Nullable
    Asker elsewhere(String name) {
        Principal principal = Principal.parse(name);
        if (principal == null && accounts.isEmpty() && (!identityPolicies.isEmpty() || resourcePolicy != null)) {
            Principal unnamed =
                    new Principal.User("arn:aws:iam::" + Account.UNKNOWN + ":user/" + name, Account.UNKNOWN);
            return new Asker(name, unnamed, List.of(), List.of(), null);
        }
        return switch (principal) {
            case null -> null;
            case Principal.Anonymous one -> Asker.withoutPolicies(one);
            case Principal.Service one -> Asker.withoutPolicies(one);
            case Principal.Federated one -> Asker.withoutPolicies(one);
            case Principal.Root one -> Asker.withoutPolicies(one);
            case Principal.RoleSession session -> session(session);
            case Principal.User one -> stranger(one);
            case Principal.Role one -> stranger(one);
            case Principal.FederatedUser one -> stranger(one);
        };
    }

    /** Policies by themselves are those of whoever asks; without them nothing is known of a stranger's. */
    private Asker stranger(Principal principal) {
        return identityPolicies.isEmpty() ? Asker.unknown(principal) : Asker.withoutPolicies(principal);
    }

    private Asker session(Principal.RoleSession session) {
        for (Account account : accounts) {
            for (Identity identity : account.identities()) {
                if (identity.kind() == Identity.Kind.ROLE
                        && account.id().equals(session.account())
                        && lastName(identity.arn()).equals(session.role())) {
                    Asker role = Asker.of(identity, account);
                    return new Asker(session.arn(), session, role.policies(), role.boundaries(), role.tags());
                }
            }
        }
        return stranger(session);
    }

    private Set<String> askerNames() {
        Set<String> names = new TreeSet<>();
        for (Account account : accounts) {
            account.identities().forEach(identity -> names.add(identity.name()));
            account.workloads().stream()
                    .map(Account.Workload::name)
                    .filter(name -> !name.isEmpty())
                    .forEach(names::add);
        }
        return names;
    }

    /**
     * Finds what is asked for: an ARN, {@code *}, the address of a resource, {@code Address.Arn}, or either with what stands behind it
     * ({@code Bucket/reports/*}).
     *
     * @param action what is to be done, by which it shows whether the resource itself is meant or what is in it
     */
    public Found<Target> target(String name, @Nullable String action) {
        if (name.equals("*")) {
            return new Found.One<>(new Target(name, null, null, resourcePolicy));
        }
        if (name.startsWith("arn:")) {
            return new Found.One<>(target(name));
        }
        int end = Math.min(place(name, '/'), place(name, ':'));
        String address = name.substring(0, end).replaceFirst("\\.Arn$", "");
        String behind = name.substring(end);
        Map<String, Target> found = new LinkedHashMap<>();
        for (Account account : accounts) {
            for (AccountResource resource : account.resources()) {
                if (resource.name().equals(address) || lastName(resource.arn()).equals(address)) {
                    String arn = resource.arn()
                            + (behind.isEmpty() && action != null ? ResourceKinds.inside(resource, action) : behind);
                    found.put(resource.name(), new Target(arn, resource, account.id(), policy(resource)));
                }
            }
        }
        if (found.containsKey(address)) {
            return new Found.One<>(found.get(address));
        }
        return switch (found.size()) {
            case 0 -> new Found.None<>(NearestText.sorted(name, resourceNames()));
            case 1 -> new Found.One<>(found.values().iterator().next());
            default -> new Found.Several<>(List.copyOf(found.keySet()));
        };
    }

    /** What is known of an ARN. */
    Target target(String arn) {
        for (Account account : accounts) {
            AccountResource resource = account.resource(arn);
            if (resource != null) {
                // In a list of authorizations only roles have a policy that is known.
                boolean known = account.hasResourcePolicies() || resource.policy() != null;
                return new Target(arn, known ? resource : null, account.id(), policy(resource));
            }
        }
        Arn parts = Arn.parse(arn);
        // The account "aws" of a managed policy is the provider's own; whoever may read it is told by identity
        // policies.
        String owner = parts != null && parts.account().matches("[0-9]{12}") ? parts.account() : null;
        return new Target(arn, null, owner, resourcePolicy);
    }

    private @Nullable Policy policy(AccountResource resource) {
        return resource.policy() == null ? resourcePolicy : resource.policy();
    }

    private Set<String> resourceNames() {
        Set<String> names = new TreeSet<>();
        accounts.forEach(account -> account.resources().forEach(resource -> names.add(resource.name())));
        return names;
    }

    private static int place(String text, char sought) {
        int at = text.indexOf(sought);
        return at < 0 ? text.length() : at;
    }

    private static String shown(String arn) {
        return TextShape.shown(arn);
    }

    private static String resourcePart(String arn) {
        return shown(arn.substring(arn.lastIndexOf(':') + 1));
    }

    private static String lastName(String arn) {
        return resourcePart(arn).substring(resourcePart(arn).lastIndexOf('/') + 1);
    }
}
