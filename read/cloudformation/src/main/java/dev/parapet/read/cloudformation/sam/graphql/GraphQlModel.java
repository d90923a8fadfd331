package dev.parapet.read.cloudformation.sam.graphql;

import dev.parapet.read.cloudformation.sam.template.Kind;
import dev.parapet.read.cloudformation.sam.template.PropertyTable;
import dev.parapet.read.cloudformation.sam.template.Shape;

/**
 * What the properties of a GraphQL API may be
 * (https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-graphqlapi.html).
 */
final class GraphQlModel {
    static final PropertyTable PROPERTIES = PropertyTable.of("AWS::Serverless::GraphQLApi")
            .any("Name")
            .strict("Tags", Kind.MAP)
            .any("XrayEnabled")
            .requiredStrict("Auth", Kind.MAP)
            .strict("SchemaInline", Kind.TEXT)
            .strict("SchemaUri", Kind.TEXT)
            .strict("Logging", Kind.oneOf(Kind.MAP, Kind.BOOL))
            .strict("DataSources", Kind.MAP)
            .strict("Functions", Kind.MAP)
            .strict("Resolvers", Kind.MAP)
            .strict("ApiKeys", Kind.MAP)
            .strict("DomainName", Kind.MAP)
            .strict("Cache", Kind.MAP)
            .any("Visibility", "OwnerContact", "IntrospectionConfig", "QueryDepthLimit", "ResolverCountLimit");

    private static final Shape.Fields AUTHORIZER = Shape.object()
            .required(
                    "Type",
                    Shape.oneOf("AWS_IAM", "API_KEY", "AWS_LAMBDA", "OPENID_CONNECT", "AMAZON_COGNITO_USER_POOLS"))
            .optional(
                    "LambdaAuthorizer",
                    Shape.object()
                            .any("AuthorizerResultTtlInSeconds")
                            .required("AuthorizerUri", Shape.ANY)
                            .any("IdentityValidationExpression"))
            .optional("OpenIDConnect", Shape.object().any("AuthTTL", "ClientId", "IatTTL", "Issuer"))
            .optional(
                    "UserPool",
                    Shape.object()
                            .any("AppIdClientRegex", "AwsRegion", "DefaultAction")
                            .required("UserPoolId", Shape.ANY));

    private static final Shape DYNAMODB = Shape.object()
            .required("TableName", Shape.ANY)
            .any("ServiceRoleArn", "TableArn")
            .optional("Permissions", Shape.listOf(Shape.oneOf("Read", "Write")))
            .any("Name", "Description", "Region")
            .optional(
                    "DeltaSync",
                    Shape.object()
                            .required("BaseTableTTL", Shape.ANY)
                            .required("DeltaSyncTableName", Shape.ANY)
                            .required("DeltaSyncTableTTL", Shape.ANY))
            .any("UseCallerCredentials", "Versioned");

    private static final Shape LAMBDA =
            Shape.object().required("FunctionArn", Shape.ANY).any("ServiceRoleArn", "Name", "Description");

    private static final Shape RUNTIME =
            Shape.object().required("Name", Shape.ANY).required("Version", Shape.ANY);

    private static final Shape SYNC = Shape.object()
            .required("ConflictDetection", Shape.ANY)
            .any("ConflictHandler")
            .optional("LambdaConflictHandlerConfig", Shape.object().required("LambdaConflictHandlerArn", Shape.ANY));

    private static final Shape FUNCTION = Shape.object()
            .optional("DataSource", Shape.orFunction(Shape.TEXT))
            .optional("Runtime", RUNTIME)
            .any("InlineCode", "CodeUri", "Description", "MaxBatchSize")
            .optional("Name", Shape.TEXT)
            .any("Id")
            .optional("Sync", SYNC);

    private static final Shape RESOLVER = Shape.object()
            .optional("FieldName", Shape.TEXT)
            .optional(
                    "Caching",
                    Shape.object().required("Ttl", Shape.ANY).optional("CachingKeys", Shape.listOf(Shape.ANY)))
            .any("InlineCode", "CodeUri", "MaxBatchSize")
            .optional("Pipeline", Shape.listOf(Shape.TEXT))
            .optional("Runtime", RUNTIME)
            .optional("Sync", SYNC);

    static final Shape.Fields MODEL = Shape.object()
            .required("Auth", AUTHORIZER.optional("Additional", Shape.listOf(AUTHORIZER)))
            .optional("Tags", Shape.MAP)
            .any("Name")
            .optional("XrayEnabled", Shape.BOOL)
            .any("SchemaInline", "SchemaUri")
            .optional(
                    "Logging",
                    Shape.either(
                            Shape.object().any("CloudWatchLogsRoleArn", "ExcludeVerboseContent", "FieldLogLevel"),
                            Shape.BOOL))
            .optional(
                    "DataSources",
                    Shape.object().optional("DynamoDb", Shape.mapOf(DYNAMODB)).optional("Lambda", Shape.mapOf(LAMBDA)))
            .optional("Functions", Shape.mapOf(FUNCTION))
            .optional("Resolvers", Shape.mapOf(Shape.mapOf(RESOLVER)))
            .optional("ApiKeys", Shape.mapOf(Shape.object().any("ApiKeyId", "Description", "ExpiresOn")))
            .optional(
                    "DomainName",
                    Shape.object()
                            .required("CertificateArn", Shape.ANY)
                            .required("DomainName", Shape.ANY)
                            .any("Description"))
            .optional(
                    "Cache",
                    Shape.object()
                            .required("ApiCachingBehavior", Shape.ANY)
                            .required("Ttl", Shape.ANY)
                            .required("Type", Shape.ANY)
                            .any("AtRestEncryptionEnabled", "TransitEncryptionEnabled"))
            .any("Visibility", "OwnerContact", "IntrospectionConfig", "QueryDepthLimit", "ResolverCountLimit");

    private GraphQlModel() {}
}
