package dev.parapet.core.iam.account;

import dev.parapet.core.iam.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user, a role or a group with the policies that bear on it.
 *
 * @param kind what it is
 * @param name what to call it: its ARN, or its address in a template
 * @param arn its ARN
 * @param policies what gives to it or takes from it: inline, managed, and for a user those of its groups
 * @param customerManaged the ARNs of the managed policies among them that belong to the account
 * @param boundaries its permissions boundary; empty when it has none
 * @param trust for a role, who may assume it
 * @param hasInstanceProfile for a role, whether a virtual machine can get it
 * @param groups for a user, the ARNs of its groups
 * @param tags its tags; null where nothing tells them
 */
public record Identity(
        Kind kind,
        String name,
        String arn,
        List<Policy> policies,
        List<String> customerManaged,
        List<Policy> boundaries,
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
        policies = List.copyOf(policies);
        customerManaged = List.copyOf(customerManaged);
        boundaries = List.copyOf(boundaries);
        groups = List.copyOf(groups);
        tags = tags == null ? null : Map.copyOf(tags);
    }

    /** The same without a permissions boundary. */
    public Identity unbounded() {
        return new Identity(
                kind, name, arn, policies, customerManaged, List.of(), trust, hasInstanceProfile, groups, tags);
    }

    /** The same with one policy more. */
    public Identity with(Policy policy) {
        List<Policy> more = new ArrayList<>(policies);
        more.add(policy);
        return new Identity(
                kind, name, arn, more, customerManaged, boundaries, trust, hasInstanceProfile, groups, tags);
    }
}
