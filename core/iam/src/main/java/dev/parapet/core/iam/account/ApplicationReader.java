package dev.parapet.core.iam.account;

import dev.parapet.core.iam.policy.Policy;
import dev.parapet.model.Resource;
import dev.parapet.model.Stack;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the identities of an application's templates, all of whose stacks are deployed to one account, and what runs as them. */
public final class ApplicationReader {
    private static final Map<String, Identity.Kind> KINDS = Map.of(
            "AWS::IAM::User", Identity.Kind.USER,
            "AWS::IAM::Role", Identity.Kind.ROLE,
            "AWS::IAM::Group", Identity.Kind.GROUP);

    private final List<Stack> stacks;
    private final TemplateNames names;
    private final TemplatePolicies documents;
    private final Map<String, NamedPolicy> managed = new HashMap<>();
    private final Map<String, Set<String>> profiles = new HashMap<>();
    private final Set<String> notes = new TreeSet<>();
    private final Map<String, List<Attached>> attached = new HashMap<>();
    private final Map<String, Set<String>> memberships = new HashMap<>();

    private ApplicationReader(List<Stack> stacks, TemplateNames names) {
        this.stacks = stacks;
        this.names = names;
        this.documents = new TemplatePolicies(names);
    }

    /** A policy that another resource attaches; {@code arn} is null for one that is not managed. */
    private record Attached(NamedPolicy policy, @Nullable String arn) {}

    /** Reads the stacks of an application. */
    public static Account read(List<Stack> stacks) {
        return new ApplicationReader(stacks, new TemplateNames(stacks)).account();
    }

    /** Reads the stacks of an application so that two versions of it in different files can be compared. */
    public static Account readOfAnyFile(List<Stack> stacks) {
        return new ApplicationReader(stacks, TemplateNames.ofAnyFile(stacks)).account();
    }

    private Account account() {
        List<Resource> resources = new ArrayList<>();
        stacks.forEach(stack -> resources.addAll(stack.resources()));
        resources.forEach(this::attach);
        Set<String> ambiguous = ambiguous(resources);
        Map<String, Identity> groups = new LinkedHashMap<>();
        List<Identity> identities = new ArrayList<>();
        for (Resource resource : resources) {
            if (resource.type().equals("AWS::IAM::Group")) {
                Identity group = identity(resource, Identity.Kind.GROUP, List.of(), ambiguous);
                groups.put(names.name(resource), group);
            }
        }
        for (Resource resource : resources) {
            Identity.Kind kind = KINDS.get(resource.type());
            if (kind != null && kind != Identity.Kind.GROUP) {
                List<Identity> own = new ArrayList<>();
                for (String group : memberships.getOrDefault(names.name(resource), Set.of())) {
                    if (kind == Identity.Kind.USER && groups.containsKey(group)) {
                        own.add(groups.get(group));
                    }
                }
                identities.add(identity(resource, kind, own, ambiguous));
            }
        }
        identities.addAll(groups.values());
        return new Account(
                names.account(),
                identities,
                new TemplateWorkloads(names, documents, profiles).of(resources),
                Map.of(),
                new TemplateResources(stacks, names, documents).read(),
                true,
                List.copyOf(notes));
    }

    private void attach(Resource resource) {
        switch (resource.type()) {
            case "AWS::IAM::InstanceProfile" ->
                profiles.computeIfAbsent(names.name(resource), name -> new LinkedHashSet<>())
                        .addAll(texts(resource, "Roles"));
            case "AWS::IAM::User" ->
                memberships
                        .computeIfAbsent(names.name(resource), name -> new LinkedHashSet<>())
                        .addAll(texts(resource, "Groups"));
            case "AWS::IAM::UserToGroupAddition" -> {
                for (String user : texts(resource, "Users")) {
                    memberships
                            .computeIfAbsent(user, name -> new LinkedHashSet<>())
                            .addAll(texts(resource, "GroupName"));
                }
            }
            default -> {
                if (PolicyHolders.ATTACHING.contains(resource.type())) {
                    attachPolicy(resource);
                }
            }
        }
    }

