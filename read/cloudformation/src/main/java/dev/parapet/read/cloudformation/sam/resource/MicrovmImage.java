package dev.parapet.read.cloudformation.sam.resource;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.policy.PolicyDocuments;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Kind;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.PropertyTable;
import dev.parapet.read.cloudformation.sam.template.ResourceExpander;
import dev.parapet.read.cloudformation.sam.template.Shape;
import dev.parapet.read.cloudformation.sam.template.Tags;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code AWS::Serverless::MicrovmImage}: the image of a micro virtual machine, and the role that builds it (AWS SAM specification
 * as of aws-sam-translator 1.115.0).
 */
public final class MicrovmImage implements ResourceExpander {
    /** Its type. */
    public static final String TYPE = "AWS::Serverless::MicrovmImage";

    private static final Kind TEXT_OR_MAP = Kind.oneOf(Kind.TEXT, Kind.MAP);
    private static final PropertyTable PROPERTIES = PropertyTable.of(TYPE)
            .requiredStrict("Name", TEXT_OR_MAP)
            .requiredStrict("CodeUri", TEXT_OR_MAP)
            .requiredStrict("BaseImageArn", TEXT_OR_MAP)
            .strict("BuildRoleArn", TEXT_OR_MAP)
            .requiredStrict("BaseImageVersion", TEXT_OR_MAP)
            .strict("Description", TEXT_OR_MAP)
            .strict("Tags", Kind.MAP)
            .strict("Logging", Kind.MAP)
            .strict("EgressNetworkConnectors", Kind.LIST)
            .strict("CpuConfigurations", Kind.LIST)
            .strict("Resources", Kind.LIST)
            .strict("AdditionalOsCapabilities", Kind.LIST)
            .strict("Hooks", Kind.MAP)
            .strict("EnvironmentVariables", Kind.MAP)
            .strict("PropagateTags", Kind.BOOL);

    private static final Shape TEXT = Shape.orFunction(Shape.TEXT);
    private static final Shape INTEGER = Shape.orFunction(Shape.INTEGER);
    private static final Shape STATE = Shape.orFunction(Shape.oneOf("ENABLED", "DISABLED"));
    private static final Shape MODEL = Shape.object()
            .required("Name", TEXT)
            .required("CodeUri", TEXT)
            .required("BaseImageArn", TEXT)
            .required("BaseImageVersion", TEXT)
            .optional("BuildRoleArn", TEXT)
            .optional("Description", TEXT)
            .optional("Tags", Shape.MAP)
            .optional(
                    "Logging",
                    Shape.object()
                            .optional("Disabled", Shape.BOOL)
                            .optional(
                                    "CloudWatch",
                                    Shape.object().optional("LogGroup", TEXT).optional("LogStream", TEXT)))
            .optional("EgressNetworkConnectors", Shape.listOf(TEXT))
            .optional(
                    "CpuConfigurations",
                    Shape.listOf(Shape.object().required("Architecture", Shape.orFunction(Shape.oneOf("ARM_64")))))
            .optional("Resources", Shape.listOf(Shape.object().required("MinimumMemoryInMiB", INTEGER)))
            .optional("AdditionalOsCapabilities", Shape.listOf(Shape.orFunction(Shape.oneOf("ALL"))))
            .optional(
                    "Hooks",
                    Shape.object()
                            .optional("Port", INTEGER)
                            .optional("MicrovmHooks", hooks("Run", "Resume", "Suspend", "Terminate"))
                            .optional("MicrovmImageHooks", hooks("Ready", "Validate")))
            .optional("EnvironmentVariables", Shape.MAP)
            .optional("PropagateTags", Shape.BOOL);

    private static Shape hooks(String... names) {
        Shape.Fields hooks = Shape.object();
        for (String name : names) {
            hooks = hooks.optional(name, STATE).optional(name + "TimeoutInSeconds", INTEGER);
        }
        return hooks;
    }

    @Override
    public List<Made> expand(Authored resource, Transformation transformation) {
        PROPERTIES.check(resource, resource.properties());
        MODEL.checkAll(resource);
        List<Made> all = new ArrayList<>();
        Made image = resource.become(resource.id(), "AWS::Lambda::MicrovmImage");
        Values values = image.values();
        Value builder = resource.property("BuildRoleArn");
        if (builder == null || Intrinsics.isEmpty(builder)) {
            Made role = buildRole(resource, transformation);
            all.add(role);
            builder = role.getAtt("Arn");
        }
        image.copy(resource.properties(), "Name", "BaseImageArn", "BaseImageVersion")
                .set("CodeArtifact", values.map("Uri", resource.property("CodeUri")))
                .set("BuildRoleArn", builder)
                .set("Description", or(resource.property("Description"), values.text("")))
                .set("Tags", Tags.markedLast(resource, resource.property("Tags")));
        for (String name :
                List.of("EgressNetworkConnectors", "CpuConfigurations", "Resources", "AdditionalOsCapabilities")) {
            image.set(name, or(resource.property(name), values.list()));
        }
        for (String name : List.of("Logging", "Hooks")) {
            image.set(name, or(resource.property(name), values.map()));
        }
        List<Value> variables = new ArrayList<>();
        Intrinsics.entries(resource.property("EnvironmentVariables"))
                .forEach((name, entry) -> variables.add(new Values(entry.keySpan())
                        .map("Key", new Values(entry.keySpan()).text(name), "Value", entry.value())));
        image.set("EnvironmentVariables", values.list(variables));
        all.add(image);
        Tags.combine(all, resource.property("Tags"), resource.property("PropagateTags"));
        return all;
    }

    private static Value or(@Nullable Value value, Value otherwise) {
        return value == null || Intrinsics.isEmpty(value) ? otherwise : value;
    }

    private static Made buildRole(Authored resource, Transformation transformation) {
        Made role = resource.make(resource.id() + "BuildRole", "AWS::IAM::Role");
        Values values = role.values();
        Value policy = PolicyDocuments.versioned(
                values,
                "MicrovmImageBuildPolicy",
                PolicyDocuments.allow(values, List.of("s3:GetObject"), objects(resource, transformation)),
                PolicyDocuments.allow(
                        values,
                        List.of("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"),
                        values.text("*")));
        return role.set("AssumeRolePolicyDocument", PolicyDocuments.assumedBy(values, "lambda.amazonaws.com"))
                .set("Policies", values.list(policy))
                .set("Tags", Tags.markedLast(resource, null));
    }

    /** The objects of the bucket that holds the code; the bucket is only known at deployment when the address is no text. */
    private static Value objects(Authored resource, Transformation transformation) {
        Value uri = resource.property("CodeUri");
        if (uri == null) {
            return new Values(resource.head()).text("*");
        }
        Values values = Values.of(uri);
        if (transformation.resolution().parameters(uri) instanceof Value.Text known
                && known.text().startsWith("s3://")) {
            String rest = known.text().substring("s3://".length());
            String bucket = rest.contains("/") ? rest.substring(0, rest.indexOf('/')) : rest;
            if (bucket.isEmpty()) {
                throw resource.invalid(
                        "CodeUri must be a valid S3 URI with a bucket name (e.g. s3://bucket/key.zip).", uri.span());
            }
            return values.sub("arn:${AWS::Partition}:s3:::" + bucket + "/*");
        }
        Value split = values.map("Fn::Split", values.list(values.text("/"), uri));
        Value bucket = values.map("Fn::Select", values.list(values.number(2), split));
        return values.sub("arn:${AWS::Partition}:s3:::${Bucket}/*", values.map("Bucket", bucket));
    }
}
