package dev.parapet.read.cloudformation.sam.web;

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
import dev.parapet.read.cloudformation.sam.template.Tags;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Expands AWS::Serverless::WebFunction. */
public final class WebFunction implements ResourceExpander {
    /** Its type. */
    public static final String TYPE = "AWS::Serverless::WebFunction";

    private static final PropertyTable PROPERTIES = PropertyTable.of(TYPE)
            .optional("FunctionName", Kind.oneOf(Kind.TEXT, Kind.MAP))
            .optional("Tags", Kind.MAP)
            .optional("ReplicaRegions", Kind.oneOf(Kind.LIST, Kind.MAP))
            .any("AuthType", "Runtime", "CodeUri", "InlineCode", "RevisionDescription", "KmsKeyArn")
            .optional("ExecutionRoleArn", Kind.TEXT)
            .optional("EnvironmentVariables", Kind.MAP)
            .any("EntryPoint", "MaxConcurrencyPerEnvironment", "EgressNetworkConnectorArn")
            .optional("Timeout", Kind.INTEGER)
            .any("LoggingConfig", "RevisionWeights", "EndpointName", "EndpointType", "EndpointDescription")
            .any("ScalingConfig", "ThrottleConfig", "AutoDeploymentMode");

    /** The names of functions have 64 characters at most, of which nine tell stacks apart. */
    private static final int MAX_NAME = 55;

    private static final int TIMEOUT = 30;
    private static final int ALL_TRAFFIC = 100;

    @Override
    public List<Made> expand(Authored resource, Transformation transformation) {
        PROPERTIES.check(resource, resource.properties());
        new WebFunctionChecks(resource, transformation.resolution()).run();
        List<Made> all = new ArrayList<>();
        Value role = resource.property("ExecutionRoleArn");
        if (role == null) {
            Made made = role(resource, transformation);
            all.add(made);
            role = made.getAtt("Arn");
        }
        Made function = resource.become(resource.id(), "AWS::Lambda::WebFunction");
        function.set("FunctionName", name(resource)).set("Tags", Tags.marked(resource, resource.property("Tags")));
        Made revision = revision(resource, role);
        Values values = function.values();
        all.add(function);
        all.add(revision.dependsOn(values.texts(function.id())));
        all.add(endpoint(resource, revision).dependsOn(values.texts(function.id(), revision.id())));
        return all;
    }

    private static Made role(Authored resource, Transformation transformation) {
        Values values = new Values(resource.head());
        Made role = ExecutionRole.of(resource, PolicyDocuments.assumedBy(values, "lambda.amazonaws.com"))
                .managed("service-role/AWSLambdaBasicExecutionRole", transformation)
                .finish();
        return role.set("Tags", Tags.marked(resource, resource.property("Tags")));
    }

    /** The author's name, else one of the logical id and a part of the stack's id. */
    private static Value name(Authored resource) {
        Value written = resource.property("FunctionName");
        if (written != null && !Intrinsics.isEmpty(written)) {
            return written;
        }
        Values values = new Values(resource.head());
        String id = resource.id().substring(0, Math.min(MAX_NAME, resource.id().length()));
        Value guid = part(values, 2, "/", values.ref("AWS::StackId"));
        return values.sub(id + "-${StackIdSuffix}", values.map("StackIdSuffix", part(values, 0, "-", guid)));
    }

    private static Value part(Values values, int index, String separator, Value of) {
        Value split = values.map("Fn::Split", values.list(values.text(separator), of));
        return values.map("Fn::Select", values.list(values.number(index), split));
    }

    private static Made revision(Authored resource, Value role) {
        Made revision = resource.make(resource.id() + "Revision", "AWS::Lambda::WebFunctionRevision");
        Values values = revision.values();
        Value code = code(resource);
        Value runtime = resource.property("Runtime");
        if (runtime == null) {
            throw resource.invalid("'Runtime' is required.", resource.head());
        }
        return revision.set("FunctionName", name(resource))
                .copyAs("Description", resource.properties(), "RevisionDescription")
                .copy(resource.properties(), "KmsKeyArn")
                .set(
                        "BuildConfig",
                        values.map(
                                "CodeConfig",
                                values.map("S3Object", code),
                                "RuntimeConfig",
                                values.map("Runtime", runtime)))
                .set("ServiceConfig", service(resource, role));
    }

