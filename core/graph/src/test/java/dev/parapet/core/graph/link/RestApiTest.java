package dev.parapet.core.graph.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.graph.Drawn;
import org.junit.jupiter.api.Test;

class RestApiTest {
    private static final String METHODS = """
            {"Api": {"Type": "AWS::ApiGateway::RestApi", "Properties": {
               "EndpointConfiguration": {"Types": [{"Fn::If": ["Inside", "PRIVATE", "REGIONAL"]}]}}},
             "Orders": {"Type": "AWS::ApiGateway::Resource", "Properties": {"PathPart": "orders", "RestApiId": {"Ref": "Api"},
               "ParentId": {"Fn::GetAtt": ["Api", "RootResourceId"]}}},
             "Order": {"Type": "AWS::ApiGateway::Resource", "Properties": {"PathPart": "{id}", "RestApiId": {"Ref": "Api"},
               "ParentId": {"Ref": "Orders"}}},
             "F": {"Type": "AWS::Lambda::Function", "Properties": {}},
             "Asked": {"Type": "AWS::Lambda::Function", "Properties": {}},
             "Guard": {"Type": "AWS::ApiGateway::Authorizer", "Properties": {"Type": "TOKEN", "RestApiId": {"Ref": "Api"},
               "AuthorizerUri": {"Fn::Sub": "arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Asked.Arn}/invocations"}}},
             "Get": {"Type": "AWS::ApiGateway::Method", "Properties": {"RestApiId": {"Ref": "Api"}, "HttpMethod": "GET",
               "ResourceId": {"Ref": "Order"}, "AuthorizationType": "CUSTOM", "AuthorizerId": {"Ref": "Guard"},
               "Integration": {"Type": "AWS_PROXY",
                 "Uri": {"Fn::Sub": "arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${F.Arn}/invocations"}}}},
             "Post": {"Type": "AWS::ApiGateway::Method", "Properties": {"RestApiId": {"Ref": "Api"}, "HttpMethod": "POST",
               "ResourceId": {"Fn::GetAtt": ["Api", "RootResourceId"]}, "AuthorizationType": "NONE", "ApiKeyRequired": true,
               "Integration": {"Type": "AWS",
                 "RequestParameters": {"integration.request.header.X-Amz-Invocation-Type": "'Event'"},
                 "Uri": {"Fn::Sub": "arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${F.Arn}/invocations"}}}},
             "Put": {"Type": "AWS::ApiGateway::Method", "Properties": {"RestApiId": {"Ref": "Api"}, "HttpMethod": "PUT",
               "ResourceId": {"Ref": "Orders"}, "AuthorizationType": {"Ref": "Auth"},
               "Integration": {"Type": "AWS", "Credentials": {"Fn::GetAtt": ["Role", "Arn"]},
                 "Uri": {"Fn::Sub": "arn:aws:apigateway:${AWS::Region}:states:action/StartExecution"},
                 "RequestTemplates": {"application/json": {"Fn::Sub": "{\\"stateMachineArn\\": \\"${Flow}\\"}"}}}}},
             "Role": {"Type": "AWS::IAM::Role", "Properties": {}},
             "Flow": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {}},
             "Prod": {"Type": "AWS::ApiGateway::Stage", "Properties": {"RestApiId": {"Ref": "Api"}, "StageName": "prod"}},
             "Firewall": {"Type": "AWS::WAFv2::WebACLAssociation", "Properties": {
               "WebACLArn": "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/w/1",
               "ResourceArn": {"Fn::Sub": "arn:aws:apigateway:${AWS::Region}::/restapis/${Api}/stages/prod"}}},
             "Permit": {"Type": "AWS::Lambda::Permission", "Properties": {"FunctionName": {"Ref": "F"},
               "Principal": "apigateway.amazonaws.com",
               "SourceArn": {"Fn::Sub": "arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*"}}}}
            """;

    @Test
    void methodsAreEndpoints() {
        assertThat(Drawn.endpoints(METHODS)).isEqualTo("""
                Get: protocol=rest method=GET path=/orders/{id} auth=lambda private=if(Inside, true, false)
                Post: protocol=rest method=POST path=/ auth=api-key private=if(Inside, true, false)
                Put: protocol=rest method=PUT path=/orders auth=unknown(Parameter Auth) private=if(Inside, true, false)
                """);
    }

