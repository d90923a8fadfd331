package dev.parapet.read.cloudformation.sam.resource;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.policy.PolicyDocuments;
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
import java.util.ArrayList;
import java.util.List;

/**
 * {@code AWS::Serverless::NetworkConnector}: the way of micro virtual machines and web functions into a network, and the role
 * that operates it (AWS SAM specification as of aws-sam-translator 1.115.0).
 */
public final class NetworkConnector implements ResourceExpander {
    /** Its type. */
    public static final String TYPE = "AWS::Serverless::NetworkConnector";

    private static final Kind TEXT_OR_MAP = Kind.oneOf(Kind.TEXT, Kind.MAP);
    private static final PropertyTable PROPERTIES = PropertyTable.of(TYPE)
            .strict("Name", TEXT_OR_MAP)
            .requiredStrict("VpcConfig", Kind.MAP)
            .strict("ComputeTypes", Kind.LIST)
            .strict("OperatorRole", TEXT_OR_MAP)
            .strict("Tags", Kind.MAP)
            .strict("PropagateTags", Kind.BOOL);

    private static final Shape TEXT = Shape.orFunction(Shape.TEXT);
    private static final Shape MODEL = Shape.object()
            .optional("Name", TEXT)
            .required(
                    "VpcConfig",
                    Shape.object()
                            .required("SubnetIds", Shape.listOf(TEXT))
                            .required("SecurityGroupIds", Shape.listOf(TEXT))
                            .required("NetworkProtocol", Shape.orFunction(Shape.oneOf("IPv4", "DualStack"))))
            .optional("ComputeTypes", Shape.listOf(Shape.orFunction(Shape.oneOf("MicroVm", "WebFunction"))))
            .optional("OperatorRole", TEXT)
            .optional("Tags", Shape.MAP)
            .optional("PropagateTags", Shape.BOOL);

    @Override
    public List<Made> expand(Authored resource, Transformation transformation) {
        PROPERTIES.check(resource, resource.properties());
        computeTypes(resource);
        MODEL.checkAll(resource);
        List<Made> all = new ArrayList<>();
        Made connector = resource.become(resource.id(), "AWS::Lambda::NetworkConnector");
        Values values = connector.values();
        Value operator = resource.property("OperatorRole");
        if (operator == null || Intrinsics.isEmpty(operator)) {
            Made role = operatorRole(resource, transformation);
            all.add(role);
            operator = role.getAtt("Arn");
        }
        if (!Intrinsics.isEmpty(resource.property("Name"))) {
            connector.copy(resource.properties(), "Name");
        }
        Value types = resource.property("ComputeTypes");
        Value network = resource.property("VpcConfig");
        MappingBuilder egress =
                network instanceof Value.Mapping mapping ? MappingBuilder.of(mapping) : values.builder();
        egress.put("AssociatedComputeResourceTypes", Intrinsics.isEmpty(types) ? values.texts("MicroVm") : types);
        connector
                .set("Configuration", values.map("VpcEgressConfiguration", egress.build()))
                .set("OperatorRole", operator)
                .set("Tags", Tags.markedLast(resource, resource.property("Tags")));
        all.add(connector);
        Tags.combine(all, resource.property("Tags"), resource.property("PropagateTags"));
        return all;
    }

    private static void computeTypes(Authored resource) {
        if (!(resource.property("ComputeTypes") instanceof Value.Sequence types)) {
            return;
        }
        if (types.items().size() != 1) {
            throw resource.invalid(
                    "'ComputeTypes' must contain exactly one value, got "
                            + types.items().size() + ".",
                    types.span());
        }
        if (types.items().getFirst() instanceof Value.Text type
                && !List.of("MicroVm", "WebFunction").contains(type.text())) {
            throw resource.invalid(
                    "'ComputeTypes' values must be one of ['MicroVm', 'WebFunction'], got '" + type.text() + "'.",
                    type.span());
        }
    }

    private static Made operatorRole(Authored resource, Transformation transformation) {
        Made role = resource.make(resource.id() + "OperatorRole", "AWS::IAM::Role");
        Values values = role.values();
        String policy = "arn:" + transformation.resolution().partition()
                + ":iam::aws:policy/AWSLambdaNetworkConnectorOperatorPolicy";
        return role.set("AssumeRolePolicyDocument", PolicyDocuments.assumedBy(values, "lambda.amazonaws.com"))
                .set("ManagedPolicyArns", values.texts(policy))
                .set("Tags", Tags.markedLast(resource, null));
    }
}