    private static Value code(Authored resource) {
        Value uri = resource.property("CodeUri");
        Value inline = resource.property("InlineCode");
        if (uri != null && inline != null) {
            throw resource.invalid("Only one of 'InlineCode' or 'CodeUri' can be set.", inline.span());
        }
        if (uri != null && !Intrinsics.isEmpty(uri)) {
            Value location = S3Location.of(resource, "CodeUri", uri, S3Location.CODE);
            return location instanceof Value.Mapping known
                    ? Values.of(uri)
                            .map(
                                    "Bucket",
                                    known.get("S3Bucket"),
                                    "Key",
                                    known.get("S3Key"),
                                    "VersionId",
                                    known.get("S3ObjectVersion"))
                    : location;
        }
        throw resource.invalid(
                Intrinsics.isEmpty(inline)
                        ? "Either 'InlineCode' or 'CodeUri' must be set."
                        : "'InlineCode' is not yet supported for 'AWS::Serverless::WebFunction'. Please use 'CodeUri' instead.",
                resource.head());
    }

    private static Value service(Authored resource, Value role) {
        Values values = new Values(resource.head());
        MappingBuilder service = values.builder().put("ExecutionRoleArn", role);
        service.put("EnvironmentVariables", variables(resource));
        Value logging = resource.property("LoggingConfig");
        if (logging != null && !Intrinsics.isEmpty(logging)) {
            service.put("TelemetryConfig", values.map("LoggingConfig", logging));
        }
        Value timeout = resource.property("Timeout");
        return service.put("MaxConcurrencyPerEnvironment", resource.property("MaxConcurrencyPerEnvironment"))
                .put("EgressNetworkConnectorArn", resource.property("EgressNetworkConnectorArn"))
                .put("TimeoutSeconds", Intrinsics.isEmpty(timeout) ? values.number(TIMEOUT) : timeout)
                .build();
    }

    private static @Nullable Value variables(Authored resource) {
        Value written = resource.property("EnvironmentVariables");
        Value entry = resource.property("EntryPoint");
        boolean entered = !Intrinsics.isEmpty(entry);
        if (Intrinsics.is(written)) {
            if (entered) {
                throw resource.invalid(
                        "'EntryPoint' cannot be used when 'EnvironmentVariables' is an intrinsic function.",
                        resource.head());
            }
            return written;
        }
        MappingBuilder variables = new Values(resource.head()).builder();
        Intrinsics.entries(written)
                .forEach((name, each) -> variables.put(name, new Value.Entry(each.keySpan(), text(each.value()))));
        if (entered) {
            variables.put("AWS_LAMBDA_NODEJS_ENTRYPOINT", entry);
        }
        return variables.isEmpty() ? null : variables.build();
    }

    private static Value text(Value value) {
        return switch (value) {
            case Value.Bool bool -> Values.of(value).text(String.valueOf(bool.value()));
            case Value.Number number -> Values.of(value).text(number.value().toPlainString());
            default -> value;
        };
    }

    private static Made endpoint(Authored resource, Made revision) {
        Made endpoint = resource.make(resource.id() + "Endpoint", "AWS::Lambda::WebFunctionEndpoint");
        Values values = endpoint.values();
        Value name = resource.property("EndpointName");
        Value type = resource.property("EndpointType");
        return endpoint.set("FunctionName", name(resource))
                .set("EndpointName", Intrinsics.isEmpty(name) ? values.text("prod") : name)
                .set("EndpointType", Intrinsics.isEmpty(type) ? values.text("HomeRegion") : type)
                .copy(resource.properties(), "AuthType")
                .set("RevisionWeights", weights(resource, revision, values))
                .set("Regions", ReplicaRegions.of(resource))
                .copyAs("Description", resource.properties(), "EndpointDescription")
                .copy(resource.properties(), "ScalingConfig", "ThrottleConfig");
    }

    private static Value weights(Authored resource, Made revision, Values values) {
        List<Value> weights = new ArrayList<>();
        Intrinsics.entries(resource.property("RevisionWeights"))
                .forEach((id, entry) -> weights.add(new Values(entry.keySpan())
                        .map("RevisionId", new Values(entry.keySpan()).text(id), "Weight", entry.value())));
        if (weights.isEmpty()) {
            weights.add(values.map("RevisionId", revision.getAtt("RevisionId"), "Weight", values.number(ALL_TRAFFIC)));
        }
        return values.list(weights);
    }
}
