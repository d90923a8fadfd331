package dev.parapet.read.cloudformation.sam.policy;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.LogicalIds;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The role that SAM makes for a function or state machine; events add to it what they need. */
public final class ExecutionRole {
    private final Made made;
    private final Map<String, Value> managed = new LinkedHashMap<>();
    private final List<Value> policies = new ArrayList<>();
    private final Set<String> documents = new HashSet<>();

    private ExecutionRole(Made made) {
        this.made = made;
    }

    /** A role of a resource that a service assumes. */
    public static ExecutionRole of(Authored owner, Value assumeRolePolicy) {
        Made made = owner.make(owner.id() + "Role", "AWS::IAM::Role");
        made.set("AssumeRolePolicyDocument", assumeRolePolicy);
        return new ExecutionRole(made);
    }

    /** Adds a managed policy of the provider by its path and name. */
    public ExecutionRole managed(String pathAndName, Transformation transformation) {
        return managed(made.values()
                .text("arn:" + transformation.resolution().partition() + ":iam::aws:policy/" + pathAndName));
    }

    /** Adds a managed policy by its ARN, unless it is there. */
    public ExecutionRole managed(Value arn) {
        managed.putIfAbsent(LogicalIds.json(arn), arn);
        return this;
    }

    /** Adds an inline policy. */
    public ExecutionRole policy(Value policy) {
        policies.add(policy);
        documents.add(document(policy));
        return this;
    }

    /** Adds an inline policy, unless one that says the same is there. */
    public ExecutionRole policyOnce(Value.Mapping policy) {
        return documents.contains(document(policy)) ? this : policy(policy);
    }

    private static String document(Value policy) {
        Value document = policy instanceof Value.Mapping mapping ? mapping.get("PolicyDocument") : null;
        return document == null ? "" : LogicalIds.json(document);
    }

    /** Adds the entries of a {@code Policies} property. */
    public ExecutionRole policies(Authored owner, @Nullable Value property, Transformation transformation) {
        int index = 0;
        for (PolicyEntry entry : PolicyEntry.all(owner, property, transformation)) {
            add(entry, index++, owner, transformation);
        }
        return this;
    }

    private void add(PolicyEntry entry, int index, Authored owner, Transformation transformation) {
        switch (entry.kind()) {
            case STATEMENT -> {
                String name = made.id() + "Policy" + index;
                policy(eachBranch(entry.data(), document -> entryOf(name, document)));
            }
            case MANAGED ->
                managed(eachBranch(
                        entry.data(),
                        value -> value instanceof Value.Text text
                                ? ManagedPolicies.arn(
                                        text, transformation.resolution().partition())
                                : value));
            case TEMPLATE, UNKNOWN ->
                transformation
                        .problems()
                        .add(owner.invalid(
                                        "Policy at index " + index + " in the 'Policies' property is not valid",
                                        entry.data().span())
                                .problem());
        }
    }

    private static Value entryOf(String name, Value document) {
        Values values = Values.of(document);
        return values.map("PolicyName", values.text(name), "PolicyDocument", document);
    }

    /** The value changed, or both branches of an {@code Fn::If}, save those that stand for nothing. */
    private static Value eachBranch(Value value, UnaryOperator<Value> change) {
        if (!(Intrinsics.argument(value, "Fn::If") instanceof Value.Sequence parts)
                || parts.items().size() != 3) {
            return change.apply(value);
        }
        List<Value> items = new ArrayList<>();
        items.add(parts.items().getFirst());
        for (Value branch : parts.items().subList(1, 3)) {
            items.add(Intrinsics.isNoValue(branch) ? branch : change.apply(branch));
        }
        Values values = Values.of(value);
        return values.map("Fn::If", new Value.Sequence(items, parts.span()));
    }

    /** The role, to set what else it has. */
    public Made made() {
        return made;
    }

    /** Writes its policies down, once all are known. */
    public Made finish() {
        made.set("ManagedPolicyArns", made.values().list(List.copyOf(managed.values())));
        if (!policies.isEmpty()) {
            made.set("Policies", made.values().list(policies));
        }
        return made;
    }
}
