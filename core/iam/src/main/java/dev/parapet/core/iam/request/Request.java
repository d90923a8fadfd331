package dev.parapet.core.iam.request;

import dev.parapet.core.iam.value.Arn;
import org.jspecify.annotations.Nullable;

/**
 * A request.
 *
 * @param principal who makes it
 * @param action the action, such as {@code s3:GetObject}
 * @param resource the ARN of the resource, or {@code *} for an action that has none. A {@code *} in the resource of an action that
 *     takes resources asks for a set: is some resource of it allowed?
 * @param takesResources whether a policy can limit the action to resources
 * @param resourceAccount the account that owns the resource; null when its ARN says so
 * @param context its condition keys
 */
public record Request(
        Principal principal,
        String action,
        String resource,
        boolean takesResources,
        @Nullable String resourceAccount,
        Context context) {
    /** The account that owns the resource; null when nothing says so. */
    public @Nullable String owner() {
        if (resourceAccount != null) {
            return resourceAccount;
        }
        Arn arn = Arn.parse(resource);
        String account = arn == null ? "" : arn.account();
        return account.isEmpty() || account.contains("*") ? null : account;
    }

    /** Whether it asks for a set of resources. */
    public boolean asksForSet() {
        return takesResources && resource.indexOf('*') >= 0;
    }

    /** The same request for one resource. */
    public Request of(String one) {
        return new Request(principal, action, one, false, owner(), context);
    }
}
