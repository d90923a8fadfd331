package dev.parapet.core.iam.access;

import dev.parapet.core.iam.account.AccountResource;
import dev.parapet.core.iam.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * What access is asked for.
 *
 * @param arn an ARN, which may have wildcards, or {@code *}
 * @param resource the resource of an account that it is, or is a part of; null when none is known
 * @param owner the account that owns it; null when nothing says so
 * @param policy its policy, which may be one of which nothing is known; null when it has none, or none that would matter is known
 */
public record Target(
        String arn,
        @Nullable AccountResource resource,
        @Nullable String owner,
        @Nullable Policy policy) {}
