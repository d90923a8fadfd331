package dev.parapet.core.iam.account;

import java.util.List;

/**
 * The identities of an account and what runs as them.
 *
 * @param id the number of the account; {@link #UNKNOWN} where nothing tells it
 * @param identities users, roles and groups in a stable order
 * @param workloads what runs as a role
 * @param notes what could not be taken into account, a sentence each
 */
public record Account(String id, List<Identity> identities, List<Workload> workloads, List<String> notes) {
    /** Stands for the number of an account that nothing tells; the provider gives it to nobody. */
    public static final String UNKNOWN = "000000000000";

    public Account {
        identities = List.copyOf(identities);
        workloads = List.copyOf(workloads);
        notes = List.copyOf(notes);
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
