package dev.parapet.read.cloudformation.sam.function;

import dev.parapet.read.cloudformation.sam.template.Kind;
import dev.parapet.read.cloudformation.sam.template.PropertyTable;

/** What a serverless function may have. */
final class FunctionProperties {
    static final PropertyTable TABLE = PropertyTable.of("AWS::Serverless::Function")
            .optional("FunctionName", Kind.oneOf(Kind.TEXT, Kind.MAP))
            .any("Handler", "Runtime", "CodeUri", "ImageUri", "PackageType", "InlineCode")
            .optional("DeadLetterQueue", Kind.MAP)
            .any("Description", "MemorySize", "Timeout", "VpcConfig")
            .optional("Role", Kind.TEXT)
            .optional("AssumeRolePolicyDocument", Kind.MAP)
            .optional("Policies", Kind.oneOf(Kind.TEXT, Kind.MAP, Kind.listOf(Kind.oneOf(Kind.TEXT, Kind.MAP))))
            .any("RolePath")
            .optional("PermissionsBoundary", Kind.TEXT)
            .optional("Environment", Kind.mapOf(Kind.MAP))
            .optional("Events", Kind.mapOf(Kind.MAP))
            .optional("Tags", Kind.MAP)
            .optional("PropagateTags", Kind.BOOL)
            .optional("Tracing", Kind.oneOf(Kind.MAP, Kind.TEXT))
            .any("KmsKeyArn")
            .optional("DeploymentPreference", Kind.MAP)
            .any("ReservedConcurrentExecutions")
            .optional("Layers", Kind.listOf(Kind.oneOf(Kind.TEXT, Kind.MAP)))
            .optional("EventInvokeConfig", Kind.MAP)
            .any("EphemeralStorage")
            .optional("AutoPublishAlias", Kind.oneOf(Kind.TEXT))
            .optional("AutoPublishCodeSha256", Kind.oneOf(Kind.TEXT))
            .strict("AutoPublishAliasAllProperties", Kind.BOOL)
            .any("VersionDescription", "ProvisionedConcurrencyConfig", "FileSystemConfigs", "ImageConfig")
            .any("CodeSigningConfigArn", "Architectures")
            .optional("SnapStart", Kind.MAP)
            .optional("FunctionUrlConfig", Kind.MAP)
            .any("RuntimeManagementConfig", "LoggingConfig", "RecursiveLoop", "SourceKMSKeyArn")
            .optional("CapacityProviderConfig", Kind.MAP)
            .optional("FunctionScalingConfig", Kind.MAP)
            .optional("VersionDeletionPolicy", Kind.oneOf("Delete", "Retain"))
            .any("PublishToLatestPublished", "TenancyConfig")
            .optional("DurableConfig", Kind.MAP);

    private FunctionProperties() {}
}
