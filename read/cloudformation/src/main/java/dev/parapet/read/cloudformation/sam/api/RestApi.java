package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.definition.Definition;
import dev.parapet.read.cloudformation.sam.definition.OpenApi3;
import dev.parapet.read.cloudformation.sam.definition.RestEditor;
import dev.parapet.read.cloudformation.sam.definition.RestExtras;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Kind;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.PropertyTable;
import dev.parapet.read.cloudformation.sam.template.Resolution;
import dev.parapet.read.cloudformation.sam.template.ResourceExpander;
import dev.parapet.read.cloudformation.sam.template.Tags;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code AWS::Serverless::Api}: a REST API with a deployment and a stage
 * (https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-api.html).
 */
public final class RestApi implements ResourceExpander {
    /** Its type. */
    public static final String TYPE = "AWS::Serverless::Api";

    /** Names behind a point that stand for what is made of it, by type. */
    public static final Map<String, String> REFERENCES = Map.of(
            "Stage", "AWS::ApiGateway::Stage",
            "Deployment", "AWS::ApiGateway::Deployment",
            "DomainName", "AWS::ApiGateway::DomainName",
            "DomainNameV2", "AWS::ApiGateway::DomainNameV2",
            "UsagePlan", "AWS::ApiGateway::UsagePlan",
            "UsagePlanKey", "AWS::ApiGateway::UsagePlanKey",
            "ApiKey", "AWS::ApiGateway::ApiKey");

    private static final PropertyTable PROPERTIES = PropertyTable.of(TYPE)
            .optional("__MANAGE_SWAGGER", Kind.BOOL)
            .optional("Name", Kind.oneOf(Kind.TEXT, Kind.MAP))
            .required("StageName", Kind.oneOf(Kind.TEXT, Kind.MAP))
            .optional("Tags", Kind.MAP)
            .optional("PropagateTags", Kind.BOOL)
            .optional("DefinitionBody", Kind.MAP)
            .optional("DefinitionUri", Kind.oneOf(Kind.TEXT, Kind.MAP))
            .strict("MergeDefinitions", Kind.BOOL)
            .optional("CacheClusterEnabled", Kind.BOOL)
            .optional("CacheClusterSize", Kind.TEXT)
            .optional("Variables", Kind.MAP)
            .optional("EndpointConfiguration", Kind.oneOf(Kind.TEXT, Kind.MAP))
            .optional("MethodSettings", Kind.LIST)
            .optional("BinaryMediaTypes", Kind.LIST)
            .optional("MinimumCompressionSize", Kind.INTEGER)
            .optional("Cors", Kind.oneOf(Kind.TEXT, Kind.MAP))
            .optional("Auth", Kind.MAP)
            .optional("GatewayResponses", Kind.MAP)
            .optional("AccessLogSetting", Kind.MAP)
            .optional("CanarySetting", Kind.MAP)
            .optional("TracingEnabled", Kind.BOOL)
            .optional("OpenApiVersion", Kind.TEXT)
            .optional("Models", Kind.MAP)
            .optional("Domain", Kind.MAP)
            .optional("FailOnWarnings", Kind.BOOL)
            .optional("Description", Kind.TEXT)
            .optional("Mode", Kind.TEXT)
            .optional("DisableExecuteApiEndpoint", Kind.BOOL)
            .optional("ApiKeySourceType", Kind.TEXT)
            .strict("AlwaysDeploy", Kind.BOOL)
            .optional("Policy", Kind.oneOf(Kind.TEXT, Kind.MAP))
            .optional("SecurityPolicy", Kind.TEXT)
            .optional("EndpointAccessMode", Kind.TEXT);

    private static final Pattern OPENAPI_VERSION = Pattern.compile("[2-3](\\.\\d)(\\.\\d)?");
    /** Properties that go into the API as they are, unless SAM takes them for nothing. */
    private static final List<String> COPIED = List.of(
            "FailOnWarnings",
            "Name",
            "Description",
            "Mode",
            "ApiKeySourceType",
            "Policy",
            "SecurityPolicy",
            "EndpointAccessMode");

