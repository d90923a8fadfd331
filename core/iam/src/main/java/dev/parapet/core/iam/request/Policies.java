package dev.parapet.core.iam.request;

import dev.parapet.core.iam.policy.Effect;
import dev.parapet.core.iam.policy.Element;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.policy.PrincipalPattern;
import dev.parapet.core.iam.policy.Statement;
import java.util.ArrayList;
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
    private static final Element<PrincipalPattern> EVERYBODY =
            new Element<>(false, List.of(new PrincipalPattern.Everyone()));

    public Policies {
        identity = List.copyOf(identity);
        permissionsBoundaries = List.copyOf(permissionsBoundaries);
        session = List.copyOf(session);
        serviceControl = serviceControl.stream().map(List::copyOf).toList();
        resourceControl = resourceControl.stream().map(List::copyOf).toList();
        vpcEndpoint = List.copyOf(vpcEndpoint);
    }

    /**
     * The policy of the resource as it counts for the principal: a Deny with {@code NotPrincipal} denies whoever has a permissions
     * boundary, whomever it names (<a
     * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html">NotPrincipal</a>, "The
     * NotPrincipal element with a Deny effect will always deny any IAM principal that has a permissions boundary policy attached").
     */
    public @Nullable Policy boundedResource() {
        if (resource == null || permissionsBoundaries.isEmpty()) {
            return resource;
        }
        List<Statement> statements = new ArrayList<>(resource.statements());
        statements.replaceAll(statement -> deniesAllBut(statement) ? statement.of(EVERYBODY) : statement);
        return new Policy(resource.version(), resource.id(), statements, resource.span());
    }

    private static boolean deniesAllBut(Statement statement) {
        Element<PrincipalPattern> principal = statement.principal();
        return statement.effect() == Effect.DENY && principal != null && principal.negated();
    }

    /** Policies of an identity alone. */
    public static Policies ofIdentity(List<Policy> identity) {
        return new Policies(identity, List.of(), List.of(), null, List.of(), List.of(), List.of());
    }
}
