package dev.parapet.read.cloudformation.sam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.CloudFormationReader;
import dev.parapet.read.cloudformation.Expanded;
import dev.parapet.read.cloudformation.MemoryTree;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is made of an API points at the text that causes it. */
class ApiSpanTest {
    private static final String TEMPLATE = """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Api:
                Type: AWS::Serverless::Api
                Properties:
                  StageName: prod
                  Auth:
                    DefaultAuthorizer: Guard
                    Authorizers:
                      Guard:
                        FunctionArn: arn:guard
                    UsagePlan:
                      CreateUsagePlan: PER_API
              Fn:
                Type: AWS::Serverless::Function
                Properties:
                  Runtime: python3.13
                  Handler: app.handler
                  CodeUri: s3://bucket/key
                  Events:
                    Open:
                      Type: Api
                      Properties:
                        RestApiId: !Ref Api
                        Path: /open
                        Method: get
                        Auth:
                          Authorizer: NONE
                    Default:
                      Type: Api
                      Properties:
                        RestApiId: !Ref Api
                        Path: /default
                        Method: get
                    Http:
                      Type: HttpApi
                      Properties:
                        Path: /http
                        Method: get
            """;

    private static String line(String... path) {
        Expanded expanded =
                CloudFormationReader.expand(MemoryTree.of("template.yaml", TEMPLATE), "template.yaml", Map.of());
        Value value = ((Expanded.Template) expanded).root();
        int key = 0;
        for (String name : path) {
            if (value instanceof Value.Sequence sequence) {
                value = sequence.items().get(Integer.parseInt(name));
                key = value.span().start().line();
            } else {
                Value.Entry entry =
                        Objects.requireNonNull(((Value.Mapping) value).entries().get(name), name);
                key = entry.keySpan().start().line();
                value = entry.value();
            }
        }
        return TEMPLATE.lines().toList().get(key - 1).strip();
    }

    @Test
    void aRoutePointsAtItsEvent() {
        assertThat(line("Resources", "FnOpenPermissionprod")).isEqualTo("Open:");
        assertThat(line("Resources", "FnHttpPermission")).isEqualTo("Http:");
        assertThat(line("Resources", "Api", "Properties", "Body", "paths", "/open"))
                .isEqualTo("Path: /open");
        assertThat(line("Resources", "Api", "Properties", "Body", "paths", "/open", "get"))
                .isEqualTo("Method: get");
        assertThat(line(
                        "Resources",
                        "Api",
                        "Properties",
                        "Body",
                        "paths",
                        "/open",
                        "get",
                        "x-amazon-apigateway-integration",
                        "uri"))
                .isEqualTo("Open:");
    }

    @Test
    void theAuthorizerOfARoutePointsAtWhoChoseIt() {
        assertThat(line("Resources", "Api", "Properties", "Body", "paths", "/default", "get", "security", "0", "Guard"))
                .isEqualTo("DefaultAuthorizer: Guard");
        assertThat(line("Resources", "Api", "Properties", "Body", "paths", "/open", "get", "security", "0", "NONE"))
                .isEqualTo("Authorizer: NONE");
        assertThat(line("Resources", "Api", "Properties", "Body", "securityDefinitions", "Guard"))
                .isEqualTo("Guard:");
        assertThat(line("Resources", "ApiGuardAuthorizerPermission")).isEqualTo("Guard:");
    }

    @Test
    void whatAnApiMakesPointsAtThePropertyThatAsksForIt() {
        assertThat(line("Resources", "ApiUsagePlan")).isEqualTo("CreateUsagePlan: PER_API");
        assertThat(line("Resources", "ApiprodStage")).isEqualTo("Api:");
        assertThat(line("Resources", "ServerlessHttpApi", "Properties", "Body", "paths", "/http"))
                .isEqualTo("Path: /http");
    }
}
