package dev.parapet.read.cloudformation.sam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.model.Fault;
import dev.parapet.model.Resource;
import dev.parapet.model.Span;
import dev.parapet.model.Stack;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.CloudFormationReader;
import dev.parapet.read.cloudformation.MemoryTree;
import dev.parapet.read.cloudformation.Reading;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a scan sees of a SAM template: resources that know who wrote them and where, and the rest of what is partly wrong. */
class SamScanTest {
    private static Reading read(String template) {
        return CloudFormationReader.read(MemoryTree.of("template.yaml", template), Map.of());
    }

    private static String told(Reading reading) {
        return reading.stacks().getFirst().resources().stream()
                .map(resource -> resource.id().name() + " " + resource.type() + " written as " + resource.writtenAs()
                        + " " + resource.dialectType() + "\n")
                .sorted()
                .collect(Collectors.joining());
    }

    @Test
    void whatIsMadeKnowsWhoCausedItAndWhere() {
        Reading reading = read("""
                Transform: AWS::Serverless-2016-10-31
                Resources:
                  Orders:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: app.handler
                      Runtime: python3.13
                      CodeUri: ./src
                      Policies:
                        - DynamoDBCrudPolicy: {TableName: "*"}
                        - AdministratorAccess
                      Events:
                        Work:
                          Type: SQS
                          Properties: {Queue: arn:aws:sqs:us-east-1:123456789012:work}
                """);
        assertThat(reading.faults()).isEmpty();
        assertThat(told(reading)).isEqualTo("""
                Orders AWS::Lambda::Function written as null AWS::Serverless::Function
                OrdersRole AWS::IAM::Role written as Orders AWS::Serverless::Function
                OrdersWork AWS::Lambda::EventSourceMapping written as Orders AWS::Serverless::Function
                """);
        Stack stack = reading.stacks().getFirst();
        Resource role = stack.resources().stream()
                .filter(resource -> resource.id().name().equals("OrdersRole"))
                .findFirst()
                .orElseThrow();
        assertThat(role.head()).isEqualTo(Span.of("template.yaml", 3, 3, 3, 9));
        Value.Sequence managed =
                (Value.Sequence) Objects.requireNonNull(role.properties().get("ManagedPolicyArns"));
        assertThat(managed.items().get(1).span()).isEqualTo(Span.of("template.yaml", 11, 11, 11, 30));
        Value.Sequence policies =
                (Value.Sequence) Objects.requireNonNull(role.properties().get("Policies"));
        assertThat(policies.items().getFirst().span().start().line()).isEqualTo(10);
        assertThat(role.span().contains(policies.items().getFirst().span())).isTrue();
    }

    @Test
    void whatIsWrongIsOneFaultAndHidesNothingElse() {
        Reading reading = read("""
                Transform: AWS::Serverless-2016-10-31
                Resources:
                  Half:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: app.handler
                      Runtime: python3.13
                      CodeUri: ./src
                      FunctionUrlConfig: {AuthType: NONE}
                      Events:
                        Odd: {Type: Pigeon}
                        Hourly: {Type: Schedule, Properties: {Schedule: rate(1 hour)}}
                  Gone: {Type: "AWS::Serverless::Function", Properties: {}}
                  Queue: {Type: "AWS::SQS::Queue"}
                """);
        assertThat(reading.faults())
                .containsExactly(new Fault(
                        Fault.Kind.UNREADABLE,
                        "template.yaml",
                        11,
                        "Resource with id [Half] is invalid. Event with id [Odd] is invalid. Resource dict has missing or invalid"
                                + " value for key Type. Event Type is: Pigeon. (1 more such problem)"));
        assertThat(told(reading)).isEqualTo("""
                Gone AWS::Lambda::Function written as null AWS::Serverless::Function
                GoneRole AWS::IAM::Role written as Gone AWS::Serverless::Function
                Half AWS::Lambda::Function written as null AWS::Serverless::Function
                HalfHourly AWS::Events::Rule written as Half AWS::Serverless::Function
                HalfHourlyPermission AWS::Lambda::Permission written as Half AWS::Serverless::Function
                HalfRole AWS::IAM::Role written as Half AWS::Serverless::Function
                HalfURLInvokeAllowPublicAccess AWS::Lambda::Permission written as Half AWS::Serverless::Function
                HalfUrl AWS::Lambda::Url written as Half AWS::Serverless::Function
                HalfUrlPublicPermissions AWS::Lambda::Permission written as Half AWS::Serverless::Function
                Queue AWS::SQS::Queue written as null null
                """);
    }

    @Test
    void aTemplateThatSaysTheSameLargeThingForEveryResourceIsALimit() {
        StringBuilder template = new StringBuilder("Transform: AWS::Serverless-2016-10-31\nGlobals:\n  Function:\n");
        template.append("    Environment:\n      Variables:\n");
        for (int i = 0; i < 5_000; i++) {
            template.append("        V").append(i).append(": x\n");
        }
        template.append("Resources:\n");
        for (int i = 0; i < 2_000; i++) {
            template.append("  F")
                    .append(i)
                    .append(": {Type: \"AWS::Serverless::Function\", Properties: {Handler: h, ")
                    .append(
                            "Runtime: python3.13, CodeUri: ., AutoPublishAlias: live, Environment: {Variables: {A: b}}}}\n");
        }
        Reading reading = read(template.toString());
        assertThat(reading.faults())
                .containsExactly(new Fault(
                        Fault.Kind.LIMIT,
                        "template.yaml",
                        1,
                        "the SAM transform makes too much of it, and it was read as it is written; split it"));
        assertThat(reading.stacks().getFirst().resources()).hasSize(2_000);
    }
}
