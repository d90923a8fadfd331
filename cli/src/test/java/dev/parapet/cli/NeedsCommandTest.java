package dev.parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code parapet iam needs}. */
final class NeedsCommandTest {
    private static final String CODE = """
            import boto3
            import os

            table = boto3.resource("dynamodb").Table(os.environ["TABLE"])

            def handler(event, context):
                table.get_item(Key={"id": event["id"]})
                boto3.client("sns").publish(TopicArn=event["topic"], Message="x")
                boto3.client("s3").fly_to_the_moon()
            """;

    private static final String TEMPLATE = """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Orders:
                Type: AWS::DynamoDB::Table
                Properties:
                  KeySchema: [{AttributeName: id, KeyType: HASH}]
              Fn:
                Type: AWS::Serverless::Function
                Properties:
                  Runtime: python3.13
                  Handler: app.handler
                  CodeUri: src
                  Environment: {Variables: {TABLE: !Ref Orders}}
                  Policies:
                    - DynamoDBReadPolicy: {TableName: !Ref Orders}
            """;

    @TempDir
    private Path folder;

    private Path application() throws Exception {
        Files.createDirectories(folder.resolve("app/src"));
        Files.writeString(folder.resolve("app/template.yaml"), TEMPLATE);
        Files.writeString(folder.resolve("app/src/app.py"), CODE);
        return folder.resolve("app");
    }

    @Test
    void what_a_role_lacks_does_not_hang_on_other_applications() throws Exception {
        application();
        Files.createDirectories(folder.resolve("other/src"));
        Files.writeString(folder.resolve("other/template.yaml"), TEMPLATE);
        Files.writeString(folder.resolve("other/src/app.py"), CODE);
        assertThat(Door.PIPE.run("iam", "needs", folder).out().lines().map(String::strip))
                .containsSubsequence("lacks", "sns:Publish", "lacks", "sns:Publish");
    }

    @Test
    void an_application() throws Exception {
        assertThat(Door.PIPE.run("iam", "needs", application())).isEqualTo(new Door.Answer(0, """
                Fn (template.yaml)
                  needs
                    dynamodb:GetItem
                      on ${Orders.Arn}
                    logs:CreateLogGroup, logs:CreateLogStream, logs:PutLogEvents
                      on arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws/lambda/${Fn}:*
                    sns:Publish
                      on arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:*
                  and perhaps more:
                    's3' has no method 'fly_to_the_moon' (src/app.py:9:5)
                  lacks
                    sns:Publish
                      on arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:*
                  has, and does not need
                    dynamodb:Scan, dynamodb:Query, dynamodb:BatchGetItem, dynamodb:DescribeTable
                      on ${Orders.Arn} (template.yaml:15:11)
                    dynamodb:Scan, dynamodb:Query
                      on ${Orders.Arn}/index/* (template.yaml:15:11)
                  has on more than it needs
                    logs:CreateLogGroup, logs:CreateLogStream, logs:PutLogEvents
                      on *, needed on arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws/lambda/${Fn}:* (arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole, template.yaml:7:3)
                """, ""));
    }

    @Test
    void installed_libraries_are_libraries_wherever_they_lie() throws Exception {
        Path template = application().resolve("template.yaml");
        Files.writeString(template, TEMPLATE + """
                      Layers: [!Ref Libraries]
                  Libraries:
                    Type: AWS::Serverless::LayerVersion
                    Properties: {ContentUri: layer}
                """);
        String without = Door.PIPE.run("iam", "needs", folder.resolve("app")).out();
        assertThat(without).contains("sns:Publish");
        Path layer = Files.createDirectories(folder.resolve("app/layer/python"));
        Files.createDirectories(layer.resolve("boto3"));
        Files.writeString(
                layer.resolve("boto3/__init__.py"), "def client(*_):\n    return None\ndef resource(*_): pass\n");
        // As it is, it is the project's own.
        assertThat(Door.PIPE.run("iam", "needs", folder.resolve("app")).out()).doesNotContain("sns:Publish");
        Path list = Files.createDirectories(layer.resolve("boto3-1.0.dist-info"));
        Files.writeString(
                list.resolve("RECORD"), "../../bin/x,,\nboto3/__init__.py,sha256=x,9\nboto3-1.0.dist-info/RECORD,,\n");
        assertThat(Door.PIPE.run("iam", "needs", folder.resolve("app")).out()).isEqualTo(without);
        Files.writeString(list.resolve("direct_url.json"), "{}");
        assertThat(Door.PIPE.run("iam", "needs", folder.resolve("app")).out()).doesNotContain("sns:Publish");
    }

