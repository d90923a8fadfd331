package dev.parapet.core.iam.account;

import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.value.Arn;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The identities of an account, what runs as them, and the resources that are known with their policies.
 *
 * @param id the number of the account; {@link #UNKNOWN} where nothing tells it
 * @param identities users, roles and groups in a stable order
 * @param workloads what runs as a role
 * @param versions of managed policies of the account, by their ARNs, the versions that are not in force
 * @param resources resources in a stable order; roles and users are among them
 * @param hasResourcePolicies whether the policies of its resources are known; else only the trust policies of its roles are
 * @param notes what could not be taken into account, a sentence each
 */
public record Account(
        String id,
        List<Identity> identities,
        List<Workload> workloads,
        Map<String, List<Policy>> versions,
        List<AccountResource> resources,
        boolean hasResourcePolicies,
        List<String> notes) {
    /** Stands for the number of an account that nothing tells; the provider gives it to nobody. */
    public static final String UNKNOWN = "000000000000";

    public Account {
        identities = List.copyOf(identities);
        workloads = List.copyOf(workloads);
        versions = Map.copyOf(versions);
        resources = List.copyOf(resources);
        notes = List.copyOf(notes);
    }

    /**
     * The resource that an ARN names, or a part of which it names, such as an object of a bucket; null when the account is not known to
     * have it.
     */
    public @Nullable AccountResource resource(String arn) {
        Arn asked = Arn.parse(arn);
        if (asked == null) {
            return null;
        }
        AccountResource nearest = null;
        int most = 0;
        for (AccountResource resource : resources) {
            int nearness = resource.nearness(asked);
            if (nearness > most) {
                nearest = resource;
                most = nearness;
            }
        }
        return nearest;
    }

    /**
     * A resource that runs as a role.
     *
     * @param service the service that assumes the role, such as {@code lambda.amazonaws.com}
     * @param name what to call the resource
     * @param arn its ARN; a {@code *} where a part of it is not known; empty where only the service is known
     * @param role the ARN of the role
     */
    public record Workload(String service, String name, String arn, String role) {}
}