    @Test
    void methodsInvokeWhatStandsBehindThem() {
        assertThat(Drawn.edges(METHODS)).isEqualTo("""
                9 Api -contains-> Guard: Api defines the authorizer Guard
                10 Guard -invokes-synchronously-> Asked: Guard asks Asked
                11 Api -contains-> Get: Api answers Get
                12 Guard -guards-> Get: Guard guards Get
                15 Api -contains-> Post: Api answers Post
                20 Api -contains-> Put: Api answers Put
                27 Api -contains-> Prod: Api is deployed to Prod
                30 external:arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/w/1 -protects-> Prod: arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/w/1 protects Prod, as Firewall says
                11 internet -reaches-> Get: the Internet reaches GET /orders/{id}, if not Inside
                14 Get -invokes-synchronously-> F: GET /orders/{id} calls and waits for F
                15 internet -reaches-> Post: the Internet reaches POST /, if not Inside
                19 Post -invokes-asynchronously-> F: POST / sends events to F
                20 internet -reaches-> Put: the Internet reaches PUT /orders, if not Inside
                22 Put -runs-as-> Role: PUT /orders runs as Role
                24 Put -invokes-asynchronously-> Flow: PUT /orders sends events to Flow
                31 Permit -covers-> F: it covers F
                32 Permit -names-> principal:Service:apigateway.amazonaws.com: it names apigateway.amazonaws.com
                """);
    }

    private static String body(String body) {
        return """
                {"Api": {"Type": "AWS::ApiGateway::RestApi", "Properties": {"Body": {"openapi": "3.0.1",
                """ + body + """
                }}},
                 "Pool": {"Type": "AWS::Cognito::UserPool", "Properties": {}},
                 "F": {"Type": "AWS::Lambda::Function", "Properties": {}}}
                """;
    }

    @Test
    void aDocumentSaysWhoMayCall() {
        assertThat(Drawn.endpoints(body("""
                "security": [{"Users": []}],
                "paths": {
                  "/default": {"get": {}},
                  "/open": {"get": {"security": []}, "post": {"security": [{"NONE": []}]}},
                  "/key": {"get": {"security": [{"api_key": []}]}},
                  "/both": {"get": {"security": [{"api_key": []}, {"Code": []}]}},
                  "/signed": {"get": {"security": [{"AWS_IAM": []}]}, "post": {"x-amazon-apigateway-auth": {"type": "AWS_IAM"}}},
                  "/promised": {"get": {"security": [{"Bearer": []}]}},
                  "/either": {"x-amazon-apigateway-any-method": {"security": {"Fn::If": ["IsProd", [{"Users": []}], []]}}},
                  "/sometimes": {"Fn::If": ["IsProd", {"get": {"security": []}}, {"Ref": "AWS::NoValue"}]}},
                "components": {"securitySchemes": {
                  "Users": {"type": "apiKey", "name": "Authorization", "in": "header", "x-amazon-apigateway-authtype": "cognito_user_pools",
                            "x-amazon-apigateway-authorizer": {"type": "cognito_user_pools", "providerARNs": [{"Fn::GetAtt": ["Pool", "Arn"]}]}},
                  "Code": {"type": "apiKey", "name": "Authorization", "in": "header", "x-amazon-apigateway-authtype": "custom",
                           "x-amazon-apigateway-authorizer": {"type": "token", "authorizerUri": {"Fn::GetAtt": ["F", "Arn"]}}},
                  "AWS_IAM": {"type": "apiKey", "name": "Authorization", "in": "header", "x-amazon-apigateway-authtype": "awsSigv4"},
                  "api_key": {"type": "apiKey", "name": "x-api-key", "in": "header"},
                  "Bearer": {"type": "http", "scheme": "bearer"}}}
                """))).isEqualTo("""
                Api/endpoint/GET /default: protocol=rest method=GET path=/default private=false auth=cognito
                Api/endpoint/GET /open: protocol=rest method=GET path=/open private=false auth=none
                Api/endpoint/POST /open: protocol=rest method=POST path=/open private=false auth=none
                Api/endpoint/GET /key: protocol=rest method=GET path=/key private=false auth=api-key
                Api/endpoint/GET /both: protocol=rest method=GET path=/both private=false auth=lambda
                Api/endpoint/GET /signed: protocol=rest method=GET path=/signed private=false auth=iam
                Api/endpoint/POST /signed: protocol=rest method=POST path=/signed private=false auth=iam
                Api/endpoint/GET /promised: protocol=rest method=GET path=/promised private=false auth=none
                Api/endpoint/ANY /either: protocol=rest method=ANY path=/either private=false auth=if(IsProd, cognito, none)
                Api/endpoint/GET /sometimes: protocol=rest method=GET path=/sometimes private=false auth=none
                """);
    }

