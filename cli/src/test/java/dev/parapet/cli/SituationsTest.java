package dev.parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Situations in which scanners of single resources are silent or raise false alarms, each in both directions: what must be found, and
 * what must be looked at and found fine.
 */
final class SituationsTest {
    private static final String SAM = """
            Transform: AWS::Serverless-2016-10-31
            Globals:
              Function: { Runtime: python3.13, Handler: app.handler, CodeUri: src/ }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void a_function_url_that_sam_makes() throws Exception {
        assertThat(verdicts("lambda-function-url-without-auth", SAM + """
                Resources:
                  Open:
                    Type: AWS::Serverless::Function
                    Properties: { FunctionUrlConfig: { AuthType: NONE } }
                  Closed:
                    Type: AWS::Serverless::Function
                    Properties: { FunctionUrlConfig: { AuthType: AWS_IAM } }
                  None:
                    Type: AWS::Serverless::Function
                """)).isEqualTo("""
                lambda-function-url-without-auth ClosedUrl satisfied
                lambda-function-url-without-auth OpenUrl violated
                """);
    }

    @Test
    void routes_of_sam_apis_without_an_authorizer() throws Exception {
        String template = SAM + """
                Resources:
                  Guarded:
                    Type: AWS::Serverless::Api
                    Properties:
                      StageName: prod
                      Auth: &auth
                        DefaultAuthorizer: Pool
                        Authorizers: { Pool: { UserPoolArn: "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/x" } }
                  Holed:
                    Type: AWS::Serverless::Api
                    Properties: { StageName: prod, Auth: *auth }
                  Unused:
                    Type: AWS::Serverless::Api
                    Properties:
                      StageName: prod
                      Auth:
                        Authorizers: { Pool: { UserPoolArn: "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/x" } }
                  Http: { Type: AWS::Serverless::HttpApi }
                  Orders:
                    Type: AWS::Serverless::Function
                    Properties:
                      Events:
                        Implicit: { Type: Api, Properties: { Path: /implicit, Method: get } }
                        ImplicitHttp: { Type: HttpApi, Properties: { Path: /implicit, Method: get } }
                        Http: { Type: HttpApi, Properties: { Path: /http, Method: post, ApiId: !Ref Http } }
                        Good: { Type: Api, Properties: { Path: /good, Method: get, RestApiId: !Ref Guarded } }
                        Shut: { Type: Api, Properties: { Path: /shut, Method: get, RestApiId: !Ref Holed } }
                        Hole: { Type: Api, Properties: { Path: /hole, Method: get, RestApiId: !Ref Holed, Auth: { Authorizer: NONE } } }
                        Never: { Type: Api, Properties: { Path: /never, Method: get, RestApiId: !Ref Unused } }
                """;
        assertThat(verdicts("apigateway-api-with-open-routes,apigateway-authorizer-unused", template))
                .isEqualTo("""
                        apigateway-api-with-open-routes Guarded satisfied
                        apigateway-api-with-open-routes Holed violated
                        apigateway-api-with-open-routes Http violated
                        apigateway-api-with-open-routes ServerlessHttpApi violated
                        apigateway-api-with-open-routes ServerlessRestApi violated
                        apigateway-api-with-open-routes Unused violated
                        apigateway-authorizer-unused Guarded satisfied
                        apigateway-authorizer-unused Holed satisfied
                        apigateway-authorizer-unused Unused violated
                        """);
        assertThat(Door.PIPE.run("scan", folder).out())
                .contains("GET /hole of Holed can be called by anyone")
                .doesNotContain("/good")
                .doesNotContain("/shut");
    }

    @Test
    void policies_of_sam_functions() throws Exception {
        assertThat(verdicts(
                        "iam-administrator-access,iam-policy-administrator,lambda-function-role-administrator,"
                                + "iam-policy-every-resource-of-a-kind,iam-policy-writes-everywhere",
                        SAM + """
                Resources:
                  Admin:
                    Type: AWS::Serverless::Function
                    Properties: { Policies: AdministratorAccess }
                  Star:
                    Type: AWS::Serverless::Function
                    Properties: { Policies: [{ Statement: [{ Effect: Allow, Action: "*", Resource: "*" }] }] }
                  Crud:
                    Type: AWS::Serverless::Function
                    Properties: { Policies: [DynamoDBCrudPolicy: { TableName: "*" }] }
                  Fine:
                    Type: AWS::Serverless::Function
                    Properties:
                      Policies:
                        - DynamoDBReadPolicy: { TableName: !Ref Table }
                        - AWSXRayDaemonWriteAccess
                  Table: { Type: AWS::Serverless::SimpleTable }
                """))
                .isEqualTo("""
                iam-administrator-access AdminRole violated
                iam-administrator-access CrudRole satisfied
                iam-administrator-access FineRole satisfied
                iam-administrator-access StarRole satisfied
                iam-policy-administrator AdminRole satisfied
                iam-policy-administrator CrudRole satisfied
                iam-policy-administrator FineRole satisfied
                iam-policy-administrator StarRole violated
                iam-policy-every-resource-of-a-kind AdminRole satisfied
                iam-policy-every-resource-of-a-kind CrudRole violated
                iam-policy-every-resource-of-a-kind FineRole satisfied
                iam-policy-every-resource-of-a-kind StarRole satisfied
                iam-policy-writes-everywhere AdminRole satisfied
                iam-policy-writes-everywhere CrudRole satisfied
                iam-policy-writes-everywhere FineRole satisfied
                iam-policy-writes-everywhere StarRole satisfied
                lambda-function-role-administrator Admin violated
                lambda-function-role-administrator Crud satisfied
                lambda-function-role-administrator Fine satisfied
                lambda-function-role-administrator Star violated
                """);
    }

    private static final String SETTINGS =
            "lambda-tracing-off,lambda-outside-vpc,lambda-environment-default-key,lambda-open-without-concurrency-limit,"
                    + "apigateway-stage-tracing-off,apigateway-stage-without-access-log,apigateway-stage-cache-unencrypted,"
                    + "apigateway-stage-without-throttling,apigateway-stage-without-execution-log";

    private static final String FUNCTION_WITH_ROUTE = """
            Resources:
              Orders:
                Type: AWS::Serverless::Function
                Properties:
                  Environment: { Variables: { TABLE: orders } }
                  Events: { Get: { Type: Api, Properties: { Path: /, Method: get } } }
            """;

    @Test
    void settings_in_globals() throws Exception {
        assertThat(verdicts(SETTINGS, """
                Transform: AWS::Serverless-2016-10-31
                Globals:
                  Function:
                    Runtime: python3.13
                    Handler: app.handler
                    CodeUri: src/
                    Tracing: Active
                    KmsKeyArn: arn:aws:kms:eu-west-1:111122223333:key/1
                    ReservedConcurrentExecutions: 5
                    VpcConfig: { SubnetIds: [subnet-1, subnet-2], SecurityGroupIds: [sg-1] }
                  Api:
                    TracingEnabled: true
                    CacheClusterEnabled: true
                    CacheClusterSize: "0.5"
                    AccessLogSetting:
                      DestinationArn: arn:aws:logs:eu-west-1:111122223333:log-group:x
                      Format: '{ "id": "$context.requestId" }'
                    MethodSettings:
                      - HttpMethod: "*"
                        ResourcePath: "/*"
                        CachingEnabled: true
                        CacheDataEncrypted: true
                        LoggingLevel: ERROR
                        ThrottlingRateLimit: 5
                        ThrottlingBurstLimit: 5
                """ + FUNCTION_WITH_ROUTE)).isEqualTo("""
                apigateway-stage-cache-unencrypted ServerlessRestApiProdStage satisfied
                apigateway-stage-tracing-off ServerlessRestApiProdStage satisfied
                apigateway-stage-without-access-log ServerlessRestApiProdStage satisfied
                apigateway-stage-without-execution-log ServerlessRestApiProdStage satisfied
                apigateway-stage-without-throttling ServerlessRestApiProdStage satisfied
                lambda-environment-default-key Orders satisfied
                lambda-open-without-concurrency-limit Orders satisfied
                lambda-outside-vpc Orders satisfied
                lambda-tracing-off Orders satisfied
                """);
    }

    @Test
    void settings_nowhere() throws Exception {
        assertThat(verdicts(SETTINGS, SAM + FUNCTION_WITH_ROUTE)).isEqualTo("""
                apigateway-stage-cache-unencrypted ServerlessRestApiProdStage satisfied
                apigateway-stage-tracing-off ServerlessRestApiProdStage violated
                apigateway-stage-without-access-log ServerlessRestApiProdStage violated
                apigateway-stage-without-execution-log ServerlessRestApiProdStage violated
                apigateway-stage-without-throttling ServerlessRestApiProdStage violated
                lambda-environment-default-key Orders violated
                lambda-open-without-concurrency-limit Orders violated
                lambda-outside-vpc Orders violated
                lambda-tracing-off Orders violated
                """);
    }

    private static final String ENCRYPTED_BY_CONDITION = """
            Parameters:
              Encrypt: { Type: String, Default: "true" }
              Extra: { Type: String, Default: "false" }
              Ask: { Type: String }
            Conditions:
              Encrypts: !Equals [!Ref Encrypt, "true"]
              HasExtra: !Equals [!Ref Extra, "true"]
              Asked: !Equals [!Ref Ask, "true"]
            Resources:
              On: { Type: AWS::SNS::Topic, Properties: { KmsMasterKeyId: !If [Encrypts, alias/mine, !Ref AWS::NoValue] } }
              Off: { Type: AWS::SNS::Topic, Properties: { KmsMasterKeyId: !If [HasExtra, alias/mine, !Ref AWS::NoValue] } }
              Either: { Type: AWS::SNS::Topic, Properties: { KmsMasterKeyId: !If [Asked, alias/mine, !Ref AWS::NoValue] } }
              Both: { Type: AWS::SNS::Topic, Properties: { KmsMasterKeyId: !If [Asked, alias/mine, alias/yours] } }
            """;

    @Test
    void encryption_that_hangs_on_a_parameter() throws Exception {
        assertThat(verdicts("sns-topic-unencrypted", ENCRYPTED_BY_CONDITION)).isEqualTo("""
                sns-topic-unencrypted Both satisfied
                sns-topic-unencrypted Either violated [Asked is false]
                sns-topic-unencrypted Off violated
                sns-topic-unencrypted On satisfied
                """);
        assertThat(verdicts(
                        "sns-topic-unencrypted",
                        ENCRYPTED_BY_CONDITION,
                        "--parameter",
                        "Encrypt=no",
                        "--parameter",
                        "Extra=true",
                        "--parameter",
                        "Ask=true"))
                .isEqualTo("""
                        sns-topic-unencrypted Both satisfied
                        sns-topic-unencrypted Either satisfied
                        sns-topic-unencrypted Off satisfied
                        sns-topic-unencrypted On violated
                        """);
    }

    @Test
    void dead_letter_queues_where_events_can_be_lost() throws Exception {
        assertThat(verdicts("lambda-loses-failed-events", SAM + """
                Resources:
                  Synchronous:
                    Type: AWS::Serverless::Function
                    Properties: { Events: { Get: { Type: Api, Properties: { Path: /, Method: get } } } }
                  Polled:
                    Type: AWS::Serverless::Function
                    Properties: { Events: { Message: { Type: SQS, Properties: { Queue: !GetAtt Queue.Arn } } } }
                  Uncalled: { Type: AWS::Serverless::Function }
                  Handled:
                    Type: AWS::Serverless::Function
                    Properties:
                      EventInvokeConfig: { DestinationConfig: { OnFailure: { Type: SQS } } }
                      Events: { Upload: { Type: S3, Properties: { Bucket: !Ref Bucket, Events: "s3:ObjectCreated:*" } } }
                  Queued:
                    Type: AWS::Serverless::Function
                    Properties:
                      DeadLetterQueue: { Type: SQS, TargetArn: !GetAtt Queue.Arn }
                      Events: { Tick: { Type: Schedule, Properties: { Schedule: rate(1 day) } } }
                  Losing:
                    Type: AWS::Serverless::Function
                    Properties: { Events: { News: { Type: SNS, Properties: { Topic: !Ref Topic } } } }
                  Queue: { Type: AWS::SQS::Queue }
                  Bucket: { Type: AWS::S3::Bucket }
                  Topic: { Type: AWS::SNS::Topic }
                """)).isEqualTo("""
                lambda-loses-failed-events Handled satisfied
                lambda-loses-failed-events Losing violated
                lambda-loses-failed-events Queued satisfied
                """);
    }

    @Test
    void every_resource_where_nothing_else_is_possible() throws Exception {
        assertThat(verdicts("iam-policy-writes-everywhere,iam-policy-reads-everywhere", SAM + """
                Resources:
                  Describes:
                    Type: AWS::Serverless::Function
                    Properties: { Policies: [{ Statement: [{ Effect: Allow, Action: ["ec2:DescribeInstances", "s3:ListAllMyBuckets"], Resource: "*" }] }] }
                  Measures:
                    Type: AWS::Serverless::Function
                    Properties: { Policies: [{ Statement: [{ Effect: Allow, Action: ["cloudwatch:PutMetricData", "xray:PutTraceSegments"], Resource: "*" }] }] }
                  Writes:
                    Type: AWS::Serverless::Function
                    Properties: { Policies: [{ Statement: [{ Effect: Allow, Action: "s3:PutObject", Resource: "*" }] }] }
                  Native:
                    Type: AWS::IAM::Role
                    Properties:
                      AssumeRolePolicyDocument:
                        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: "sts:AssumeRole" }]
                      Policies:
                        - PolicyName: own
                          PolicyDocument:
                            Statement:
                              - { Effect: Allow, Action: "cloudwatch:PutMetricData", Resource: "*" }
                              - { Effect: Allow, Action: "s3:PutObject", Resource: "*" }
                """))
                .isEqualTo("""
                iam-policy-reads-everywhere DescribesRole satisfied
                iam-policy-reads-everywhere MeasuresRole satisfied
                iam-policy-reads-everywhere Native satisfied
                iam-policy-reads-everywhere WritesRole satisfied
                iam-policy-writes-everywhere DescribesRole satisfied
                iam-policy-writes-everywhere MeasuresRole satisfied
                iam-policy-writes-everywhere Native violated
                iam-policy-writes-everywhere WritesRole violated
                """);
    }

    @Test
    void a_bucket_that_is_named_by_a_text() throws Exception {
        assertThat(verdicts("s3-bucket-policy-public-read", """
                Parameters: { Stage: { Type: String } }
                Resources:
                  Site:
                    Type: AWS::S3::Bucket
                    Properties:
                      BucketName: !Sub "site-${Stage}-${AWS::AccountId}"
                      PublicAccessBlockConfiguration: { BlockPublicPolicy: false, RestrictPublicBuckets: false }
                  SitePolicy:
                    Type: AWS::S3::BucketPolicy
                    Properties:
                      Bucket: !Sub "site-${Stage}-${AWS::AccountId}"
                      PolicyDocument:
                        Statement:
                          - { Effect: Allow, Principal: "*", Action: "s3:GetObject", Resource: !Sub "arn:aws:s3:::site-${Stage}-${AWS::AccountId}/*" }
                  Shut: { Type: AWS::S3::Bucket, Properties: { BucketName: !Sub "shut-${Stage}-${AWS::AccountId}" } }
                  ShutPolicy:
                    Type: AWS::S3::BucketPolicy
                    Properties:
                      Bucket: !Sub "shut-${Stage}-${AWS::AccountId}"
                      PolicyDocument:
                        Statement:
                          - Effect: Allow
                            Principal: "*"
                            Action: "s3:GetObject"
                            Resource: !Sub "arn:aws:s3:::shut-${Stage}-${AWS::AccountId}/*"
                            Condition: { StringEquals: { "aws:SourceVpce": vpce-1 } }
                """)).isEqualTo("""
                s3-bucket-policy-public-read ShutPolicy satisfied
                s3-bucket-policy-public-read SitePolicy violated
                """);
    }

    @Test
    void templates_that_cannot_be_read_among_others() throws Exception {
        write("broken.yaml", "AWSTemplateFormatVersion: \"2010-09-09\"\nResources:\n  Queue: [unclosed\n");
        write("twice.yaml", "Resources:\n  Twice: { Type: AWS::SQS::Queue }\n  Twice: { Type: AWS::SNS::Topic }\n");
        write("empty.yaml", "AWSTemplateFormatVersion: \"2010-09-09\"\nResources:\n");
        write("deep/fine.json", "{\"Resources\": {\"Fine\": {\"Type\": \"AWS::SNS::Topic\"}}}");
        Door.Answer answer = scan("sns-topic-unencrypted");
        assertThat(lines(answer)).isEqualTo("""
                sns-topic-unencrypted Fine violated
                sns-topic-unencrypted Twice violated
                """);
        assertThat(answer.code()).isEqualTo(2);
        assertThat(faults(answer)).isEqualTo("""
                broken.yaml unreadable it is not YAML: expected ',' or ']', but got <stream end>; correct it
                empty.yaml unreadable its Resources section is empty, so that there is nothing to judge; add a resource or remove the file
                twice.yaml unreadable the key 'Twice' stands twice, in lines 2 and 3, and the last one was taken; remove one of them
                """);
    }

    @Test
    void files_that_only_look_like_templates() throws Exception {
        write("events/s3.json", """
                {"Records": [{"eventSource": "aws:s3", "Resources": {"bucket": "a"}, "s3": {"bucket": {"name": "uploads"}}}]}
                """);
        write("events/custom-resource.json", """
                {"RequestType": "Create", "ResourceType": "Custom::Setup", "ResourceProperties": {"Type": "AWS::S3::Bucket"}}
                """);
        write("sdk/api.json", """
                {"version": "2.0", "Resources": [{"Type": "AWS::S3::Bucket"}], "operations": {}}
                """);
        write("sdk/resources.json", """
                {"service": {"has": {"Bucket": {"resource": {"type": "Bucket"}}}}, "resources": {"Bucket": {"identifiers": []}}}
                """);
        write("k8s.yaml", "apiVersion: v1\nkind: ConfigMap\nResources: { a: { Type: text } }\n");
        Door.Answer answer = Door.PIPE.run("scan", folder);
        assertThat(answer.code()).isEqualTo(0);
        assertThat(answer.out()).isEqualTo("""
                No resource was found, so nothing was checked.
                Looked at 5 files, 0 resources (0 functions); 0 checks are satisfied.
                """);
    }

    @Test
    void housekeeping_is_folded() throws Exception {
        StringBuilder template = new StringBuilder(SAM).append("Resources:\n");
        for (int i = 0; i < 20; i++) {
            template.append("  Function").append(i).append(": { Type: AWS::Serverless::Function }\n");
        }
        write("template.yaml", template.toString());
        String report = Door.PIPE.run("scan", folder).out();
        assertThat(report)
                .startsWith("-- Housekeeping (")
                .contains("(lambda-tracing-off): 20 functions:\n")
                .contains("Function0:5, Function1:6, Function2:7, Function3:8, and 16 more\n")
                .contains("\nFound no risk; ");
        assertThat(report.lines().count()).isLessThan(30);
    }

    /** What a scan of one template says of some rules, satisfied ones too: a line for each verdict, sorted. */
    private String verdicts(String rules, String template, String... options) throws IOException {
        write("template.yaml", template);
        Door.Answer answer = scan(rules, options);
        assertThat(faults(answer)).isEmpty();
        return lines(answer);
    }

    private Door.Answer scan(String rules, String... options) {
        List<Object> words = new ArrayList<>(List.of(
                "scan", folder, "--format", "json", "--verdicts", "all", "--fail-on", "never", "--only", rules));
        Collections.addAll(words, options);
        return Door.PIPE.run(words.toArray());
    }

    private static String lines(Door.Answer answer) throws IOException {
        List<String> lines = new ArrayList<>();
        for (JsonNode finding : new ObjectMapper().readTree(answer.out()).get("findings")) {
            JsonNode condition = finding.get("condition");
            lines.add(finding.get("rule").asText() + " "
                    + finding.get("resource").get("address").asText() + " "
                    + finding.get("verdict").asText()
                    + (condition == null ? "" : " [" + condition.asText() + "]") + "\n");
        }
        Collections.sort(lines);
        return String.join("", lines);
    }

    private static String faults(Door.Answer answer) throws IOException {
        StringBuilder faults = new StringBuilder();
        for (JsonNode fault : new ObjectMapper().readTree(answer.out()).get("faults")) {
            faults.append(fault.get("path").asText()).append(' ');
            faults.append(fault.get("kind").asText()).append(' ');
            faults.append(fault.get("message").asText()).append('\n');
        }
        return faults.toString();
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
