package dev.parapet.read.cloudformation.sam.workflow;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.policy.ExecutionRole;
import dev.parapet.read.cloudformation.sam.policy.PolicyDocuments;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Kind;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.MappingBuilder;
import dev.parapet.read.cloudformation.sam.template.PropertyTable;
import dev.parapet.read.cloudformation.sam.template.ResourceExpander;
import dev.parapet.read.cloudformation.sam.template.S3Location;
import dev.parapet.read.cloudformation.sam.template.Shown;
import dev.parapet.read.cloudformation.sam.template.Tags;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code AWS::Serverless::StateMachine}: a state machine, its role, and what starts it
 * (https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-statemachine.html).
 */
public final class StateMachine implements ResourceExpander {
    /** Its type. */
    public static final String TYPE = "AWS::Serverless::StateMachine";

    private static final Kind TEXT_OR_MAP = Kind.oneOf(Kind.TEXT, Kind.MAP);
    private static final PropertyTable PROPERTIES = PropertyTable.of(TYPE)
            .optional("Definition", Kind.MAP)
            .optional("DefinitionUri", TEXT_OR_MAP)
            .optional("Logging", Kind.MAP)
            .optional("Role", Kind.TEXT)
            .any("RolePath")
            .optional("DefinitionSubstitutions", Kind.MAP)
            .optional("Events", Kind.mapOf(Kind.MAP))
            .optional("Name", Kind.TEXT)
            .optional("Type", Kind.TEXT)
            .optional("Tags", Kind.MAP)
            .optional("PropagateTags", Kind.BOOL)
            // One policy alone is taken for a list of one before SAM looks at its kind.
            .optional("Policies", Kind.oneOf(TEXT_OR_MAP, Kind.listOf(TEXT_OR_MAP)))
            .optional("Tracing", Kind.MAP)
            .optional("PermissionsBoundary", Kind.TEXT)
            .any("AutoPublishAlias", "DeploymentPreference")
            .strict("UseAliasAsEventTarget", Kind.BOOL);

    @Override
    public List<Made> expand(Authored resource, Transformation transformation) {
        PROPERTIES.check(resource, resource.properties());
        Value policies = resource.property("Policies");
        if (policies instanceof Value.Mapping none && none.entries().isEmpty()) {
            throw resource.invalid("Type of property 'Policies' is invalid.", none.span());
        }
        Made machine = resource.become(resource.id(), "AWS::StepFunctions::StateMachine");
        StateMachineEvents.check(resource, machine, transformation);
        List<Made> all = new ArrayList<>();
        all.add(machine);
        define(resource, machine);
        if (Intrinsics.isEmpty(resource.property("Role"))) {
            Made role = role(resource, transformation);
            machine.set("RoleArn", role.getAtt("Arn"));
            all.add(role);
        } else if (Intrinsics.isEmpty(resource.property("Policies"))) {
            machine.copyAs("RoleArn", resource.properties(), "Role");
        } else {
            throw resource.invalid(
                    "Specify either 'Role' or 'Policies' (but not both at the same time) or neither of them",
                    resource.head());
        }
        machine.copyAs("StateMachineName", resource.properties(), "Name")
                .copyAs("StateMachineType", resource.properties(), "Type")
                .copyAs("LoggingConfiguration", resource.properties(), "Logging")
                .copyAs("TracingConfiguration", resource.properties(), "Tracing")
                .set("Tags", tags(resource));
        List<Made> published = published(resource, machine);
        all.addAll(published);
        boolean aliased = !Intrinsics.isEmpty(resource.property("UseAliasAsEventTarget"));
        all.addAll(StateMachineEvents.expand(resource, aliased ? published.getLast() : machine, transformation));
        Tags.propagate(all, resource.property("Tags"), resource.property("PropagateTags"));
        return all;
    }

