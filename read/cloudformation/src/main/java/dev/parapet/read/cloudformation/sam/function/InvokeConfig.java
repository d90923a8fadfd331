package dev.parapet.read.cloudformation.sam.function;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.policy.ExecutionRole;
import dev.parapet.read.cloudformation.sam.policy.PolicyDocuments;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.LogicalIds;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.MappingBuilder;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How asynchronous invocations end: {@code EventInvokeConfig}. A destination that is a queue or topic and has no ARN is
 * made; where {@code Fn::If} leaves the ARN out, it is made under that condition.
 */
final class InvokeConfig {
    private static final String TYPES = "['SQS', 'SNS', 'EventBridge', 'Lambda', 'S3Bucket']";
    private static final Set<String> KNOWN = Set.of("SQS", "SNS", "EventBridge", "Lambda", "S3Bucket");

    /** Where a destination is left out by {@code Fn::If}: the condition for that, and what stands there otherwise. */
    private record Branch(String condition, Value otherwise) {}

    private final Authored function;
    private final ExecutionRole role;
    private final Transformation transformation;
    private final List<Made> made = new ArrayList<>();
    private final String id;

    private InvokeConfig(Authored function, ExecutionRole role, Transformation transformation) {
        this.function = function;
        this.role = role;
        this.transformation = transformation;
        this.id = function.id() + "EventInvokeConfig";
    }

    static List<Made> make(
            Authored function,
            Value.Mapping written,
            @Nullable Publication publication,
            ExecutionRole role,
            Transformation transformation) {
        InvokeConfig config = new InvokeConfig(function, role, transformation);
        Value resolved = transformation.resolution().parameters(written);
        config.make(resolved instanceof Value.Mapping mapping ? mapping : written, publication);
        return config.made;
    }

    private void make(Value.Mapping settings, @Nullable Publication publication) {
        // All attributes go over here, not only those that other made resources share.
        Made config = function.become(id, "AWS::Lambda::EventInvokeConfig").dependsOn(null);
        Values values = config.values();
        if (publication != null) {
            config.dependsOn(values.texts(publication.alias().id()));
        }
        MappingBuilder destinations = values.builder();
        Value written = settings.get("DestinationConfig");
        if (!Intrinsics.isEmpty(written)) {
            Value.Mapping all = function.map(written, "EventInvokeConfig.DestinationConfig");
            for (String name : List.of("OnSuccess", "OnFailure")) {
                Value one = all.get(name);
                if (one != null && !(one instanceof Value.Null)) {
                    Value.Mapping destination = function.map(one, "EventInvokeConfig.DestinationConfig." + name);
                    destinations.put(name, Values.of(one).map("Destination", destination(destination, name)));
                }
            }
        }
        config.set("DestinationConfig", destinations.build());
        config.set("FunctionName", values.ref(function.id()));
        Value alias = publication == null ? null : publication.alias().get("Name");
        config.set("Qualifier", alias == null ? values.text("$LATEST") : alias);
        config.copy(settings, "MaximumEventAgeInSeconds", "MaximumRetryAttempts");
        made.add(config);
    }

    private Value destination(Value.Mapping settings, String event) {
        String type = settings.get("Type") instanceof Value.Text text ? text.text() : "None";
        if (!KNOWN.contains(type)) {
            throw function.invalid("'Type: " + type + "' must be one of " + TYPES, settings.span());
        }
        Value given = settings.get("Destination");
        if (given instanceof Value.Null) {
            given = null;
        }
        Branch branch = branch(given);
        String prefix = id + event;
        Value destination = given;
        if (given == null || branch != null) {
            Made resource = resource(type, prefix, settings);
            Value condition = both(
                    resource.attribute("Condition"),
                    branch == null ? null : resource.values().text(branch.condition()));
            resource.attribute("Condition", condition);
            Value arn = type.equals("SQS") ? resource.getAtt("Arn") : resource.ref();
            destination = branch == null ? arn : resource.values().either(branch.condition(), arn, branch.otherwise());
            made.add(resource);
        }
        if (destination == null) {
            throw function.invalid("Destination is required if Type is not ['SQS', 'SNS']", settings.span());
        }
        role.policy(policy(type, Values.of(settings), prefix, destination));
        return destination;
    }

    private Made resource(String type, String prefix, Value.Mapping settings) {
        return switch (type) {
            case "SQS" -> function.make(prefix + "Queue", "AWS::SQS::Queue");
            case "SNS" -> function.make(prefix + "Topic", "AWS::SNS::Topic");
            default -> throw function.invalid("Destination is required if Type is not ['SQS', 'SNS']", settings.span());
        };
    }

    private static Value.Mapping policy(String type, Values values, String prefix, Value arn) {
        return switch (type) {
            case "SQS" -> PolicyDocuments.sendMessage(values, prefix, arn);
            case "SNS" -> PolicyDocuments.publish(values, prefix, arn);
            case "EventBridge" -> PolicyDocuments.putEvents(values, prefix, arn);
            case "Lambda" -> PolicyDocuments.invokeFunction(values, prefix, arn);
            default -> PolicyDocuments.putObject(values, prefix, arn);
        };
    }

    private @Nullable Branch branch(@Nullable Value destination) {
        Value argument = Intrinsics.argument(destination, "Fn::If");
        if (argument == null) {
            return null;
        }
        if (!(argument instanceof Value.Sequence parts)
                || parts.items().size() != 3
                || !(parts.items().getFirst() instanceof Value.Text condition)) {
            throw function.invalid("Malformed 'Destination' property: Fn::If requires 3 arguments.", argument.span());
        }
        Value whenTrue = parts.items().get(1);
        Value whenFalse = parts.items().get(2);
        if (Intrinsics.isNoValue(whenTrue) == Intrinsics.isNoValue(whenFalse)) {
            return null;
        }
        if (Intrinsics.isNoValue(whenTrue)) {
            return new Branch(condition.text(), whenFalse);
        }
        String not = generated("NOT" + condition.text(), id);
        Values values = Values.of(argument);
        transformation.output().condition(not, values.map("Fn::Not", values.list(values.map("Condition", condition))));
        return new Branch(not, whenTrue);
    }

    /** The condition under which a resource is made that has one itself. */
    private @Nullable Value both(@Nullable Value own, @Nullable Value other) {
        if (!(own instanceof Value.Text first) || !(other instanceof Value.Text second)) {
            return own == null ? other : own;
        }
        String name = generated(first.text() + "AND" + second.text(), function.id());
        Values values = Values.of(other);
        // SAM wraps each name twice.
        transformation
                .output()
                .condition(
                        name,
                        values.map(
                                "Fn::And",
                                values.list(
                                        values.map("Condition", values.map("Condition", first)),
                                        values.map("Condition", values.map("Condition", second)))));
        return values.text(name);
    }

    private static String generated(String name, String hashed) {
        return LogicalIds.of(name, hashed);
    }
}
