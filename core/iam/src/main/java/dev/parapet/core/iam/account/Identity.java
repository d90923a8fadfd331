package dev.parapet.core.iam.account;

import dev.parapet.core.iam.policy.Policy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user, a role or a group with the policies that bear on it.
 *
 * @param kind what it is
 * @param name what to call it: its ARN, or its address in a template
 * @param arn its ARN
 * @param named what gives to it or takes from it: inline, managed, and for a user those of its groups
 * @param customerManaged the ARNs of the managed policies among them that belong to the account
 * @param bounded its permissions boundary; empty when it has none
 * @param trust for a role, who may assume it
 * @param hasInstanceProfile for a role, whether a virtual machine can get it
 * @param groups for a user, the ARNs of its groups
 * @param tags all its tags; null where nothing tells them, as in a template, to which the stack adds its own
 */
public record Identity(
        Kind kind,
        String name,
        String arn,
        List<NamedPolicy> named,
        List<String> customerManaged,
        List<NamedPolicy> bounded,
        @Nullable Policy trust,
        boolean hasInstanceProfile,
        List<String> groups,
        @Nullable Map<String, String> tags) {
    /** What an identity is. */
    public enum Kind {
        USER,
        ROLE,
        GROUP
    }

    public Identity {
        named = List.copyOf(named);
        customerManaged = List.copyOf(customerManaged);
        bounded = List.copyOf(bounded);
        groups = List.copyOf(groups);
        tags = tags == null ? null : Map.copyOf(tags);
    }

    /** What gives to it or takes from it. */
    public List<Policy> policies() {
        return named.stream().map(NamedPolicy::policy).toList();
    }

    /** What limits what its policies give. */
    public List<Policy> boundaries() {
        return bounded.stream().map(NamedPolicy::policy).toList();
    }

    /** The same without a permissions boundary. */
    public Identity unbounded() {
        return new Identity(
                kind, name, arn, named, customerManaged, List.of(), trust, hasInstanceProfile, groups, tags);
    }

    /**
     * The same without some policies.
     *
     * @param policies their names
     * @param others those that stay although they are called the same: a group's
     */
    public Identity without(Set<String> policies, List<NamedPolicy> others) {
        List<NamedPolicy> left = named.stream()
                .filter(policy -> !policies.contains(policy.name()) || others.contains(policy))
                .toList();
        List<String> managed = customerManaged.stream()
                .filter(policy -> !policies.contains(policy))
                .toList();
        return new Identity(kind, name, arn, left, managed, bounded, trust, hasInstanceProfile, groups, tags);
    }

    /** The same with another version of a managed policy. */
    public Identity with(String managed, Policy version) {
        List<NamedPolicy> changed = named.stream()
                .map(policy -> policy.name().equals(managed) ? new NamedPolicy(managed, version) : policy)
                .toList();
        return new Identity(
                kind, name, arn, changed, customerManaged, bounded, trust, hasInstanceProfile, groups, tags);
    }

    /** The same with some tags more, or with other values of them. */
    public Identity tagged(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(tags == null ? Map.of() : tags);
        all.keySet().removeIf(key -> more.keySet().stream().anyMatch(key::equalsIgnoreCase));
        all.putAll(more);
        return new Identity(kind, name, arn, named, customerManaged, bounded, trust, hasInstanceProfile, groups, all);
    }

    /** The same in one group more. */
    public Identity in(Identity group) {
        List<NamedPolicy> more = new ArrayList<>(named);
        more.addAll(group.named());
        List<String> managed = new ArrayList<>(customerManaged);
        managed.addAll(group.customerManaged());
        List<String> all = new ArrayList<>(groups);
        all.add(group.arn());
        return new Identity(kind, name, arn, more, managed, bounded, trust, hasInstanceProfile, all, tags);
    }

    /** The same with one policy more. */
    public Identity with(Policy policy) {
        List<NamedPolicy> more = new ArrayList<>(named);
        more.add(new NamedPolicy("", policy));
        return new Identity(kind, name, arn, more, customerManaged, bounded, trust, hasInstanceProfile, groups, tags);
    }
}
