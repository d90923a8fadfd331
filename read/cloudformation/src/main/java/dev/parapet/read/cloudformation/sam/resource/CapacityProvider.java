package dev.parapet.read.cloudformation.sam.resource;

import dev.parapet.model.Decimal;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.policy.ExecutionRole;
import dev.parapet.read.cloudformation.sam.policy.PolicyDocuments;
import dev.parapet.read.cloudformation.sam.template.Attributes;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Kind;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.MappingBuilder;
import dev.parapet.read.cloudformation.sam.template.PropertyTable;
import dev.parapet.read.cloudformation.sam.template.ResourceExpander;
import dev.parapet.read.cloudformation.sam.template.Shape;
import dev.parapet.read.cloudformation.sam.template.Tags;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code AWS::Serverless::CapacityProvider}: instances that functions run on, and the role that operates them
 * (https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-capacityprovider.html).
 */
public final class CapacityProvider implements ResourceExpander {
    /** Its type. */
    public static final String TYPE = "AWS::Serverless::CapacityProvider";

    private static final Kind TEXT_OR_MAP = Kind.oneOf(Kind.TEXT, Kind.MAP);
    private static final PropertyTable PROPERTIES = PropertyTable.of(TYPE)
            .strict("CapacityProviderName", TEXT_OR_MAP)
            .requiredStrict("VpcConfig", Kind.MAP)
            .strict("OperatorRole", TEXT_OR_MAP)
            .strict("Tags", Kind.MAP)
            .strict("PropagateTags", Kind.BOOL)
            .strict("InstanceRequirements", Kind.MAP)
            .strict("ScalingConfig", Kind.MAP)
            .strict("KmsKeyArn", TEXT_OR_MAP)
            .strict("LoggingConfig", Kind.MAP)
            .strict("ManagedResourceTags", Kind.MAP);

    private static final Shape TEXTS = Shape.orFunction(Shape.listOf(Shape.orFunction(Shape.TEXT)));
    private static final Shape MODEL = Shape.object()
            .any("CapacityProviderName")
            .required(
                    "VpcConfig",
                    Shape.object().optional("SecurityGroupIds", TEXTS).required("SubnetIds", TEXTS))
            .any("OperatorRole")
            .optional("Tags", Shape.MAP)
            .optional("PropagateTags", Shape.BOOL)
            .optional(
                    "InstanceRequirements",
                    Shape.object()
                            .optional("Architectures", TEXTS)
                            .optional("AllowedTypes", TEXTS)
                            .optional("ExcludedTypes", TEXTS))
            .optional(
                    "ScalingConfig",
                    Shape.object()
                            .optional("MaxVCpuCount", Shape.orFunction(Shape.INTEGER))
                            .optional("AverageCPUUtilization", Shape.orFunction(Shape.NUMBER)))
            .any("LoggingConfig")
            .optional("ManagedResourceTags", Shape.object().optional("Tags", Shape.MAP))
            .any("KmsKeyArn");

    @Override
    public List<Made> expand(Authored resource, Transformation transformation) {
        PROPERTIES.check(resource, resource.properties());
        MODEL.checkAll(resource);
        Value.Mapping instances = mapping(resource.property("InstanceRequirements"));
        if (instances != null && present(instances, "AllowedTypes") && present(instances, "ExcludedTypes")) {
            throw resource.invalid(
                    "Cannot specify 'InstanceRequirements.AllowedTypes' and 'InstanceRequirements.ExcludedTypes' together.",
                    instances.span());
        }
        List<Made> all = new ArrayList<>();
        Made provider = resource.become(resource.id(), "AWS::Lambda::CapacityProvider")
                .passOn(resource.written(), Attributes.SHARED);
        Values values = provider.values();
        Value operator = resource.property("OperatorRole");
        if (operator == null || Intrinsics.isEmpty(operator)) {
            Made role = operatorRole(resource, transformation);
            all.add(role);
            operator = role.getAtt("Arn");
        }
        provider.set("PermissionsConfig", values.map("CapacityProviderOperatorRoleArn", operator));
        for (String passed : List.of("CapacityProviderName", "KmsKeyArn")) {
            if (!Intrinsics.isEmpty(resource.property(passed))) {
                provider.copy(resource.properties(), passed);
            }
        }
        Value.Mapping network = mapping(resource.property("VpcConfig"));
        if (network != null) {
            provider.set(
                    "VpcConfig",
                    values.map(
                            "SubnetIds",
                            network.get("SubnetIds"),
                            "SecurityGroupIds",
                            present(network, "SecurityGroupIds") ? network.get("SecurityGroupIds") : null));
        }
        provider.set("Tags", Tags.markedLast(resource, resource.property("Tags")));
        instances(provider, instances);
        scaling(provider, mapping(resource.property("ScalingConfig")));
        Value logging = resource.property("LoggingConfig");
        if (!Intrinsics.isEmpty(logging)) {
            provider.set("TelemetryConfig", values.map("LoggingConfig", logging));
        }
        Value.Mapping managed = mapping(resource.property("ManagedResourceTags"));
        if (managed != null && managed.get("Tags") instanceof Value.Mapping own) {
            provider.set("PropagateTags", values.map("Mode", values.text("Explicit"), "ExplicitTags", Tags.list(own)));
        }
        all.add(provider);
        Tags.combine(all, resource.property("Tags"), resource.property("PropagateTags"));
        return all;
    }