    private static void define(Authored resource, Made machine) {
        Value definition = resource.property("Definition");
        Value uri = resource.property("DefinitionUri");
        Value substitutions = resource.property("DefinitionSubstitutions");
        if (!Intrinsics.isEmpty(definition) && !Intrinsics.isEmpty(uri)) {
            throw resource.invalid(
                    "Specify either 'Definition' or 'DefinitionUri' property and not both.", resource.head());
        }
        if (!Intrinsics.isEmpty(substitutions)) {
            machine.set("DefinitionSubstitutions", substitutions);
        }
        if (definition instanceof Value.Mapping mapping && !mapping.entries().isEmpty()) {
            Definition.Written written = Definition.of(mapping);
            if (!written.substitutions().entries().isEmpty()) {
                MappingBuilder joined = substitutions instanceof Value.Mapping given
                        ? MappingBuilder.of(given)
                        : machine.values().builder();
                machine.set(
                        "DefinitionSubstitutions",
                        joined.putAll(written.substitutions()).build());
            }
            machine.set("DefinitionString", written.text());
        } else if (uri != null && !Intrinsics.isEmpty(uri)) {
            machine.set("DefinitionS3Location", S3Location.of(resource, "DefinitionUri", uri, S3Location.DEFINITION));
        } else {
            throw resource.invalid(
                    "Either 'Definition' or 'DefinitionUri' property must be specified.", resource.head());
        }
    }

    private static Value.Sequence tags(Authored resource) {
        Values values = new Values(resource.head());
        List<Value> all = new ArrayList<>();
        all.add(Tags.tag("stateMachine:createdBy", values.text("SAM")));
        if (resource.property("Tags") instanceof Value.Mapping own) {
            all.addAll(Tags.list(own).items());
        }
        return values.list(all);
    }

    private static Made role(Authored resource, Transformation transformation) {
        ExecutionRole role = ExecutionRole.of(
                        resource, PolicyDocuments.assumedBy(new Values(resource.head()), "states.amazonaws.com"))
                .policies(resource, resource.property("Policies"), transformation);
        if (resource.property("Tracing") instanceof Value.Mapping tracing
                && tracing.get("Enabled") instanceof Value.Bool enabled
                && enabled.value()) {
            boolean usual = transformation.resolution().partition().equals("aws");
            role.managed(usual ? "AWSXrayWriteOnlyAccess" : "AWSXRayDaemonWriteAccess", transformation);
        }
        role.made()
                .copyAs("Path", resource.properties(), "RolePath")
                .copy(resource.properties(), "PermissionsBoundary")
                .set("Tags", tags(resource));
        return role.finish();
    }

    /** The version and the alias that are published with every change; none when there is no alias. */
    private static List<Made> published(Authored resource, Made machine) {
        Value alias = resource.property("AutoPublishAlias");
        Value preference = resource.property("DeploymentPreference");
        if (alias == null || Intrinsics.isEmpty(alias)) {
            for (String name : List.of("UseAliasAsEventTarget", "DeploymentPreference")) {
                if (!Intrinsics.isEmpty(resource.property(name))) {
                    throw resource.invalid(
                            "'" + name + "' requires 'AutoPublishAlias' property to be specified.", resource.head());
                }
            }
            return List.of();
        }
        Made version = resource.make(resource.id() + "Version", "AWS::StepFunctions::StateMachineVersion");
        Values values = version.values();
        for (String policy : List.of("DeletionPolicy", "UpdateReplacePolicy")) {
            if (version.attribute(policy) == null) {
                version.attribute(policy, values.text("Retain"));
            }
        }
        version.set("StateMachineArn", machine.ref());
        version.set("StateMachineRevisionId", machine.getAtt("StateMachineRevisionId"));
        String id = resource.id() + "Alias" + Shown.of(alias);
        Made made = resource.make(id, "AWS::StepFunctions::StateMachineAlias");
        MappingBuilder deployment =
                preference instanceof Value.Mapping given && !given.entries().isEmpty()
                        ? MappingBuilder.of(given)
                        : values.builder().put("Type", values.text("ALL_AT_ONCE"));
        made.set("Name", alias);
        made.set(
                "DeploymentPreference",
                deployment.put("StateMachineVersionArn", version.ref()).build());
        return List.of(version, made);
    }
}
