package dev.parapet.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.GraphBuilder;
import dev.parapet.core.graph.Node;
import dev.parapet.core.rule.Judgement;
import dev.parapet.core.rule.RuleEngine;
import dev.parapet.core.rule.RuleSet;
import dev.parapet.core.rule.file.RuleFileException;
import dev.parapet.core.rule.file.RuleFileReader;
import dev.parapet.model.Finding;
import dev.parapet.model.Verdict;
import dev.parapet.read.cloudformation.CloudFormationReader;
import dev.parapet.read.files.Bounds;
import dev.parapet.read.files.FileTree;
import dev.parapet.read.files.PlaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What rules can ask the graph, over one template: resource, expression, and what must come of it. */
final class GraphQuestionsTest {
    private static final String TEMPLATE = """
            Parameters:
              Auth: { Type: String }
              WorkerRole: { Type: String }
            Resources:
              Api:
                Type: AWS::ApiGateway::RestApi
                Properties:
                  Body:
                    paths:
                      /open:
                        get: { x-amazon-apigateway-integration: { uri: !GetAtt Open.Arn, type: aws_proxy } }
                      /guarded:
                        get:
                          security: [{ Users: [] }]
                          x-amazon-apigateway-integration: { uri: !GetAtt Guarded.Arn, type: aws_proxy }
                    components:
                      securitySchemes:
                        Users: { type: apiKey, x-amazon-apigateway-authorizer: { type: cognito_user_pools } }
              Inner:
                Type: AWS::ApiGateway::RestApi
                Properties:
                  EndpointConfiguration: { Types: [PRIVATE] }
                  Body:
                    paths:
                      /: { get: { x-amazon-apigateway-integration: { uri: !GetAtt Inside.Arn, type: aws_proxy } } }
              Prod:
                Type: AWS::ApiGateway::Stage
                Properties: { RestApiId: !Ref Api, StageName: prod }
              Open: { Type: AWS::Lambda::Function, Properties: { Role: !GetAtt Role.Arn } }
              Guarded: { Type: AWS::Lambda::Function, Properties: { Role: !Ref WorkerRole } }
              Inside: { Type: AWS::Lambda::Function, Properties: {} }
              Asked: { Type: AWS::Lambda::Function, Properties: {} }
              Url: { Type: AWS::Lambda::Url, Properties: { AuthType: !Ref Auth, TargetFunctionArn: !Ref Asked } }
              Live: { Type: AWS::Lambda::Alias, Properties: { FunctionName: !Ref Inside } }
              Bucket:
                Type: AWS::S3::Bucket
                Properties: { NotificationConfiguration: { LambdaConfigurations: [{ Event: "s3:*", Function: !Ref Live }] } }
              Role:
                Type: AWS::IAM::Role
                Properties:
                  AssumeRolePolicyDocument: { Statement: [] }
                  Policies:
                    - PolicyName: p
                      PolicyDocument:
                        Statement:
                          - { Sid: named, Effect: Allow, Action: "s3:GetObject", Resource: !Sub "${Bucket.Arn}/*" }
                          - { Sid: all, Effect: Allow, Action: "s3:*", Resource: "*" }
                          - { Sid: other, Effect: Allow, Action: "sqs:*", Resource: "*" }
            """;

    private static final String QUESTIONS = """
            Open    isReachedFromInternet(self) => violated
            Open    isReachableWithoutCredential(self) => violated
            Guarded isReachedFromInternet(self) => violated
            Guarded isReachableWithoutCredential(self) => satisfied
            Inside  isReachedFromInternet(self) => satisfied
            Inside  isReachableWithoutCredential(self) => satisfied
            Asked   isReachableWithoutCredential(self) => undetermined: Parameter Auth
            Inside  isInvokedAsynchronously(self) => violated
            Open    isInvokedAsynchronously(self) => satisfied
            Open    role(self).name == "Role" => violated
            Guarded statements(role(self)).exists(s, "*" in s.Action) => undetermined: the policies of ${WorkerRole}
            Api     endpoints(self).exists(e, e.properties.auth == "none" && e.properties.path == "/open") => violated
            Api     endpoints(self).size() == 2 => violated
            Api     endpoints(self).exists(e, authorizers(e).exists(a, a.label == "Users")) => violated
            Api     stages(self).exists(s, s.name == "Prod") => violated
            Bucket  statementsCovering(self).map(s, s.Sid) == ["named", "all"] => violated
            Url     resource.auth == "none" => undetermined: Parameter Auth
            """;

    @TempDir
    private Path folder;

    @TestFactory
    List<DynamicTest> questions() throws IOException, PlaceException {
        Files.writeString(folder.resolve("template.yaml"), TEMPLATE);
        Graph graph = GraphBuilder.build(CloudFormationReader.read(FileTree.of(List.of(folder), Bounds.USUAL), Map.of())
                .stacks());
        List<DynamicTest> tests = new ArrayList<>();
        for (String line : QUESTIONS.lines().toList()) {
            int arrow = line.lastIndexOf(" => ");
            String name = line.substring(0, line.indexOf(' '));
            String question = line.substring(line.indexOf(' '), arrow).strip();
            tests.add(DynamicTest.dynamicTest(
                    name + ": " + question,
                    () -> assertThat(ask(graph, name, question)).isEqualTo(line.substring(arrow + 4))));
        }
        return tests;
    }

    private static String ask(Graph graph, String name, String question) throws RuleFileException {
        String type = "";
        for (Node node : graph.nodes()) {
            if (node.resource() != null && node.resource().id().name().equals(name)) {
                type = node.resource().type();
            }
        }
        String rule = """
                ---
                title: A question
                severity: low
                area: gateway
                resource: %s
                violated: >-
                  self.name == "%s" && (%s)
                message: "it is"
                ---
                Why.

                ## Fix
                How.

                ## Examples
                ```yaml bad
                A: 1 # <- violated
                ```
                ```yaml good
                A: 1
                ```
                """.formatted(type, name, question);
        Judgement judgement = new RuleEngine(
                        RuleSet.of(
                                List.of(new RuleFileReader(Set.of())
                                        .read("a-question.md", rule)
                                        .rule()),
                                Map.of()),
                        LocalDate.of(2026, 11, 24))
                .judge(graph, RuleEngine.Wanted.ALL);
        for (Finding finding : judgement.findings()) {
            if (finding.resource().id().name().equals(name)) {
                return switch (finding.verdict()) {
                    case Verdict.Violated ignored -> "violated";
                    case Verdict.Satisfied ignored -> "satisfied";
                    case Verdict.Undetermined(var missing) ->
                        "undetermined: " + String.join(", ", new TreeSet<>(missing));
                };
            }
        }
        return judgement.faults().toString();
    }
}