    @Override
    public List<Made> expand(Authored resource, Transformation transformation) {
        ApiDefinitions definitions = ApiDefinitions.of(transformation);
        definitions.putConditions();
        Value.Mapping properties = resource.properties();
        PROPERTIES.check(resource, properties);
        Definition definition = definitions.of(resource);
        check(resource, definition);
        Resolution resolution = transformation.resolution();
        RestAuth auth = RestAuth.of(resource, transformation);

        Made api = resource.become(resource.id(), "AWS::ApiGateway::RestApi");
        Value binary = resolution.parametersOrNull(resource.property("BinaryMediaTypes"));
        api.set("BinaryMediaTypes", binary).copy(properties, "MinimumCompressionSize");
        endpoint(resource, api);
        define(resource, definition, auth, binary);
        for (String name : COPIED) {
            if (!Intrinsics.isEmpty(resource.property(name))) {
                api.copy(properties, name);
            }
        }
        Value.Mapping tags = tags(resource, transformation);
        Value uri = resource.property("DefinitionUri");
        RestDeployment deployment;
        if (uri != null && !Intrinsics.isEmpty(uri)) {
            Value location = BodyLocation.of(resource, uri);
            api.set("BodyS3Location", location);
            Value.Mapping named = location instanceof Value.Mapping mapping
                    ? mapping
                    : Values.of(location).map("Key", location);
            deployment = RestDeployment.of(resource, Definition.location(named, transformation.allowance()), tags);
        } else {
            api.set("Body", definition == null ? null : definition.root().value());
            deployment = RestDeployment.of(resource, definition, tags);
        }
        RestDomain.Parts domain = RestDomain.of(resource, transformation);
        Made stage = deployment.stage();
        List<Made> all = new ArrayList<>(List.of(api, deployment.make(domain.settings(), transformation), stage));
        all.addAll(auth.permissions());
        all.addAll(domain.made());
        all.addAll(UsagePlan.of(auth, stage, transformation));
        all.addAll(domain.association());
        Tags.propagate(all, tags, resource.property("PropagateTags"));
        return all;
    }

    /** Its tags, in SAM's order; those of an implied API come from functions, in the order of the text. */
    private static Value.@Nullable Mapping tags(Authored resource, Transformation transformation) {
        if (!(resource.property("Tags") instanceof Value.Mapping tags)) {
            return null;
        }
        boolean implied = resource.id().equals(ImplicitApi.Kind.REST.id);
        return implied ? tags : LegacyOrder.of(transformation).ordered(tags);
    }

    private static void check(Authored resource, @Nullable Definition definition) {
        Value uri = resource.property("DefinitionUri");
        if (!Intrinsics.isEmpty(uri) && uri != null) {
            if (definition != null) {
                throw resource.invalid(
                        "Specify either 'DefinitionUri' or 'DefinitionBody' property and not both.", uri.span());
            }
            if (!Intrinsics.isEmpty(resource.property("MergeDefinitions"))) {
                throw resource.invalid("Cannot set 'MergeDefinitions' to True when using `DefinitionUri`.", uri.span());
            }
        }
        Value version = resource.property("OpenApiVersion");
        if (version != null
                && !Intrinsics.isEmpty(version)
                && !OPENAPI_VERSION.matcher(Definition.written(version)).matches()) {
            throw resource.invalid("The OpenApiVersion value must be of the format '3.0.0'.", version.span());
        }
    }

