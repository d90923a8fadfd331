package dev.parapet.read.cloudformation.sam.template;

import java.util.Map;
import java.util.Set;

/** Which made resource may take the name of an authored one: the one that it becomes, and what events change. */
public final class UniqueIds {
    private static final Map<String, Set<String>> MAY_REPLACE = Map.ofEntries(
            Map.entry("AWS::Lambda::Function", Set.of("AWS::Serverless::Function")),
            Map.entry("AWS::Lambda::WebFunction", Set.of("AWS::Serverless::WebFunction")),
            Map.entry("AWS::Lambda::LayerVersion", Set.of("AWS::Serverless::LayerVersion")),
            Map.entry("AWS::Lambda::CapacityProvider", Set.of("AWS::Serverless::CapacityProvider")),
            Map.entry("AWS::Lambda::MicrovmImage", Set.of("AWS::Serverless::MicrovmImage")),
            Map.entry("AWS::Lambda::NetworkConnector", Set.of("AWS::Serverless::NetworkConnector")),
            Map.entry("AWS::ApiGateway::RestApi", Set.of("AWS::Serverless::Api")),
            Map.entry("AWS::ApiGatewayV2::Api", Set.of("AWS::Serverless::HttpApi", "AWS::Serverless::WebSocketApi")),
            Map.entry("AWS::S3::Bucket", Set.of("AWS::S3::Bucket")),
            Map.entry("AWS::SNS::Topic", Set.of("AWS::SNS::Topic")),
            Map.entry("AWS::DynamoDB::Table", Set.of("AWS::Serverless::SimpleTable")),
            Map.entry("AWS::CloudFormation::Stack", Set.of("AWS::Serverless::Application")),
            Map.entry("AWS::Cognito::UserPool", Set.of("AWS::Cognito::UserPool")),
            Map.entry("AWS::ApiGateway::DomainName", Set.of("AWS::ApiGateway::DomainName")),
            Map.entry("AWS::ApiGateway::BasePathMapping", Set.of("AWS::ApiGateway::BasePathMapping")),
            Map.entry("AWS::ApiGateway::DomainNameV2", Set.of("AWS::ApiGateway::DomainNameV2")),
            Map.entry("AWS::ApiGateway::BasePathMappingV2", Set.of("AWS::ApiGateway::BasePathMappingV2")),
            Map.entry("AWS::StepFunctions::StateMachine", Set.of("AWS::Serverless::StateMachine")),
            Map.entry("AWS::AppSync::GraphQLApi", Set.of("AWS::Serverless::GraphQLApi")));

    private UniqueIds() {}

    /** Whether a made resource has a name of its own, or takes that of an authored resource that it may replace. */
    public static boolean mayHave(Made made, Transformation transformation) {
        Authored known = transformation.authored(made.id());
        return known == null || MAY_REPLACE.getOrDefault(made.type(), Set.of()).contains(known.type());
    }

    /** The problem with one that has not, in SAM's words. */
    public static Problem problem(Authored author, Made made) {
        return new Problem(
                author.id(),
                "Transforming resource with id [" + author.id() + "] attempts to create a new resource with id ["
                        + made.id() + "] and type \"" + made.type()
                        + "\". A resource with that id already exists within this template. Please use a different id for"
                        + " that resource.",
                author.head());
    }
}