    @Test
    void aDocumentsRoutesAreGuardedAndInvoke() {
        assertThat(Drawn.edges(body("""
                "paths": {"/a": {"get": {"security": [{"Code": []}], "x-amazon-apigateway-integration": {"type": "aws_proxy",
                  "uri": {"Fn::Sub": "arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${F.Arn}/invocations"}}}}},
                "components": {"securitySchemes": {
                  "Code": {"type": "apiKey", "name": "Authorization", "in": "header",
                           "x-amazon-apigateway-authorizer": {"type": "token", "authorizerUri": {"Fn::GetAtt": ["F", "Arn"]}}}}}
                """))).isEqualTo("""
                5 Api -contains-> Api/authorizer/Code: Api defines the authorizer Code
                6 Api/authorizer/Code -invokes-synchronously-> F: Code asks F
                2 Api -contains-> Api/endpoint/GET /a: Api answers GET /a
                2 internet -reaches-> Api/endpoint/GET /a: the Internet reaches GET /a
                2 Api/authorizer/Code -guards-> Api/endpoint/GET /a: Code guards GET /a
                3 Api/endpoint/GET /a -invokes-synchronously-> F: GET /a calls and waits for F
                """);
    }

    @Test
    void whatStandsBeforeAnApiIsSaid() {
        assertThat(Drawn.endpoints("""
                {"Elsewhere": {"Type": "AWS::ApiGateway::RestApi", "Properties": {"BodyS3Location": {"Bucket": "b", "Key": "k"}}},
                 "Narrow": {"Type": "AWS::ApiGateway::RestApi", "Properties": {
                   "Policy": {"Statement": [
                     {"Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "*"},
                     {"Effect": "Deny", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "*",
                      "Condition": {"NotIpAddress": {"aws:SourceIp": ["192.0.2.0/24"]}}}]},
                   "Body": {"paths": {"/": {"get": {}}}}}},
                 "Wide": {"Type": "AWS::ApiGateway::RestApi", "Properties": {
                   "Policy": {"Statement": {"Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "*"}},
                   "Body": {"paths": {"/": {"get": {}}}}}},
                 "Timed": {"Type": "AWS::ApiGateway::RestApi", "Properties": {
                   "Policy": {"Statement": {"Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "*",
                      "Condition": {"DateGreaterThan": {"aws:CurrentTime": "2026-01-01T00:00:00Z"}, "Bool": {"aws:SecureTransport": true}}}},
                   "Body": {"paths": {"/": {"get": {}}}}}},
                 "Certified": {"Type": "AWS::ApiGateway::RestApi", "Properties": {"DisableExecuteApiEndpoint": true,
                   "Body": {"paths": {"/": {"get": {}}}}}},
                 "Name": {"Type": "AWS::ApiGateway::DomainName", "Properties": {"MutualTlsAuthentication": {"TruststoreUri": "s3://b/k"}}},
                 "Mapping": {"Type": "AWS::ApiGateway::BasePathMapping", "Properties": {"DomainName": {"Ref": "Name"}, "RestApiId": {"Ref": "Certified"}}}}
                """)).isEqualTo("""
                Elsewhere/endpoint/*: protocol=rest method=ANY path=/* private=false auth=unknown(the definition of Elsewhere)
                Narrow/endpoint/GET /: protocol=rest method=GET path=/ private=false policy=narrowed auth=none
                Wide/endpoint/GET /: protocol=rest method=GET path=/ private=false policy=open auth=none
                Timed/endpoint/GET /: protocol=rest method=GET path=/ private=false policy=open auth=none
                Certified/endpoint/GET /: protocol=rest method=GET path=/ private=false auth=mutual-tls
                """);
    }
}