    private static void endpoint(Authored resource, Made api) {
        Value written = resource.property("EndpointConfiguration");
        if (written == null || Intrinsics.isEmpty(written)) {
            return;
        }
        Values values = Values.of(written);
        if (!(written instanceof Value.Mapping mapping) || Intrinsics.isEmpty(mapping.get("Type"))) {
            api.set("EndpointConfiguration", values.map("Types", values.list(written)));
            api.set("Parameters", values.map("endpointConfigurationTypes", written));
            return;
        }
        Value type = mapping.get("Type");
        Value ids = mapping.get("VPCEndpointIds");
        Value sameIds = mapping.get("VpcEndpointIds");
        if (ids != null && sameIds != null) {
            throw resource.invalid(
                    "'VPCEndpointIds' and 'VpcEndpointIds' cannot be used together in EndpointConfiguration.",
                    written.span());
        }
        api.set("Parameters", values.map("endpointConfigurationTypes", type));
        api.set(
                "EndpointConfiguration",
                values.builder()
                        .put("Types", type == null ? null : values.list(type))
                        .put("VpcEndpointIds", Intrinsics.isEmpty(ids) ? sameIds : ids)
                        .put("IpAddressType", mapping.get("IpAddressType"))
                        .build());
    }

    /** Writes into the document what the properties say, in SAM's order. */
    private static void define(
            Authored resource, @Nullable Definition definition, RestAuth auth, @Nullable Value binary) {
        Value version = resource.property("OpenApiVersion");
        Value shownVersion = Intrinsics.isEmpty(version) ? null : version;
        Value cors = resource.property("Cors");
        if (cors != null && !Intrinsics.isEmpty(cors)) {
            RestEditor editor = edit(resource, definition, "Cors", "Cors configuration", cors);
            CorsProperty.read(resource, cors, editor.definition())
                    .add(editor, editor.definition().at(cors.span()));
            editor.finish();
        }
        if (auth.isSaid()) {
            RestEditor editor = edit(resource, definition, "Auth", "Auth configuration", auth.written());
            auth.write(editor);
            editor.finish();
            OpenApi3.apply(editor.definition(), shownVersion);
        }
        if (resource.property("GatewayResponses") instanceof Value.Mapping responses
                && !responses.entries().isEmpty()) {
            if (definition != null) {
                RestExtras.checkResponses(responses, resource);
            }
            RestEditor editor = edit(resource, definition, "GatewayResponses", "Auth configuration", responses);
            RestExtras.addResponses(editor, responses, resource);
            editor.finish();
        }
        if (!Intrinsics.isEmpty(binary) && binary != null && definition != null) {
            RestEditor editor = new RestEditor(definition);
            RestExtras.setBinaryMediaTypes(editor, binary);
            editor.finish();
        }
        if (resource.property("Models") instanceof Value.Mapping models
                && !models.entries().isEmpty()) {
            RestEditor editor = edit(resource, definition, "Models", "Models definitions", models);
            models.entries().forEach((name, entry) -> {
                if (!(entry.value() instanceof Value.Mapping)) {
                    throw resource.invalid(
                            "Invalid value for 'Models' property", entry.value().span());
                }
            });
            RestExtras.addModels(editor, models);
            editor.finish();
            OpenApi3.apply(editor.definition(), shownVersion);
        }
        Value disabled = resource.property("DisableExecuteApiEndpoint");
        if (disabled != null) {
            if (definition == null) {
                throw resource.invalid(
                        "DisableExecuteApiEndpoint works only within 'DefinitionBody' property.", disabled.span());
            }
            RestEditor editor = new RestEditor(definition);
            RestExtras.disableEndpoint(definition, disabled);
            editor.finish();
        }
        if (definition != null) {
            OpenApi3.apply(definition, shownVersion);
        }
    }

    private static RestEditor edit(
            Authored resource, @Nullable Definition definition, String property, String what, Value cause) {
        if (definition == null) {
            throw resource.invalid(
                    property + " works only with inline Swagger specified in 'DefinitionBody' property.", cause.span());
        }
        if (!definition.isSwagger()) {
            throw resource.invalid(
                    "Unable to add " + what + " because 'DefinitionBody' does not contain a valid Swagger definition.",
                    cause.span());
        }
        return new RestEditor(definition);
    }
}
