package dev.parapet.core.graph.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.graph.Drawn;
import org.junit.jupiter.api.Test;

class EventApiTest {
    private static final String CHAT = """
            {"Api": {"Type": "AWS::AppSync::Api", "Properties": {"Name": "chat", "EventConfig": {
               "AuthProviders": [{"AuthType": "API_KEY"}, {"AuthType": "AWS_IAM"},
                 {"AuthType": "AWS_LAMBDA", "LambdaAuthorizerConfig": {"AuthorizerUri": {"Fn::GetAtt": ["Asked", "Arn"]}}}],
               "ConnectionAuthModes": [{"AuthType": "AWS_IAM"}, {"AuthType": "API_KEY"}],
               "DefaultPublishAuthModes": [{"AuthType": "AWS_IAM"}],
               "DefaultSubscribeAuthModes": [{"AuthType": {"Fn::If": ["Open", "API_KEY", "AWS_LAMBDA"]}}]}}},
             "Asked": {"Type": "AWS::Lambda::Function", "Properties": {}},
             "Rooms": {"Type": "AWS::AppSync::ChannelNamespace", "Properties": {"ApiId": {"Fn::GetAtt": ["Api", "ApiId"]}, "Name": "rooms"}},
             "Scores": {"Type": "AWS::AppSync::ChannelNamespace", "Properties": {"ApiId": {"Fn::GetAtt": ["Api", "ApiId"]}, "Name": "scores",
               "PublishAuthModes": [{"AuthType": "API_KEY"}],
               "HandlerConfigs": {"OnPublish": {"Behavior": "DIRECT",
                 "Integration": {"DataSourceName": {"Fn::GetAtt": ["Source", "Name"]}, "LambdaConfig": {"InvokeType": "EVENT"}}}}}},
             "Source": {"Type": "AWS::AppSync::DataSource", "Properties": {"ApiId": {"Fn::GetAtt": ["Api", "ApiId"]},
               "LambdaConfig": {"LambdaFunctionArn": {"Fn::GetAtt": ["Asked", "Arn"]}}}},
             "Alone": {"Type": "AWS::AppSync::ChannelNamespace", "Properties": {"ApiId": "elsewhere", "Name": "alone"}}}
            """;

    @Test
    void operationsAskForTheirModes() {
        assertThat(Drawn.endpoints(CHAT)).isEqualTo("""
                Api/endpoint/connect: protocol=appsync-events method=CONNECT path=/event/realtime auth=api-key
                Rooms/endpoint/publish: protocol=appsync-events method=PUBLISH path=/rooms/* auth=iam
                Rooms/endpoint/subscribe: protocol=appsync-events method=SUBSCRIBE path=/rooms/* auth=if(Open, api-key, lambda)
                Scores/endpoint/publish: protocol=appsync-events method=PUBLISH path=/scores/* auth=api-key
                Scores/endpoint/subscribe: protocol=appsync-events method=SUBSCRIBE path=/scores/* auth=if(Open, api-key, lambda)
                Alone/endpoint/publish: protocol=appsync-events method=PUBLISH path=/alone/* auth=unknown(the modes of authorization)
                Alone/endpoint/subscribe: protocol=appsync-events method=SUBSCRIBE path=/alone/* auth=unknown(the modes of authorization)
                """);
    }
}
