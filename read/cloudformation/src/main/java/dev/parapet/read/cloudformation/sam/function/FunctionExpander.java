package dev.parapet.read.cloudformation.sam.function;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.policy.ExecutionRole;
import dev.parapet.read.cloudformation.sam.policy.PolicyDocuments;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.ResourceExpander;
import dev.parapet.read.cloudformation.sam.template.Tags;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Expands AWS::Serverless::Function. What is wrong with a part of it keeps nobody from the rest. */
public final class FunctionExpander implements ResourceExpander {
    /** The type that it expands. */
    public static final String TYPE = "AWS::Serverless::Function";

    /** What {@code MyFunction.Alias} and its like stand for. */
    public static final Map<String, String> REFERENCES = Map.of(
            "Alias", "AWS::Lambda::Alias",
            "Version", "AWS::Lambda::Version",
            "DestinationTopic", "AWS::SNS::Topic",
            "DestinationQueue", "AWS::SQS::Queue");

    @Override
    public List<Made> expand(Authored function, Transformation transformation) {
        transformation.attempt(() -> FunctionProperties.TABLE.check(function, function.properties()));
        FunctionChecks checks = new FunctionChecks(function);
        checks.before(transformation);
        return new Expansion(function, transformation).all(checks);
    }

    /** One function on its way. */
    private static final class Expansion {
        private final Authored function;
        private final Transformation transformation;
        private final Made lambda;
        private final ExecutionRole role;
        private final List<Made> all = new ArrayList<>();
        private @Nullable Publication publication;

        Expansion(Authored function, Transformation transformation) {
            this.function = function;
            this.transformation = transformation;
            this.lambda = function.become(function.id(), "AWS::Lambda::Function");
            Value written = function.property("AssumeRolePolicyDocument");
            this.role = ExecutionRole.of(
                    function,
                    written == null
                            ? PolicyDocuments.assumedBy(new Values(function.head()), "lambda.amazonaws.com")
                            : written);
        }

        List<Made> all(FunctionChecks checks) {
            all.add(lambda);
            transformation.attempt(this::properties);
            checks.after(transformation);
            transformation.attempt(this::publish);
            transformation.attempt(this::url);
            transformation.attempt(this::deploy);
            role();
            transformation.attempt(this::link);
            all.addAll(FunctionEvents.expand(function, lambda, alias(), role, transformation));
            role.finish();
            Tags.propagate(all, function.property("Tags"), function.property("PropagateTags"));
            return all;
        }

        private @Nullable Made alias() {
            return publication == null ? null : publication.alias();
        }

        private void properties() {
            Value.Mapping properties = function.properties();
            if (!Intrinsics.isEmpty(properties.get("FunctionName"))) {
                lambda.copy(properties, "FunctionName");
            }
            lambda.copy(
                    properties,
                    "Handler",
                    "Runtime",
                    "Description",
                    "MemorySize",
                    "Timeout",
                    "VpcConfig",
                    "Role",
                    "Environment",
                    "KmsKeyArn",
                    "ReservedConcurrentExecutions",
                    "Layers",
                    "FileSystemConfigs",
                    "ImageConfig",
                    "PackageType",
                    "Architectures",
                    "SnapStart",
                    "EphemeralStorage",
                    "CodeSigningConfigArn",
                    "RuntimeManagementConfig",
                    "LoggingConfig",
                    "TenancyConfig",
                    "RecursiveLoop",
                    "DurableConfig",
                    "PublishToLatestPublished");
            if (!Intrinsics.isEmpty(properties.get("FunctionScalingConfig"))) {
                lambda.copy(properties, "FunctionScalingConfig");
            }
            Value tracing = tracing();
            if (tracing != null) {
                lambda.set("TracingConfig", Values.of(tracing).map("Mode", tracing));
            }
            if (function.property("DeadLetterQueue") instanceof Value.Mapping queue && !Intrinsics.isEmpty(queue)) {
                lambda.set("DeadLetterConfig", Values.of(queue).map("TargetArn", queue.get("TargetArn")));
            }
            transformation.attempt(() -> lambda.set("CapacityProviderConfig", CapacityProviderReference.of(function)));
            transformation.attempt(() -> lambda.set("Tags", tags()));
            lambda.set("Code", Code.of(function));
        }

        private Value tags() {
            return Tags.marked(function, function.property("Tags"));
        }

        /** How the function is traced; null when it is not. */
        private @Nullable Value tracing() {
            Value tracing = function.property("Tracing");
            if (tracing == null
                    || Intrinsics.isEmpty(tracing)
                    || transformation.resolution().parameters(tracing) instanceof Value.Text mode
                            && mode.text().equals("Disabled")) {
                return null;
            }
            return transformation.resolution().lookedAt(tracing);
        }

