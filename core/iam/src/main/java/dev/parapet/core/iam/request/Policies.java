package dev.parapet.core.iam.request;

import dev.parapet.core.iam.policy.Policy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The policies that bear on a request. Of a list that is empty nothing applies.
 *
 * @param identity policies of the principal: inline, managed, of its groups
 * @param permissionsBoundaries what the principal can have at most
 * @param session what the session can have at most
 * @param resource the policy of the resource; null when it has none
 * @param serviceControl service control policies by level of the organisation, root first; each level must allow
 * @param resourceControl resource control policies by level; the provider's {@code RCPFullAWSAccess} stands on each besides
 * @param vpcEndpoint policies of the VPC endpoint by which the request came
 */
public record Policies(
        List<Policy> identity,
        List<Policy> permissionsBoundaries,
        List<Policy> session,
        @Nullable Policy resource,
        List<List<Policy>> serviceControl,
        List<List<Policy>> resourceControl,
        List<Policy> vpcEndpoint) {
    public Policies {
        identity = List.copyOf(identity);
        permissionsBoundaries = List.copyOf(permissionsBoundaries);
        session = List.copyOf(session);
        serviceControl = serviceControl.stream().map(List::copyOf).toList();
        resourceControl = resourceControl.stream().map(List::copyOf).toList();
        vpcEndpoint = List.copyOf(vpcEndpoint);
    }

    /** Policies of an identity alone. */
    public static Policies ofIdentity(List<Policy> identity) {
        return new Policies(identity, List.of(), List.of(), null, List.of(), List.of(), List.of());
    }
}
