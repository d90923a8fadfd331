package dev.parapet.read.cloudformation.sam.template;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What each section of {@code Globals} may hold, as of aws-sam-translator 1.115.0 (the specification's page "Globals section
 * of the AWS SAM template" names the same). The order is that in which SAM's problems list them.
 */
final class GlobalProperties {
    /** The properties that a section takes. */
    static final Map<String, List<String>> BY_SECTION = Map.ofEntries(
            Map.entry(
                    "Function",
                    List.of(
                            "Handler",
                            "Runtime",
                            "CodeUri",
                            "DeadLetterQueue",
                            "Description",
                            "MemorySize",
                            "Timeout",
                            "VpcConfig",
                            "Environment",
                            "Tags",
                            "PropagateTags",
                            "Tracing",
                            "KmsKeyArn",
                            "AutoPublishAlias",
                            "AutoPublishAliasAllProperties",
                            "Layers",
                            "DeploymentPreference",
                            "RolePath",
                            "PermissionsBoundary",
                            "ReservedConcurrentExecutions",
                            "ProvisionedConcurrencyConfig",
                            "AssumeRolePolicyDocument",
                            "EventInvokeConfig",
                            "FileSystemConfigs",
                            "CodeSigningConfigArn",
                            "Architectures",
                            "SnapStart",
                            "EphemeralStorage",
                            "FunctionUrlConfig",
                            "RuntimeManagementConfig",
                            "LoggingConfig",
                            "RecursiveLoop",
                            "SourceKMSKeyArn",
                            "TenancyConfig",
                            "DurableConfig",
                            "CapacityProviderConfig",
                            "FunctionScalingConfig",
                            "PublishToLatestPublished",
                            "VersionDeletionPolicy")),
            Map.entry(
                    "Api",
                    List.of(
                            "Auth",
                            "Name",
                            "DefinitionUri",
                            "CacheClusterEnabled",
                            "CacheClusterSize",
                            "MergeDefinitions",
                            "Variables",
                            "EndpointConfiguration",
                            "MethodSettings",
                            "BinaryMediaTypes",
                            "MinimumCompressionSize",
                            "Cors",
                            "GatewayResponses",
                            "AccessLogSetting",
                            "CanarySetting",
                            "TracingEnabled",
                            "OpenApiVersion",
                            "Domain",
                            "AlwaysDeploy",
                            "PropagateTags",
                            "SecurityPolicy",
                            "EndpointAccessMode")),
            Map.entry(
                    "HttpApi",
                    List.of(
                            "Auth",
                            "AccessLogSettings",
                            "StageVariables",
                            "Tags",
                            "CorsConfiguration",
                            "DefaultRouteSettings",
                            "Domain",
                            "RouteSettings",
                            "FailOnWarnings",
                            "PropagateTags")),
            Map.entry("SimpleTable", List.of("SSESpecification")),
            Map.entry("StateMachine", List.of("PropagateTags")),
            Map.entry("LayerVersion", List.of("PublishLambdaVersion")),
            Map.entry(
                    "CapacityProvider",
                    List.of(
                            "VpcConfig",
                            "OperatorRole",
                            "Tags",
                            "InstanceRequirements",
                            "ScalingConfig",
                            "KmsKeyArn",
                            "PropagateTags",
                            "LoggingConfig",
                            "ManagedResourceTags")),
            Map.entry(
                    "MicrovmImage",
                    List.of(
                            "BuildRoleArn",
                            "BaseImageArn",
                            "BaseImageVersion",
                            "Logging",
                            "EgressNetworkConnectors",
                            "CpuConfigurations",
                            "Resources",
                            "AdditionalOsCapabilities",
                            "Hooks",
                            "EnvironmentVariables",
                            "Tags",
                            "PropagateTags")),
            Map.entry("NetworkConnector", List.of("OperatorRole", "Tags", "PropagateTags")),
            Map.entry(
                    "WebSocketApi",
                    List.of(
                            "AccessLogSettings",
                            "ApiKeySelectionExpression",
                            "DefaultRouteSettings",
                            "DisableExecuteApiEndpoint",
                            "DisableSchemaValidation",
                            "Domain",
                            "FailOnWarnings",
                            "IpAddressType",
                            "PropagateTags",
                            "RouteSelectionExpression",
                            "RouteSettings",
                            "StageVariables",
                            "Tags")));

    /** Lists that a resource replaces instead of adding to them. */
    static final Set<String> REPLACED =
            Set.of("Function.Architectures", "CapacityProvider.InstanceRequirements.Architectures");

    /** Mappings of which only the names count that the resource has itself. */
    static final Set<String> OWN_NAMES = Set.of("CapacityProvider.ManagedResourceTags");

    private GlobalProperties() {}
}