        private void publish() {
            Value alias = function.property("AutoPublishAlias");
            if (alias == null || Intrinsics.isEmpty(alias)) {
                return;
            }
            Value code = lambda.get("Code");
            if (code != null) {
                lambda.set("Code", transformation.resolution().parameters(code));
            }
            Publication made = Publication.of(function, lambda, alias, transformation);
            publication = made;
            all.add(made.version());
            all.add(made.alias());
        }

        private void url() {
            if (function.property("FunctionUrlConfig") instanceof Value.Mapping config && !Intrinsics.isEmpty(config)) {
                all.addAll(FunctionUrl.make(function, alias(), config));
            }
        }

        private void deploy() {
            if (!(function.property("DeploymentPreference") instanceof Value.Mapping written)
                    || Intrinsics.isEmpty(written)) {
                return;
            }
            Deployment deployment = Deployment.of(function, written, transformation);
            if (deployment == null) {
                return;
            }
            Made alias = alias();
            if (alias == null) {
                throw function.invalid(
                        "'DeploymentPreference' requires AutoPublishAlias property to be specified.", written.span());
            }
            transformation.together(Deployments.class, Deployments::new).add(deployment);
            alias.attribute("UpdatePolicy", deployment.updatePolicy());
        }

        private void role() {
            role.managed(
                    Intrinsics.isEmpty(function.property("DurableConfig"))
                            ? "service-role/AWSLambdaBasicExecutionRole"
                            : "service-role/AWSLambdaBasicDurableExecutionRolePolicy",
                    transformation);
            if (tracing() != null) {
                boolean usual = transformation.resolution().partition().equals("aws");
                role.managed(usual ? "AWSXrayWriteOnlyAccess" : "AWSXRayDaemonWriteAccess", transformation);
            }
            if (!Intrinsics.isEmpty(function.property("VpcConfig"))) {
                role.managed("service-role/AWSLambdaVPCAccessExecutionRole", transformation);
            }
            transformation.attempt(this::deadLetterQueue);
            transformation.attempt(this::invocations);
            role.policies(function, function.property("Policies"), transformation);
            role.made().copyAs("Path", function.properties(), "RolePath");
            role.made().copy(function.properties(), "PermissionsBoundary");
            transformation.attempt(() -> role.made().set("Tags", tags()));
        }

        private void deadLetterQueue() {
            if (function.property("DeadLetterQueue") instanceof Value.Mapping queue
                    && queue.get("TargetArn") instanceof Value arn
                    && queue.get("Type") instanceof Value.Text type) {
                String action = type.text().equals("SNS") ? "sns:Publish" : "sqs:SendMessage";
                Values values = Values.of(queue);
                role.policy(PolicyDocuments.versioned(
                        values, "DeadLetterQueuePolicy", PolicyDocuments.allow(values, action, arn)));
            }
        }

        private void invocations() {
            if (function.property("EventInvokeConfig") instanceof Value.Mapping config && !Intrinsics.isEmpty(config)) {
                all.addAll(InvokeConfig.make(function, config, publication, role, transformation));
            }
        }

        /** Gives the function the role that is made, where it has none of its own. */
        private void link() {
            Value own = function.property("Role");
            Made made = role.made();
            if (own == null) {
                lambda.set("Role", made.getAtt("Arn"));
                all.add(made);
            } else if (Intrinsics.isIf(own)) {
                either(transformation.resolution().parameters(own), made);
            }
        }

        private void either(Value own, Made made) {
            lambda.set("Role", own);
            if (!(Intrinsics.argument(own, "Fn::If") instanceof Value.Sequence parts)
                    || parts.items().size() != 3
                    || !(parts.items().getFirst() instanceof Value.Text condition)) {
                throw function.invalid("Malformed 'Role' property: Fn::If requires 3 arguments.", own.span());
            }
            Value whenTrue = parts.items().get(1);
            Value whenFalse = parts.items().get(2);
            boolean forTrue = Intrinsics.isNoValue(whenTrue);
            boolean forFalse = Intrinsics.isNoValue(whenFalse);
            Values values = Values.of(own);
            Value arn = made.getAtt("Arn");
            if (forTrue && forFalse) {
                lambda.set("Role", arn);
            } else if (forTrue) {
                lambda.set("Role", values.either(condition.text(), arn, whenFalse));
                made.attribute("Condition", condition);
            } else if (forFalse) {
                lambda.set("Role", values.either(condition.text(), whenTrue, arn));
                String not = "NOT" + condition.text();
                made.attribute("Condition", values.text(not));
                transformation
                        .output()
                        .condition(not, values.map("Fn::Not", values.list(values.map("Condition", condition))));
            } else {
                return;
            }
            all.add(made);
        }
    }
}
