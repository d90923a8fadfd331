package dev.parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scan says of what one function stores and another reads. */
final class ScanChainsTest {
    private static final String TEMPLATE = """
            Transform: AWS::Serverless-2016-10-31
            Globals: {Function: {CodeUri: src/, Runtime: python3.13, Environment: {Variables: {JOBS: !Ref Jobs, QUEUE: !Ref Queue}}}}
            Resources:
              Jobs:
                Type: AWS::DynamoDB::Table
                Properties: {KeySchema: [{AttributeName: id, KeyType: HASH}]}
              Queue: {Type: AWS::SQS::Queue}
              Front:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: front.handler
                  Events: {Api: {Type: HttpApi, Properties: {Path: /jobs, Method: POST}}}
              Middle:
                Type: AWS::Serverless::Function
                Properties: {FunctionName: middle, Handler: middle.handler}
              Back:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: back.handler
                  Events: {Queue: {Type: SQS, Properties: {Queue: !GetAtt Queue.Arn}}}
                  Policies: [{Statement: [{Effect: Allow, Action: "s3:GetObject", Resource: "*"}]}]
            """;

    private static final String FRONT = """
            import boto3, json
            def handler(event, context):
                body = json.loads(event["body"])
                boto3.client("lambda").invoke(FunctionName="middle", Payload=json.dumps({"job": body["job"], "id": "1"}))
            """;

    private static final String MIDDLE = """
            import boto3, json, os
            def handler(event, context):
                boto3.resource("dynamodb").Table(os.environ["JOBS"]).update_item(
                    Key={"id": event["id"]}, UpdateExpression="SET #c = :c",
                    ExpressionAttributeNames={"#c": "command"}, ExpressionAttributeValues={":c": event["job"]})
                boto3.client("sqs").send_message(QueueUrl=os.environ["QUEUE"], MessageBody=json.dumps({"id": "1"}))
            """;

    @TempDir
    private Path folder;

    private List<JsonNode> findings(String front, String middle, String back) throws IOException {
        Files.writeString(folder.resolve("template.yaml"), TEMPLATE);
        Files.createDirectories(folder.resolve("src"));
        Files.writeString(folder.resolve("src/front.py"), front);
        Files.writeString(folder.resolve("src/middle.py"), middle);
        Files.writeString(folder.resolve("src/back.py"), back);
        Door.Answer answer =
                Door.PIPE.run("scan", "--format", "json", "--only", "command-injection", "--fail-on", "never", folder);
        List<JsonNode> findings = new ArrayList<>();
        new ObjectMapper().readTree(answer.out()).get("findings").forEach(findings::add);
        return findings;
    }

    private static String back(String command) {
        return """
                import boto3, json, os
                def handler(event, context):
                    for record in event["Records"]:
                        body = json.loads(record["body"])
                        job = boto3.resource("dynamodb").Table(os.environ["JOBS"]).get_item(Key={"id": body["id"]})["Item"]
                        os.system("run " + %s)
                """.formatted(command);
    }

    @Test
    void the_ways_of_all_functions_are_joined_and_who_reaches_the_first_reaches_the_last() throws IOException {
        JsonNode finding = findings(FRONT, MIDDLE, back("job[\"command\"]")).getFirst();
        assertThat(finding.at("/resource/address").asText()).isEqualTo("Back");
        assertThat(finding.at("/location/path").asText()).isEqualTo("src/back.py");
        assertThat(finding.at("/unauthenticated").asBoolean()).isTrue();
        assertThat(finding.at("/severity").asText()).isEqualTo("critical");
        assertThat(finding.at("/message").asText())
                .isEqualTo("os.system() runs a command that holds command of Jobs, "
                        + "which a request to an API, POST /jobs brings");
        assertThat(finding.get("evidence").findValuesAsText("text"))
                .containsExactly(
                        "it comes from a request to an API, POST /jobs",
                        "event.body is taken here",
                        "goes into 'body'",
                        "goes to Middle by boto3.client().invoke()",
                        "event.job is taken here",
                        "goes to Jobs by boto3.resource().Table().update_item()",
                        "what Jobs holds is taken here",
                        "goes into 'job'",
                        "reaches os.system()",
                        "all of it runs as BackRole, which may do s3:GetObject");
    }

    @Test
    void what_no_caller_writes_is_no_finding() throws IOException {
        assertThat(findings(FRONT, MIDDLE, back("job[\"owner\"]"))).isEmpty();
        assertThat(findings(FRONT, MIDDLE.replace("event[\"job\"]", "int(event[\"job\"])"), back("job[\"command\"]")))
                .isEmpty();
        String checked =
                FRONT.replace("    boto3", "    if body[\"job\"] not in (\"a\", \"b\"):\n        return\n    boto3");
        assertThat(findings(checked, MIDDLE, back("job[\"command\"]"))).isEmpty();
    }

    @Test
    void functions_that_feed_each_other_come_to_an_end() throws IOException {
        String round = """
                import boto3, json, os
                def handler(event, context):
                    table = boto3.resource("dynamodb").Table(os.environ["JOBS"])
                    table.put_item(Item=table.get_item(Key={"id": "1"})["Item"])
                    boto3.client("lambda").invoke(FunctionName="middle", Payload=json.dumps(event))
                """;
        assertThat(findings(FRONT, round, back("job[\"command\"]"))).isEmpty();
        String into = round.replace("json.dumps(event)", "json.dumps(event))\n    table.put_item(Item=event");
        assertThat(findings(FRONT, into, back("job[\"job\"]"))).hasSize(1);
    }

    @Test
    void a_message_that_another_function_sends_is_told_with_who_makes_it_send() throws IOException {
        String middle = MIDDLE.replace("{\"id\": \"1\"}", "{\"id\": event[\"job\"]}");
        JsonNode finding = findings(FRONT, middle, back("body[\"id\"]")).getFirst();
        assertThat(finding.at("/unauthenticated").asBoolean()).isTrue();
        assertThat(finding.at("/message").asText())
                .isEqualTo("os.system() runs a command that holds event.Records[].body, "
                        + "which a request to an API, POST /jobs brings");
        JsonNode alone = findings(FRONT, MIDDLE, back("body[\"id\"]")).getFirst();
        assertThat(alone.at("/unauthenticated").asBoolean()).isFalse();
    }
}
