package dev.parapet.core.iam.account;

import dev.parapet.core.iam.policy.Policy;

/**
 * A policy and what to call it.
 *
 * @param name the ARN of a managed policy, the name of an inline one, the logical id of the resource that attaches it
 * @param policy the policy
 */
public record NamedPolicy(String name, Policy policy) {}