    @Test
    void one_file_has_what_its_code_needs_and_nothing_to_compare_it_with() throws Exception {
        application();
        assertThat(Door.PIPE
                        .run("iam", "needs", folder.resolve("app/src/app.py"))
                        .out())
                .isEqualTo("""
                        app.py
                          needs
                            dynamodb:GetItem
                              on arn:aws:dynamodb:*:*:table/*
                            sns:Publish
                              on arn:aws:sns:*:*:*
                          and perhaps more:
                            's3' has no method 'fly_to_the_moon' (app.py:9:5)
                        """);
    }

    @Test
    void code_without_a_handler_counts_whole() throws Exception {
        Path file = Files.writeString(folder.resolve("store.py"), """
                import boto3

                class Store:
                    def __init__(self):
                        self.queue = boto3.client("sqs")

                    def send(self, url):
                        self.queue.send_message(QueueUrl=url, MessageBody="")

                def names():
                    return boto3.client("s3").list_buckets()
                """);
        assertThat(Door.PIPE.run("iam", "needs", file).out()).isEqualTo("""
                store.py
                  needs
                    s3:ListAllMyBuckets
                      on *
                    sqs:SendMessage
                      on arn:aws:sqs:*:*:*
                """);
    }

    @Test
    void java_without_an_interface_of_lambda() throws Exception {
        Path handler = Files.writeString(folder.resolve("App.java"), """
                package shop;
                import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
                public class App {
                  private final SecretsManagerClient secrets = SecretsManagerClient.create();
                  public String handleRequest(java.util.Map<String, String> event) {
                    return secrets.getSecretValue(b -> b.secretId("db")).secretString();
                  }
                }
                """);
        Path library = Files.writeString(folder.resolve("Store.java"), """
                package shop;
                import software.amazon.awssdk.services.s3.S3Client;
                public class Store {
                  private final S3Client s3 = S3Client.create();
                  void list() { s3.listBuckets(); }
                }
                """);
        assertThat(Door.PIPE.run("iam", "needs", handler).out()).contains("secretsmanager:GetSecretValue");
        assertThat(Door.PIPE.run("iam", "needs", library).out()).contains("s3:ListAllMyBuckets");
    }

    @Test
    void json_is_as_its_schema_says() throws Exception {
        String json =
                Door.PIPE.run("iam", "needs", application(), "--format", "json").out();
        Schema.check("parapet.needs-1", json);
        assertThat(json).contains("\"exact\": true", "\"because\": ", "\"excess\": [", "\"lacking\": [");
    }

    @Test
    void a_function_that_is_not_there() throws Exception {
        assertThat(Door.PIPE
                        .run("iam", "needs", application(), "--function", "Fm")
                        .err())
                .isEqualTo("parapet: there is no 'Fm' in '" + folder.resolve("app") + "'; there is 'Fn'\n");
    }

    @Test
    void a_state_machine_is_told_by_its_type() throws Exception {
        Path machine = Files.createDirectories(folder.resolve("machine"));
        Files.writeString(machine.resolve("template.yaml"), """
                Resources:
                  Jobs: {Type: AWS::SQS::Queue}
                  M:
                    Type: AWS::StepFunctions::StateMachine
                    Properties:
                      Definition:
                        StartAt: Send
                        States:
                          Send: {Type: Task, Resource: 'arn:aws:states:::sqs:sendMessage', Parameters: {QueueUrl: !Ref Jobs}, End: true}
                """);
        assertThat(Door.PIPE.run("iam", "needs", machine)).isEqualTo(new Door.Answer(0, """
                M (template.yaml, AWS::StepFunctions::StateMachine)
                  needs
                    sqs:SendMessage
                      on ${Jobs.Arn}
                """, ""));
        String json = Door.PIPE.run("iam", "needs", machine, "--format", "json").out();
        Schema.check("parapet.needs-1", json);
        assertThat(json)
                .contains(
                        "\"type\": \"AWS::StepFunctions::StateMachine\"",
                        "\"language\": \"asl\"",
                        "\"symbol\": \"Send\"");
    }

    @Test
    void a_folder_without_anything() throws Exception {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertThat(Door.PIPE.run("iam", "needs", empty).err())
                .isEqualTo("parapet: there is no function, no state machine and no code in '" + empty
                        + "' that Parapet reads\n");
    }
}
