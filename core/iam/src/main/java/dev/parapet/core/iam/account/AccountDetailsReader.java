package dev.parapet.core.iam.account;

import dev.parapet.core.graph.json.JsonText;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.policy.PolicyReader;
import dev.parapet.core.iam.policy.PrincipalPattern;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.value.Arn;
import dev.parapet.model.PercentEncoding;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@code aws iam get-account-authorization-details} prints (<a
 * href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html">GetAccountAuthorizationDetails</a>).
 * The list doesn't say what runs: a role that a service may assume counts as used by one resource of that service.
 */
public final class AccountDetailsReader {
    private static final List<String> LISTS = List.of("UserDetailList", "GroupDetailList", "RoleDetailList");

    private final Set<String> notes = new TreeSet<>();
    private final Map<String, Policy> managed = new HashMap<>();
    private final Map<String, List<Policy>> versions = new HashMap<>();
    private final Map<String, Identity> groups = new LinkedHashMap<>();
    private String account = Account.UNKNOWN;

    private AccountDetailsReader() {}

    /** Whether a document is such a list. */
    public static boolean isDetails(Value document) {
        return document instanceof Value.Mapping mapping && LISTS.stream().anyMatch(mapping::has);
    }

    /** Reads a document; what cannot be understood in it becomes a note. */
    public static Account read(Value document) {
        return new AccountDetailsReader().account(document);
    }

    private Account account(Value document) {
        for (Value policy : items(document, "Policies")) {
            String arn = text(policy, "Arn");
            for (Value version : items(policy, "PolicyVersionList")) {
                boolean current = version instanceof Value.Mapping mapping
                        && mapping.get("IsDefaultVersion") instanceof Value.Bool bool
                        && bool.value();
                if (arn != null && current) {
                    managed.put(arn, policy(get(version, "Document"), arn));
                } else if (arn != null) {
                    versions.computeIfAbsent(arn, any -> new ArrayList<>()).add(policy(get(version, "Document"), arn));
                }
            }
        }
        for (Value group : items(document, "GroupDetailList")) {
            Identity identity = identity(Identity.Kind.GROUP, group, List.of());
            if (identity != null) {
                groups.put(String.valueOf(text(group, "GroupName")), identity);
            }
        }
        List<Identity> identities = new ArrayList<>();
        for (Value user : items(document, "UserDetailList")) {
            List<Identity> memberships = new ArrayList<>();
            for (Value name : items(user, "GroupList")) {
                Identity group = name instanceof Value.Text text ? groups.get(text.text()) : null;
                if (group == null) {
                    notes.add(text(user, "Arn") + " is in a group that is not in the list; its policies are not known");
                } else {
                    memberships.add(group);
                }
            }
            add(identity(Identity.Kind.USER, user, memberships), identities);
        }
        List<Account.Workload> workloads = new ArrayList<>();
        for (Value role : items(document, "RoleDetailList")) {
            Identity identity = identity(Identity.Kind.ROLE, role, List.of());
            add(identity, identities);
            if (identity != null) {
                services(identity)
                        .forEach(service -> workloads.add(new Account.Workload(service, "", "", identity.arn())));
            }
        }
        identities.addAll(groups.values());
        List<AccountResource> resources = identities.stream()
                .map(identity -> new AccountResource(
                        identity.name(),
                        type(identity.kind()),
                        identity.arn(),
                        identity.trust(),
                        identity.tags() == null ? Map.of() : identity.tags()))
                .toList();
        notes.add(
                "the list has no policies of resources but the trust policies of roles; whom others let in is not known");
        return new Account(account, identities, workloads, versions, resources, false, List.copyOf(notes));
    }

    private static String type(Identity.Kind kind) {
        return switch (kind) {
            case USER -> "AWS::IAM::User";
            case ROLE -> "AWS::IAM::Role";
            case GROUP -> "AWS::IAM::Group";
        };
    }

    private static void add(@Nullable Identity identity, List<Identity> identities) {
        if (identity != null) {
            identities.add(identity);
        }
    }

    private @Nullable Identity identity(Identity.Kind kind, Value details, List<Identity> memberships) {
        String arn = text(details, "Arn");
        Arn parts = arn == null ? null : Arn.parse(arn);
        if (arn == null || parts == null) {
            notes.add("an entry without an ARN was left out");
            return null;
        }
        account = parts.account();
        String inline = switch (kind) {
            case USER -> "UserPolicyList";
            case ROLE -> "RolePolicyList";
            case GROUP -> "GroupPolicyList";
        };
        List<NamedPolicy> policies = new ArrayList<>();
        for (Value policy : items(details, inline)) {
            String name = text(policy, "PolicyName");
            policies.add(new NamedPolicy(name == null ? "" : name, policy(get(policy, "PolicyDocument"), arn)));
        }
        List<String> customerManaged = new ArrayList<>();
        for (Value attached : items(details, "AttachedManagedPolicies")) {
            String policy = text(attached, "PolicyArn");
            if (policy != null) {
                policies.add(new NamedPolicy(policy, managed(policy, arn)));
                if (!policy.contains(":iam::aws:")) {
                    customerManaged.add(policy);
                }
            }
        }
        for (Identity group : memberships) {
            policies.addAll(group.named());
            customerManaged.addAll(group.customerManaged());
        }
        String boundary = text(get(details, "PermissionsBoundary"), "PermissionsBoundaryArn");
        Value trust = get(details, "AssumeRolePolicyDocument");
        return new Identity(
                kind,
                arn,
                arn,
                policies,
                customerManaged,
                boundary == null ? List.of() : List.of(new NamedPolicy(boundary, managed(boundary, arn))),
                trust == null ? null : policy(trust, arn),
                // a list that is not there says nothing
                get(details, "InstanceProfileList") == null
                        || !items(details, "InstanceProfileList").isEmpty(),
                memberships.stream().map(Identity::arn).toList(),
                tags(details));
    }

    /** A managed policy by its ARN; one that is neither in the list nor known by its name is unknown. */
    private Policy managed(String arn, String holder) {
        Policy policy = managed.get(arn);
        if (policy == null) {
            policy = ProviderPolicies.find(arn);
            if (policy != null) {
                // read once, however many have it
                managed.put(arn, policy);
            }
        }
        if (policy == null) {
            notes.add("the document of " + arn + ", which " + holder + " has, is not in the list");
            return ProviderPolicies.unknown(arn);
        }
        return policy;
    }

    private Policy policy(@Nullable Value document, String holder) {
        Value written = document;
        if (written instanceof Value.Text text) {
            written = parsed(text);
        }
        if (!(written instanceof Value.Mapping)) {
            notes.add("a policy of " + holder + " cannot be read");
            return ProviderPolicies.unknown("a policy of " + holder);
        }
        return PolicyReader.read(written).policy();
    }

    /** A document as the API itself gives it: URL-encoded JSON. */
    private static @Nullable Value parsed(Value.Text text) {
        String decoded = text.text().startsWith("%") ? PercentEncoding.decoded(text.text()) : text.text();
        return decoded != null
                        && JsonText.parse(new Value.Text(decoded, text.span())) instanceof JsonText.Result.Parsed read
                ? read.value()
                : null;
    }

    /** The services that a role names in its trust policy. */
    static Set<String> services(Identity role) {
        Set<String> services = new LinkedHashSet<>();
        if (role.trust() != null) {
            for (Statement statement : role.trust().statements()) {
                if (statement.principal() != null && !statement.principal().negated()) {
                    for (PrincipalPattern pattern : statement.principal().patterns()) {
                        if (pattern instanceof PrincipalPattern.Service service) {
                            services.add(service.name());
                        }
                    }
                }
            }
        }
        return services;
    }

    /** The list tells the tags of users and roles; of groups, which have none, and where there are none it says nothing. */
    private static Map<String, String> tags(Value details) {
        Map<String, String> tags = new HashMap<>();
        for (Value tag : items(details, "Tags")) {
            String key = text(tag, "Key");
            String value = text(tag, "Value");
            if (key != null && value != null) {
                tags.put(key, value);
            }
        }
        return tags;
    }

    private static List<Value> items(@Nullable Value holder, String name) {
        return get(holder, name) instanceof Value.Sequence list ? list.items() : List.of();
    }

    private static @Nullable Value get(@Nullable Value holder, String name) {
        return holder instanceof Value.Mapping mapping ? mapping.get(name) : null;
    }

    private static @Nullable String text(@Nullable Value holder, String name) {
        return get(holder, name) instanceof Value.Text text ? text.text() : null;
    }
}
