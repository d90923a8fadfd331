package dev.parapet.core.flow.taint;

import dev.parapet.core.flow.taint.table.CalleePath;
import java.util.List;
import java.util.Set;

/** The sorts of things that send events, with what their events look like: https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html. */
public enum EventSource {
    API("a request to an API"),
    APPSYNC("a GraphQL request"),
    S3("an S3 notification"),
    SQS("a message in a queue"),
    SNS("a message of a topic"),
    DYNAMODB("a change in a table"),
    KINESIS("a record of a stream"),
    EVENTBRIDGE("an event of a bus"),
    COGNITO("a user of a Cognito user pool"),
    IOT("a message of a device"),
    EMAIL("an e-mail that was received"),
    /** What calls on its own, with an event that is written in the template or fixed by the provider. */
    SCHEDULE("a schedule"),
    /** A custom resource, whose properties stand in the template. */
    DEPLOYMENT("a deployment of the template"),
    /** Whoever may invoke the function. */
    INVOCATION("whoever invokes the function");

    private static final Set<String> REQUEST = Set.of(
            "body",
            "queryStringParameters",
            "multiValueQueryStringParameters",
            "pathParameters",
            "headers",
            "multiValueHeaders",
            "cookies",
            "rawQueryString",
            "rawPath",
            "path",
            "requestContext");

    private final String text;

    EventSource(String text) {
        this.text = text;
    }

    /** How people call it. */
    public String text() {
        return text;
    }

    /** Whether somebody other than the function's owner has a say in what its events hold. */
    boolean isChosen() {
        return this != SCHEDULE && this != DEPLOYMENT;
    }

    /** Whether somebody sends it who may not invoke the function. */
    boolean isOutside() {
        return isChosen() && this != INVOCATION;
    }

    /** What an event comes from of which such a part is taken. */
    static EventSource ofShape(List<String> path) {
        if (path.isEmpty()) {
            return INVOCATION;
        }
        String first = CalleePath.field(path.getFirst());
        String last = path.size() > 2 ? CalleePath.field(path.get(2)) : "";
        if (first.equals("records")) {
            return switch (last) {
                case "s3" -> S3;
                case "body", "messageAttributes" -> SQS;
                case "sns" -> SNS;
                case "dynamodb" -> DYNAMODB;
                case "kinesis" -> KINESIS;
                case "ses" -> EMAIL;
                default -> INVOCATION;
            };
        }
        return switch (first) {
            case "detail" -> EVENTBRIDGE;
            case "arguments" -> APPSYNC;
            case "request", "userName", "triggerSource" -> COGNITO;
            default -> REQUEST.contains(first) ? API : INVOCATION;
        };
    }
}
