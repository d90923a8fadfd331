package dev.parapet.core.iam.access;

import dev.parapet.core.iam.account.Account;
import dev.parapet.core.iam.account.AccountResource;
import dev.parapet.core.iam.account.Identity;
import dev.parapet.core.iam.account.NamedPolicy;
import dev.parapet.core.iam.account.ProviderPolicies;
import dev.parapet.core.iam.request.ContextValue;
import dev.parapet.core.iam.request.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who asks for access.
 *
 * @param name what to call it: its address in a template, else its ARN
 * @param principal who it is to the provider
 * @param policies its identity policies
 * @param boundaries its permissions boundaries
 * @param tags those of its tags that are known; null where nothing tells any
 */
public record Asker(
        String name,
        Principal principal,
        List<NamedPolicy> policies,
        List<NamedPolicy> boundaries,
        @Nullable Map<String, String> tags) {
    private static final ContextValue ABSENT = new ContextValue.Absent();

    public Asker {
        policies = List.copyOf(policies);
        boundaries = List.copyOf(boundaries);
        tags = tags == null ? null : Map.copyOf(tags);
    }

    /** A user, a role, or a user who joins a group. */
    public static Asker of(Identity identity, Account account) {
        Principal principal = switch (identity.kind()) {
            case ROLE -> new Principal.Role(identity.arn(), account.id());
            case USER, GROUP -> new Principal.User(identity.arn(), account.id());
        };
        // In a list of authorizations the identity itself says all of them.
        AccountResource itself = account.hasResourcePolicies() ? account.resource(identity.arn()) : null;
        Map<String, String> tags = itself == null ? identity.tags() : itself.tags();
        return new Asker(identity.name(), principal, identity.named(), identity.bounded(), tags);
    }

    /** Somebody who has no identity policies: a service, an identity provider, anybody without credentials. */
    static Asker withoutPolicies(Principal principal) {
        return new Asker(principal.text(), principal, List.of(), List.of(), null);
    }

    /** Somebody whose identity policies are not at hand. */
    static Asker unknown(Principal principal) {
        String missing = "the policies of " + principal.text();
        return new Asker(
                principal.text(),
                principal,
                List.of(new NamedPolicy(missing, ProviderPolicies.unknown(missing))),
                List.of(),
                null);
    }

    /** Whether it belongs to an account that is known. */
    boolean isOf(Directory directory) {
        String own = principal.accountId();
        return directory.accounts().stream().anyMatch(account -> account.id().equals(own));
    }

    /** The same with more identity policies. */
    Asker with(List<NamedPolicy> more) {
        List<NamedPolicy> all = new ArrayList<>(policies);
        all.addAll(more);
        return new Asker(name, principal, all, boundaries, tags);
    }

    /**
     * What the provider says of its requests (<a
     * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Global condition context keys</a>).
     * Requests are taken to come by TLS, as all of the provider's tools send them, and from the principal itself. All other keys are
     * unknown.
     */
    Map<String, ContextValue> says() {
        Map<String, ContextValue> says = new HashMap<>();
        says.put("aws:SecureTransport", one("true"));
        boolean service = principal instanceof Principal.Service;
        says.put("aws:PrincipalIsAWSService", one(String.valueOf(service)));
        if (!service) {
            says.put("aws:ViaAWSService", one("false"));
            says.put("aws:CalledVia", ABSENT);
            says.put("aws:CalledViaFirst", ABSENT);
            says.put("aws:CalledViaLast", ABSENT);
            says.put("aws:PrincipalServiceName", ABSENT);
            says.put("aws:PrincipalServiceNamesList", ABSENT);
            for (String key : List.of("aws:SourceArn", "aws:SourceAccount", "aws:SourceOrgID", "aws:SourceOrgPaths")) {
                says.put(key, ABSENT);
            }
        }
        says.put("aws:username", ABSENT);
        String account = principal.accountId();
        says.put("aws:PrincipalAccount", account == null ? ABSENT : one(account));
        switch (principal) {
            case Principal.User user -> {
                says.put("aws:PrincipalArn", one(user.arn()));
                says.put("aws:PrincipalType", one("User"));
                says.put("aws:username", one(user.arn().substring(user.arn().lastIndexOf('/') + 1)));
            }
            case Principal.Role role -> {
                says.put("aws:PrincipalArn", one(role.arn()));
                says.put("aws:PrincipalType", one("AssumedRole"));
            }
            case Principal.RoleSession session -> says.put("aws:PrincipalType", one("AssumedRole"));
            case Principal.FederatedUser user -> {
                says.put("aws:PrincipalArn", one(user.arn()));
                says.put("aws:PrincipalType", one("FederatedUser"));
            }
            case Principal.Root root -> {
                says.put("aws:PrincipalArn", one(root.arn()));
                says.put("aws:PrincipalType", one("Account"));
            }
            case Principal.Service called -> {
                says.put("aws:PrincipalServiceName", one(called.name()));
                says.put("aws:PrincipalOrgID", ABSENT);
                says.put("aws:PrincipalArn", ABSENT);
            }
            case Principal.Anonymous ignored -> {
                says.put("aws:PrincipalType", one("Anonymous"));
                says.put("aws:PrincipalOrgID", ABSENT);
                says.put("aws:PrincipalArn", ABSENT);
                says.put("aws:userid", one("anonymous"));
            }
            case Principal.Federated ignored -> says.put("aws:PrincipalArn", ABSENT);
        }
        if (tags != null) {
            tags.forEach((key, value) -> says.put("aws:PrincipalTag/" + key, one(value)));
        }
        return says;
    }

    private static ContextValue one(String value) {
        return new ContextValue.One(value);
    }
}
