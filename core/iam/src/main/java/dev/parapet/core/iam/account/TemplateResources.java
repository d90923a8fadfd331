package dev.parapet.core.iam.account;

import dev.parapet.core.graph.name.ResourceTypes;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.model.Condition;
import dev.parapet.model.Resource;
import dev.parapet.model.Stack;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The resources of templates and the policies on them, by {@code resource-policies.txt} and {@link PermissionStatements}. */
final class TemplateResources {
    private final List<Resource> resources = new ArrayList<>();
    private final TemplateNames names;
    private final TemplatePolicies documents;
    private final Map<String, Policy> policies = new HashMap<>();
    private final Map<String, AccountResource> found = new LinkedHashMap<>();

    TemplateResources(List<Stack> stacks, TemplateNames names, TemplatePolicies documents) {
        stacks.forEach(stack -> resources.addAll(stack.resources()));
        this.names = names;
        this.documents = documents;
    }

    /** All resources of which the ARN is known, and what the policies are about that are none of them. */
    List<AccountResource> read() {
        Set<String> ambiguous = new HashSet<>();
        Set<String> seen = new HashSet<>();
        for (Resource resource : resources) {
            if (!seen.add(resource.id().name())) {
                ambiguous.add(resource.id().name());
            }
            gather(resource);
        }
        List<Policy> ofAllLogGroups = new ArrayList<>();
        for (Resource resource : resources) {
            if (resource.type().equals("AWS::Logs::ResourcePolicy")) {
                // It stands on the account: each statement says which groups it is about.
                ofAllLogGroups.add(documents.read(resource.properties().get("PolicyDocument"), resource.condition()));
            }
        }
        for (Resource resource : resources) {
            String arn = names.arn(resource);
            if (arn != null) {
                if (resource.type().equals("AWS::Logs::LogGroup")) {
                    ofAllLogGroups.forEach(policy -> put(arn, policy));
                }
                if (resource.type().equals("AWS::KMS::Key") && !policies.containsKey(arn)) {
                    policies.put(arn, defaultKeyPolicy(resource));
                }
                String name = ambiguous.contains(resource.id().name())
                        ? resource.id().toString()
                        : resource.id().name();
                found.putIfAbsent(
                        arn,
                        new AccountResource(
                                name, resource.type(), arn, policies.remove(arn), documents.tags(resource)));
            }
        }
        policies.forEach((arn, policy) -> found.putIfAbsent(arn, new AccountResource(arn, "", arn, policy, Map.of())));
        return List.copyOf(found.values());
    }

    private void gather(Resource resource) {
        for (PolicyHolders.Row row : PolicyHolders.ROWS) {
            if (row.type().equals(resource.type())) {
                for (TemplatePolicies.Item document : documents(resource, row.document())) {
                    for (TemplatePolicies.Item about : about(resource, row.about(), row.typeOfName())) {
                        Policy policy = documents.read(document.value(), document.condition());
                        put(text(about), TemplatePolicies.under(policy, about.condition()));
                    }
                }
            }
        }
        PermissionStatements.of(resource, names)
                .forEach((arn, document) -> put(arn, documents.read(document, resource.condition())));
    }

    private List<TemplatePolicies.Item> documents(Resource resource, String path) {
        List<TemplatePolicies.Item> written = documents.items(resource, path);
        if (!resource.type().equals("AWS::Events::EventBusPolicy")) {
            return written.stream()
                    .map(item -> under(item, resource.condition()))
                    .toList();
        }
        List<TemplatePolicies.Item> statements = new ArrayList<>();
        Value own = PermissionStatements.busStatement(resource);
        if (own != null) {
            statements.add(new TemplatePolicies.Item(own, resource.condition()));
        }
        for (TemplatePolicies.Item item : written) {
            statements.add(under(
                    new TemplatePolicies.Item(PermissionStatements.document(item.value()), item.condition()),
                    resource.condition()));
        }
        return statements;
    }

    private static TemplatePolicies.Item under(TemplatePolicies.Item item, @Nullable Condition condition) {
        Condition own = item.condition();
        return new TemplatePolicies.Item(
                item.value(),
                condition == null ? own : own == null ? condition : new Condition.And(List.of(condition, own)));
    }

    /** The ARNs of what a policy is about. */
    private List<TemplatePolicies.Item> about(Resource resource, String property, String type) {
        if (property.startsWith(".")) {
            String arn = property.equals(".") ? names.arn(resource) : names.attribute(resource, property.substring(1));
            return arn == null
                    ? List.of()
                    : List.of(new TemplatePolicies.Item(new Value.Text(arn, resource.span()), null));
        }
        List<TemplatePolicies.Item> arns = new ArrayList<>();
        for (TemplatePolicies.Item named : TemplatePolicies.raw(resource, property)) {
            String arn = arn(named.value(), type);
            if (arn != null) {
                arns.add(new TemplatePolicies.Item(new Value.Text(arn, resource.span()), named.condition()));
            }
        }
        if (arns.isEmpty()
                && type.equals("AWS::Events::EventBus")
                && resource.properties().get(property) == null) {
            arns.add(new TemplatePolicies.Item(
                    new Value.Text(names.arn("events", "event-bus/default"), resource.span()), null));
        }
        return arns;
    }

    /** What a value names: a resource that it refers to, an ARN, or the name of a resource of a type. */
    private @Nullable String arn(Value value, String type) {
        if (value instanceof Value.Reference reference) {
            Resource target = names.resource(reference.target());
            return target == null ? null : names.arn(target);
        }
        if (!(names.resolved(value) instanceof Value.Text text)) {
            return null;
        }
        if (text.text().startsWith("arn:")) {
            return text.text();
        }
        for (Resource resource : resources) {
            if (resource.type().equals(type) && names.name(resource).equals(text.text())) {
                return names.arn(resource);
            }
        }
        ResourceTypes.Entry entry = ResourceTypes.of(type);
        return entry == null ? null : names.arn(entry.service(), entry.prefix() + text.text());
    }

    private void put(String arn, Policy policy) {
        policies.merge(arn, policy, TemplatePolicies::joined);
    }

    private static String text(TemplatePolicies.Item item) {
        return item.value() instanceof Value.Text text ? text.text() : "";
    }

    /**
     * The policy that a key gets without one of its own: the account may give all permissions (<a
     * href="https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html">Default key policy</a>, "when you create a KMS
     * key programmatically").
     */
    private Policy defaultKeyPolicy(Resource key) {
        Value root = PermissionStatements.mapping(
                key.span(), Map.of("AWS", new Value.Text("arn:aws:iam::" + names.account() + ":root", key.span())));
        Map<String, Value> statement = new LinkedHashMap<>();
        statement.put("Sid", new Value.Text("Enable IAM User Permissions", key.span()));
        statement.put("Effect", new Value.Text("Allow", key.span()));
        statement.put("Principal", root);
        statement.put("Action", new Value.Text("kms:*", key.span()));
        statement.put("Resource", new Value.Text("*", key.span()));
        return documents.read(PermissionStatements.document(PermissionStatements.mapping(key.span(), statement)), null);
    }
}