    private static Value.@Nullable Mapping mapping(@Nullable Value value) {
        return value instanceof Value.Mapping mapping && !mapping.entries().isEmpty() ? mapping : null;
    }

    private static boolean present(Value.Mapping mapping, String name) {
        Value value = mapping.get(name);
        return value != null && !(value instanceof Value.Null);
    }

    private static Made operatorRole(Authored resource, Transformation transformation) {
        Values values = new Values(resource.head());
        Made known = ExecutionRole.of(resource, PolicyDocuments.assumedBy(values, "lambda.amazonaws.com"))
                .managed("AWSLambdaManagedEC2ResourceOperator", transformation)
                .finish();
        Made role = resource.make(resource.id() + "OperatorRole", "AWS::IAM::Role");
        known.properties().entries().forEach((name, entry) -> role.set(name, entry.value()));
        return role.set("Tags", Tags.markedLast(resource, null));
    }

    private static void instances(Made provider, Value.@Nullable Mapping written) {
        if (written == null) {
            return;
        }
        MappingBuilder built = Values.of(written).builder();
        Map.of(
                        "Architectures",
                        "Architectures",
                        "AllowedTypes",
                        "AllowedInstanceTypes",
                        "ExcludedTypes",
                        "ExcludedInstanceTypes")
                .forEach((name, made) -> {
                    if (present(written, name)) {
                        built.put(made, written.entries().get(name));
                    }
                });
        if (!built.isEmpty()) {
            provider.set("InstanceRequirements", built.build());
        }
    }

    private static void scaling(Made provider, Value.@Nullable Mapping written) {
        if (written == null || written.entries().values().stream().allMatch(e -> e.value() instanceof Value.Null)) {
            return;
        }
        Values values = Values.of(written);
        MappingBuilder built = values.builder();
        if (present(written, "MaxVCpuCount")) {
            built.put("MaxVCpuCount", number(written.get("MaxVCpuCount"), true));
        }
        boolean manual = present(written, "AverageCPUUtilization");
        built.put("ScalingMode", values.text(manual ? "Manual" : "Auto"));
        if (manual) {
            built.put(
                    "ScalingPolicies",
                    values.list(values.map(
                            "PredefinedMetricType",
                            values.text("LambdaCapacityProviderAverageCPUUtilization"),
                            "TargetValue",
                            number(written.get("AverageCPUUtilization"), false))));
        }
        provider.set("CapacityProviderScalingConfig", built.build());
    }

    /** A number as SAM's model has it: whole, or with a point. What is empty passes for an empty mapping there. */
    private static @Nullable Value number(@Nullable Value value, boolean whole) {
        if (value != null && Shape.isEmptyDict(value)) {
            return new Value.Mapping(Map.of(), value.span());
        }
        BigDecimal known = switch (value) {
            case Value.Number number -> number.value().toBigDecimal();
            case Value.Text text -> new BigDecimal(text.text().strip());
            case Value.Bool bool -> bool.value() ? BigDecimal.ONE : BigDecimal.ZERO;
            case null, default -> null;
        };
        if (known == null || value == null) {
            return value;
        }
        BigDecimal exact =
                whole ? known.setScale(0, RoundingMode.DOWN) : known.scale() <= 0 ? known.setScale(1) : known;
        return new Value.Number(Decimal.of(exact), value.span());
    }
}