    private void attachPolicy(Resource resource) {
        Value document = resource.properties().get("PolicyDocument");
        if (document == null) {
            return;
        }
        Policy policy = documents.read(document, resource.condition());
        String arn = resource.type().equals("AWS::IAM::ManagedPolicy") ? names.arn(resource) : null;
        if (arn != null) {
            managed.put(arn, new NamedPolicy(resource.id().name(), policy));
        }
        PolicyHolders.NAMING.forEach((kind, fields) -> {
            for (String field : fields) {
                for (String holder : texts(resource, field)) {
                    attached.computeIfAbsent(kind + "/" + holder, key -> new ArrayList<>())
                            .add(new Attached(new NamedPolicy(resource.id().name(), policy), arn));
                }
            }
        });
    }

    private Identity identity(Resource resource, Identity.Kind kind, List<Identity> memberOf, Set<String> ambiguous) {
        List<NamedPolicy> policies = new ArrayList<>();
        Set<String> customerManaged = new LinkedHashSet<>();
        for (TemplatePolicies.Item inline : documents.items(resource, "Policies")) {
            if (inline.value() instanceof Value.Mapping mapping && mapping.get("PolicyDocument") != null) {
                String name = mapping.get("PolicyName") instanceof Value.Text text ? text.text() : "Policies";
                policies.add(new NamedPolicy(name, documents.read(mapping.get("PolicyDocument"), inline.condition())));
            } else {
                String missing = "Policies of " + resource.id().name();
                policies.add(new NamedPolicy(missing, ProviderPolicies.unknown(missing)));
            }
        }
        for (TemplatePolicies.Item arn : documents.items(resource, "ManagedPolicyArns")) {
            NamedPolicy policy = managed(arn.value(), resource, customerManaged);
            policies.add(new NamedPolicy(policy.name(), TemplatePolicies.under(policy.policy(), arn.condition())));
        }
        for (Attached one : attached.getOrDefault(kind + "/" + names.name(resource), List.of())) {
            policies.add(one.policy());
            if (one.arn() != null) {
                customerManaged.add(one.arn());
            }
        }
        for (Identity group : memberOf) {
            policies.addAll(group.named());
            customerManaged.addAll(group.customerManaged());
        }
        List<NamedPolicy> boundaries = new ArrayList<>();
        for (TemplatePolicies.Item boundary : documents.items(resource, "PermissionsBoundary")) {
            boundaries.add(managed(boundary.value(), resource, new HashSet<>()));
        }
        Value trust = resource.properties().get("AssumeRolePolicyDocument");
        String arn = names.arn(resource);
        if (arn == null) {
            throw new IllegalStateException("types.txt does not know " + resource.type());
        }
        return new Identity(
                kind,
                ambiguous.contains(resource.id().name())
                        ? resource.id().toString()
                        : resource.id().name(),
                arn,
                policies,
                List.copyOf(customerManaged),
                boundaries,
                trust == null ? null : documents.read(trust, null),
                profiles.values().stream().anyMatch(roles -> roles.contains(names.name(resource))),
                memberOf.stream().map(Identity::arn).toList(),
                null);
    }

    /** A managed policy by the value that names it; one whose document is not at hand is unknown. */
    private NamedPolicy managed(Value value, Resource holder, Set<String> customerManaged) {
        if (!(value instanceof Value.Text arn)) {
            String missing = value instanceof Value.Unresolved unresolved
                    ? unresolved.missing()
                    : "ManagedPolicyArns of " + holder.id().name();
            return new NamedPolicy(missing, ProviderPolicies.unknown(missing));
        }
        NamedPolicy policy = managed.get(arn.text());
        if (policy != null) {
            customerManaged.add(arn.text());
            return policy;
        }
        Policy provided = ProviderPolicies.find(arn.text());
        if (provided == null) {
            notes.add("the document of " + arn.text() + ", which " + holder.id().name() + " has, is not at hand");
            provided = ProviderPolicies.unknown(arn.text());
        }
        return new NamedPolicy(arn.text(), provided);
    }

    private Set<String> texts(Resource resource, String path) {
        return documents.texts(resource, path);
    }

    private static Set<String> ambiguous(List<Resource> resources) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        for (Resource resource : resources) {
            if (KINDS.containsKey(resource.type()) && !seen.add(resource.id().name())) {
                twice.add(resource.id().name());
            }
        }
        return twice;
    }
}
