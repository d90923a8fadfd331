package dev.parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

final class GraphCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static final String TEMPLATE = """
            Conditions:
              IsProd: !Equals [!Ref "AWS::Region", eu-west-1]
            Resources:
              Orders: { Type: AWS::DynamoDB::Table, Properties: { TableName: "a\\"b|c" } }
              Worker:
                Type: AWS::Lambda::Function
                Properties:
                  Role: !GetAtt Role.Arn
                  Environment: { Variables: { TABLE: !Ref Orders } }
              Role:
                Type: AWS::IAM::Role
                Properties:
                  Policies:
                    - PolicyDocument:
                        Statement: [{ Effect: Allow, Action: "dynamodb:*", Resource: !GetAtt Orders.Arn }]
              Url:
                Type: AWS::Lambda::Url
                Condition: IsProd
                Properties: { AuthType: NONE, TargetFunctionArn: !Ref Worker }
            """;

    private Path template() throws Exception {
        return Files.writeString(folder.resolve("template.yaml"), TEMPLATE);
    }

    @Test
    void a_flowchart() throws Exception {
        assertThat(Door.PIPE.run("graph", template())).isEqualTo(new Door.Answer(0, """
                        flowchart LR
                          n0(("Internet"))
                          subgraph s0["template.yaml"]
                            n1["Orders<br>DynamoDB Table"]
                            n2[["Worker<br>Lambda Function"]]
                            n3("Role<br>IAM Role")
                            n4(["Url<br>Lambda Url"])
                          end
                          n2 -->|refers-to| n1
                          n2 -->|runs-as| n3
                          n4 -.->|invokes-synchronously| n2
                          n0 -.->|reaches| n4
                          n3 -->|covers| n1
                        """, ""));
    }

    @Test
    void a_graph_for_graphviz() throws Exception {
        assertThat(Door.PIPE.run("graph", template(), "--format", "dot")).isEqualTo(new Door.Answer(0, """
                        digraph parapet {
                          rankdir=LR;
                          node [fontname="sans-serif", shape=box];
                          edge [fontname="sans-serif", fontsize=10];
                          n0 [label="Internet", shape=doublecircle];
                          subgraph cluster_0 {
                            label="template.yaml";
                            n1 [label="Orders\\nDynamoDB Table"];
                            n2 [label="Worker\\nLambda Function", shape=component];
                            n3 [label="Role\\nIAM Role", shape=oval];
                            n4 [label="Url\\nLambda Url", style=rounded];
                          }
                          n2 -> n1 [label="refers-to"];
                          n2 -> n3 [label="runs-as"];
                          n4 -> n2 [label="invokes-synchronously", style=dashed];
                          n0 -> n4 [label="reaches", style=dashed];
                          n3 -> n1 [label="covers"];
                        }
                        """, ""));
    }

    @Test
    void all_of_it() throws Exception {
        assertThat(Door.PIPE.run("graph", template(), "--all").out()).contains("[\"Allow dynamodb:*\"]", "|covers|");
    }

    @Test
    void a_document_for_programs() throws Exception {
        Door.Answer answer = Door.PIPE.run("graph", template(), "--format", "json");
        assertThat(answer.code()).isZero();
        Schema.check("parapet.graph-1", answer.out());
        assertThat(answer.out())
                .contains(
                        "{ \"from\": \"template.yaml#Role\", \"to\": \"template.yaml#Role/statement/0\", \"kind\": \"carries\"",
                        "\"protocol\": \"function-url\", \"method\": \"ANY\", \"path\": \"/*\", \"auth\": \"none\"");
        assertThat(Door.PIPE.run("graph", folder, "--format", "json").out()).isEqualTo(answer.out());
    }

    @Test
    void what_the_code_of_functions_calls() throws Exception {
        Files.writeString(folder.resolve("template.yaml"), """
                Resources:
                  Orders: { Type: AWS::DynamoDB::Table }
                  Worker:
                    Type: AWS::Lambda::Function
                    Properties:
                      Runtime: python3.13
                      Handler: app.handler
                      Code: src
                      Environment: { Variables: { TABLE: !Ref Orders } }
                """);
        Files.createDirectories(folder.resolve("src"));
        Files.writeString(folder.resolve("src/app.py"), """
                import os, boto3, requests
                def handler(event, context):
                    boto3.resource("dynamodb").Table(os.environ["TABLE"]).put_item(Item={"id": "1"})
                    boto3.client("s3").get_object(Bucket=event["bucket"], Key="a")
                    boto3.client("ssm").get_parameter(Name="/rates")
                    requests.get("https://rates.example.com/" + event["day"])
                """);
        assertThat(Door.PIPE.run("graph", folder).out())
                .contains("|calls| n0\n")
                .contains("rates.example.com")
                .contains("parameter/rates");
        Door.Answer answer = Door.PIPE.run("graph", folder, "--format", "json");
        Schema.check("parapet.graph-1", answer.out());
        assertThat(answer.out()
                        .lines()
                        .filter(line -> line.contains("\"calls\""))
                        .toList())
                .hasSize(3)
                .anyMatch(line -> line.contains("its code calls dynamodb:PutItem") && line.contains("#Orders"))
                .anyMatch(line -> line.contains("its code calls ssm:GetParameter"))
                .anyMatch(line -> line.contains("external:rates.example.com"));
        assertThat(Door.PIPE.run("graph", folder, "--no-code").out()).doesNotContain("calls");
    }

    @Test
    void a_picture() throws Exception {
        Door.Answer answer = Door.PIPE.run("graph", template(), "--format", "svg");
        assertThat(answer.code()).isZero();
        // four layers from left to right: the Internet, the URL, the function, the role, and the table that both reach
        assertThat(boxes(answer.out())).containsExactly("Internet 0", "Url 1", "Worker 2", "Role 3", "Orders 4");
        assertThat(answer.out()).contains("<title>Worker runs as Role</title>").doesNotContain("<script", "style=");
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(answer.out())));
    }

    /** The boxes of a picture from left to right, each with its column. */
    private static List<String> boxes(String svg) {
        TreeMap<Integer, String> byPlace = new TreeMap<>();
        Matcher boxes = Pattern.compile("<rect x=\"(\\d+)\"[^>]*>\\s*<text[^>]*>([^<]*)<")
                .matcher(svg);
        while (boxes.find()) {
            byPlace.put(Integer.valueOf(boxes.group(1)), boxes.group(2));
        }
        List<String> found = new ArrayList<>();
        byPlace.values().forEach(name -> found.add(name + " " + found.size()));
        return found;
    }

    @Test
    void what_could_not_be_read_is_told() throws Exception {
        Path broken = Files.writeString(
                folder.resolve("template.yaml"), "Resources:\n  A: { Type: AWS::S3::Bucket, Properties: [\n");
        assertThat(Door.PIPE.run("graph", broken))
                .isEqualTo(
                        new Door.Answer(
                                2,
                                "flowchart LR\n",
                                "parapet: template.yaml:3: it is not YAML: expected the node content, but found '<stream end>'; correct it\n"));
    }
}
