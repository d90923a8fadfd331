package dev.parapet.read.cloudformation.sam.policy;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.List;

/** The policy documents that SAM writes itself. */
public final class PolicyDocuments {
    private static final String VERSION = "2012-10-17";

    private PolicyDocuments() {}

    /** Who may assume a role: one service. */
    public static Value.Mapping assumedBy(Values values, String service) {
        return values.map(
                "Version",
                values.text(VERSION),
                "Statement",
                values.list(values.map(
                        "Action",
                        values.texts("sts:AssumeRole"),
                        "Effect",
                        values.text("Allow"),
                        "Principal",
                        values.map("Service", values.texts(service)))));
    }

    /** A statement that allows one action. */
    public static Value.Mapping allow(Values values, String action, Value resource) {
        return values.map("Action", values.text(action), "Effect", values.text("Allow"), "Resource", resource);
    }

    /** A statement that allows a list of actions. */
    public static Value.Mapping allow(Values values, List<String> actions, Value resource) {
        return values.map(
                "Action",
                values.list(actions.stream().map(values::text).toList()),
                "Effect",
                values.text("Allow"),
                "Resource",
                resource);
    }

    /** An inline policy of a role. */
    public static Value.Mapping named(Values values, String name, Value... statements) {
        return values.map(
                "PolicyName", values.text(name), "PolicyDocument", values.map("Statement", values.list(statements)));
    }

    /** An inline policy of a role with the version of the policy language. */
    public static Value.Mapping versioned(Values values, String name, Value... statements) {
        return values.map(
                "PolicyName",
                values.text(name),
                "PolicyDocument",
                values.map("Version", values.text(VERSION), "Statement", values.list(statements)));
    }

    /** Lets a role send to a queue. */
    public static Value.Mapping sendMessage(Values values, String prefix, Value queue) {
        return named(values, prefix + "SQSPolicy", allow(values, "sqs:SendMessage", queue));
    }

    /** Lets a role publish to a topic. */
    public static Value.Mapping publish(Values values, String prefix, Value topic) {
        return named(values, prefix + "SNSPolicy", allow(values, "sns:publish", topic));
    }

    /** Lets a role write to a bucket. */
    public static Value.Mapping putObject(Values values, String prefix, Value bucket) {
        return named(
                values,
                prefix + "S3Policy",
                allow(values, "s3:PutObject", values.join("/", bucket, values.text("*"))),
                allow(values, "s3:ListBucket", bucket));
    }

    /** Lets a role send to an event bus. */
    public static Value.Mapping putEvents(Values values, String prefix, Value bus) {
        return named(values, prefix + "EventBridgePolicy", allow(values, "events:PutEvents", bus));
    }

    /** Lets a role invoke a function. */
    public static Value.Mapping invokeFunction(Values values, String prefix, Value function) {
        return named(values, prefix + "LambdaPolicy", allow(values, "lambda:InvokeFunction", function));
    }

    /** Lets a role start a state machine. */
    public static Value.Mapping startExecution(Values values, String prefix, Value stateMachine) {
        return named(values, prefix + "StartExecutionPolicy", allow(values, "states:StartExecution", stateMachine));
    }

    /** A queue's policy: who may send to it when it acts for a source. */
    public static Value.Mapping sendFrom(Values values, Value principal, Value queue, Value source) {
        return values.map(
                "Version",
                values.text(VERSION),
                "Statement",
                values.list(values.builder()
                        .put("Action", values.text("sqs:SendMessage"))
                        .put("Effect", values.text("Allow"))
                        .put("Principal", principal)
                        .put("Resource", queue)
                        .put("Condition", values.map("ArnEquals", values.map("aws:SourceArn", source)))
                        .build()));
    }
}
