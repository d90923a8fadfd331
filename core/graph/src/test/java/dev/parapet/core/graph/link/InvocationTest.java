package dev.parapet.core.graph.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.graph.Drawn;
import org.junit.jupiter.api.Test;

class InvocationTest {
    private static final String FUNCTION = """
            {"F": {"Type": "AWS::Lambda::Function", "Properties": {}},
             "Live": {"Type": "AWS::Lambda::Alias", "Properties": {"FunctionName": {"Ref": "F"}}},
             "Queue": {"Type": "AWS::SQS::Queue", "Properties": {}},
             "Topic": {"Type": "AWS::SNS::Topic", "Properties": {}},
            """;

    @Test
    void sourcesInvokeOrFeed() {
        assertThat(Drawn.edges(FUNCTION + """
                "Bucket": {"Type": "AWS::S3::Bucket", "Properties": {"NotificationConfiguration": {
                  "LambdaConfigurations": [{"Event": "s3:ObjectCreated:*", "Function": {"Ref": "Live"}}],
                  "QueueConfigurations": [{"Queue": {"Fn::GetAtt": ["Queue", "Arn"]}}]}}},
                "ToF": {"Type": "AWS::SNS::Subscription", "Properties": {"Protocol": "lambda",
                  "TopicArn": {"Ref": "Topic"}, "Endpoint": {"Fn::GetAtt": ["F", "Arn"]}}},
                "ToQueue": {"Type": "AWS::SNS::Subscription", "Properties": {"Protocol": "sqs",
                  "TopicArn": {"Ref": "Topic"}, "Endpoint": {"Fn::GetAtt": ["Queue", "Arn"]}}},
                "Poll": {"Type": "AWS::Lambda::EventSourceMapping", "Properties": {
                  "EventSourceArn": {"Fn::GetAtt": ["Queue", "Arn"]}, "FunctionName": {"Ref": "F"}}},
                "Stream": {"Type": "AWS::Lambda::EventSourceMapping", "Properties": {
                  "EventSourceArn": {"Ref": "StreamArn"}, "FunctionName": {"Ref": "F"}}},
                "Kafka": {"Type": "AWS::Lambda::EventSourceMapping", "Properties": {
                  "SelfManagedEventSource": {}, "FunctionName": {"Ref": "F"}}},
                "Nightly": {"Type": "AWS::Events::Rule", "Properties": {"Targets": [
                  {"Id": "f", "Arn": {"Fn::GetAtt": ["F", "Arn"]}, "DeadLetterConfig": {"Arn": {"Fn::GetAtt": ["Queue", "Arn"]}}},
                  {"Id": "q", "Arn": {"Fn::GetAtt": ["Queue", "Arn"]}}]}},
                "Pipe": {"Type": "AWS::Pipes::Pipe", "Properties": {"Source": {"Fn::GetAtt": ["Queue", "Arn"]},
                  "Enrichment": {"Fn::GetAtt": ["F", "Arn"]}, "Target": {"Fn::GetAtt": ["F", "Arn"]},
                  "TargetParameters": {"LambdaFunctionParameters": {"InvocationType": "FIRE_AND_FORGET"}}}},
                "Users": {"Type": "AWS::Cognito::UserPool", "Properties": {"LambdaConfig": {"PreSignUp": {"Fn::GetAtt": ["F", "Arn"]}}}},
                "Config": {"Type": "AWS::Lambda::EventInvokeConfig", "Properties": {"FunctionName": {"Ref": "F"},
                  "DestinationConfig": {"OnFailure": {"Destination": {"Fn::GetAtt": ["Queue", "Arn"]}},
                                        "OnSuccess": {"Destination": {"Ref": "Topic"}}}}},
                "Url": {"Type": "AWS::Lambda::Url", "Properties": {"TargetFunctionArn": {"Ref": "F"}}},
                "Setup": {"Type": "Custom::Setup", "Properties": {"ServiceToken": {"Fn::GetAtt": ["F", "Arn"]}}}}
                """)).isEqualTo("""
                2 F -contains-> Live: F has the alias Live
                6 Bucket -invokes-asynchronously-> Live: Bucket sends events to Live
                7 Bucket -delivers-to-> Queue: Bucket delivers to Queue
                9 Topic -invokes-asynchronously-> F: Topic sends events to F, as ToF says
                11 Topic -delivers-to-> Queue: Topic delivers to Queue, as ToQueue says
                13 Queue -feeds-> F: Queue feeds F, as Poll says
                15 external:${StreamArn} -feeds-> F: ${StreamArn} feeds F, as Stream says
                17 Kafka -feeds-> F: Kafka feeds F
                19 Nightly -invokes-asynchronously-> F: Nightly sends events to F
                20 Nightly -delivers-to-> Queue: Nightly delivers to Queue
                19 Nightly -dead-letters-to-> Queue: Nightly sends what failed to Queue
                21 Queue -feeds-> Pipe: Queue feeds Pipe
                22 Pipe -invokes-synchronously-> F: Pipe enriches by F
                22 Pipe -invokes-asynchronously-> F: Pipe sends events to F
                24 Users -invokes-synchronously-> F: Users calls and waits for F
                27 F -delivers-to-> Topic: F delivers to Topic, as Config says
                26 F -dead-letters-to-> Queue: F sends what failed to Queue, as Config says
                28 Url -invokes-synchronously-> F: Url calls and waits for F
                29 Setup -invokes-asynchronously-> F: Setup sends events to F
                28 internet -reaches-> Url: the Internet reaches Url
                """);
    }

    @Test
    void aPermissionSaysWhoInvokesWhereNothingElseDoes() {
        assertThat(Drawn.edges(FUNCTION + """
                "Known": {"Type": "AWS::SNS::Subscription", "Properties": {"Protocol": "lambda",
                  "TopicArn": {"Ref": "Topic"}, "Endpoint": {"Fn::GetAtt": ["F", "Arn"]}}},
                "A": {"Type": "AWS::Lambda::Permission", "Properties": {"FunctionName": {"Ref": "F"},
                  "Action": "lambda:InvokeFunction", "Principal": "sns.amazonaws.com", "SourceArn": {"Ref": "Topic"}}},
                "B": {"Type": "AWS::Lambda::Permission", "Properties": {"FunctionName": {"Ref": "F"},
                  "Action": "lambda:InvokeFunction", "Principal": "s3.amazonaws.com", "SourceAccount": "111122223333"}},
                "C": {"Type": "AWS::Lambda::Permission", "Properties": {"FunctionName": {"Ref": "F"},
                  "Action": "lambda:InvokeFunction", "Principal": "444455556666"}},
                "D": {"Type": "AWS::Lambda::Permission", "Properties": {"FunctionName": {"Ref": "F"},
                  "Action": "lambda:InvokeFunction", "Principal": "*"}}}
                """)).isEqualTo("""
                2 F -contains-> Live: F has the alias Live
                6 Topic -invokes-asynchronously-> F: Topic sends events to F, as Known says
                7 A -covers-> F: it covers F
                8 A -names-> principal:Service:sns.amazonaws.com: it names sns.amazonaws.com
                9 B -covers-> F: it covers F
                10 B -names-> principal:Service:s3.amazonaws.com: it names s3.amazonaws.com
                10 principal:Service:s3.amazonaws.com -invokes-asynchronously-> F: s3.amazonaws.com may invoke F, as B says
                11 C -covers-> F: it covers F
                12 C -names-> principal:AWS:444455556666: it names 444455556666
                13 D -covers-> F: it covers F
                14 D -names-> principal:*: it names everybody
                """);
    }
}
