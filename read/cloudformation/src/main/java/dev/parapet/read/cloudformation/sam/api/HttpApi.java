package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.definition.Definition;
import dev.parapet.read.cloudformation.sam.definition.HttpEditor;
import dev.parapet.read.cloudformation.sam.definition.Key;
import dev.parapet.read.cloudformation.sam.definition.Node;
import dev.parapet.read.cloudformation.sam.definition.Table;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Kind;
import dev.parapet.read.cloudformation.sam.template.LogicalIds;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.MappingBuilder;
import dev.parapet.read.cloudformation.sam.template.PropertyTable;
import dev.parapet.read.cloudformation.sam.template.Resolution;
import dev.parapet.read.cloudformation.sam.template.ResourceExpander;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code AWS::Serverless::HttpApi}: an HTTP API with a stage
 * (https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-httpapi.html).
 */
public final class HttpApi implements ResourceExpander {
    /** Its type. */
    public static final String TYPE = "AWS::Serverless::HttpApi";

    /** Names behind a point that stand for what is made of it, by type. */
    public static final Map<String, String> REFERENCES =
            Map.of("Stage", "AWS::ApiGatewayV2::Stage", "DomainName", "AWS::ApiGatewayV2::DomainName");

    private static final String MARK = "httpapi:createdBy";
    private static final String DEFAULT = "$default";

    private static final PropertyTable PROPERTIES = PropertyTable.of(TYPE)
            .optional("__MANAGE_SWAGGER", Kind.BOOL)
            .any("Name")
            .optional("StageName", Kind.oneOf(Kind.TEXT, Kind.MAP))
            .optional("Tags", Kind.MAP)
            .optional("PropagateTags", Kind.BOOL)
            .optional("DefinitionBody", Kind.MAP)
            .optional("DefinitionUri", Kind.oneOf(Kind.TEXT, Kind.MAP))
            .optional("StageVariables", Kind.MAP)
            .optional("CorsConfiguration", Kind.oneOf(Kind.BOOL, Kind.MAP))
            .optional("AccessLogSettings", Kind.MAP)
            .optional("DefaultRouteSettings", Kind.MAP)
            .optional("Auth", Kind.MAP)
            .optional("RouteSettings", Kind.MAP)
            .optional("Domain", Kind.MAP)
            .optional("FailOnWarnings", Kind.BOOL)
            .optional("Description", Kind.TEXT)
            .optional("DisableExecuteApiEndpoint", Kind.BOOL);

    @Override
    public List<Made> expand(Authored resource, Transformation transformation) {
        ApiDefinitions definitions = ApiDefinitions.of(transformation);
        definitions.putConditions();
        PROPERTIES.check(resource, resource.properties());
        Definition definition = definitions.of(resource);
        Resolution resolution = transformation.resolution();
        Value uri = resource.property("DefinitionUri");
        if (uri != null && !Intrinsics.isEmpty(uri) && definition != null) {
            throw resource.invalid(
                    "Specify either 'DefinitionUri' or 'DefinitionBody' property and not both.", uri.span());
        }
        HttpAuth auth = HttpAuth.of(resource);
        Made api = resource.become(resource.id(), "AWS::ApiGatewayV2::Api");
        cors(resource, definition, resolution.parametersOrNull(resource.property("CorsConfiguration")));
        auth.write(definition, resolution.partition());
        Value.@Nullable Mapping tags = tags(resource, definition, transformation);
        if (!Intrinsics.isEmpty(resource.property("FailOnWarnings"))) {
            api.copy(resource.properties(), "FailOnWarnings");
        }
        describe(resource, definition);
        if (uri != null && !Intrinsics.isEmpty(uri)) {
            api.set("BodyS3Location", BodyLocation.of(resource, uri));
        } else if (definition != null) {
            api.set("Body", definition.root().value());
        } else {
            throw resource.invalid(
                    "'DefinitionUri' or 'DefinitionBody' are required properties of an 'AWS::Serverless::HttpApi'. Add a value"
                            + " for one of these properties or add a 'HttpApi' event to an 'AWS::Serverless::Function'.",
                    resource.head());
        }
        List<Made> all = new ArrayList<>();
        all.add(api);
        List<Made> domain = V2Domain.of(
                resource,
                resolution.parametersOrNull(resource.property("Domain")),
                MARK,
                RecordSets.of(transformation));
        all.addAll(auth.permissions());
        all.addAll(domain);
        all.add(stage(resource, tags));
        if (definition != null && tags != null) {
            for (Made made : all) {
                if (made.type().equals("AWS::ApiGatewayV2::DomainName")) {
                    made.set("Tags", tags);
                }
            }
        }
        return all;
    }

    private static void cors(Authored resource, @Nullable Definition definition, @Nullable Value written) {
        if (written == null || Intrinsics.isEmpty(written)) {
            return;
        }
        if (definition == null) {
            throw resource.invalid(
                    "Cors works only with inline OpenApi specified in 'DefinitionBody' property.", written.span());
        }
        Value.Mapping settings = HttpCors.settings(resource, written);
        if (!definition.isOpenApi3()) {
            throw resource.invalid(
                    "Unable to add Cors configuration because 'DefinitionBody' does not contain a valid OpenApi definition.",
                    written.span());
        }
        HttpCors.check(resource, settings);
        new HttpEditor(definition).setCors(settings);
    }

    /** The tags of the API: the author's, and SAM's own mark when SAM can write it. */
    private static Value.@Nullable Mapping tags(
            Authored resource, @Nullable Definition definition, Transformation transformation) {
        Value.Mapping own = resource.property("Tags") instanceof Value.Mapping mapping ? mapping : null;
        boolean said = own != null && !own.entries().isEmpty();
        if (definition == null) {
            if (own != null && said) {
                throw resource.invalid(
                        "Tags works only with inline OpenApi specified in the 'DefinitionBody' property.", own.span());
            }
            return own;
        }
        if (!definition.isOpenApi3()) {
            if (own != null && said) {
                throw resource.invalid(
                        "Unable to add `Tags` because 'DefinitionBody' does not contain a valid OpenApi definition.",
                        own.span());
            }
            return own;
        }
        Values values = new Values(resource.head());
        MappingBuilder all = own != null && said ? MappingBuilder.of(own) : values.builder();
        Value.Mapping tags = all.put(MARK, values.text("SAM")).build();
        boolean shared = !said
                || resource.id().equals(ImplicitApi.Kind.HTTP.id)
                || transformation.template().get("Globals") instanceof Value.Mapping globals
                        && globals.get("HttpApi") instanceof Value.Mapping section
                        && section.has("Tags");
        // Tags that come from functions or Globals too are in the order of the text.
        Value.Mapping inOrder = shared ? tags : LegacyOrder.of(transformation).ordered(tags);
        new HttpEditor(definition).addTags(inOrder.entries());
        return tags;
    }

    /** Writes what remains into the document: the default endpoint, the title, the description. */
    private static void describe(Authored resource, @Nullable Definition definition) {
        Value disabled = resource.property("DisableExecuteApiEndpoint");
        if (disabled != null) {
            if (definition == null) {
                throw resource.invalid(
                        "DisableExecuteApiEndpoint works only within 'DefinitionBody' property.", disabled.span());
            }
            new HttpEditor(definition).disableEndpoint(disabled);
        }
        info(resource, definition, "Name", "title");
        info(resource, definition, "Description", "description");
        Table paths = definition == null ? null : definition.root().table("paths");
        Node any = paths == null ? null : paths.get(DEFAULT);
        if (!Intrinsics.isEmpty(resource.property("FailOnWarnings")) && any != null && paths != null) {
            Key key = paths.key(DEFAULT);
            paths.remove(DEFAULT);
            paths.put(Key.authored("/" + DEFAULT, key == null ? any.span() : key.span()), any);
        }
    }

    private static void info(Authored resource, @Nullable Definition definition, String property, String name) {
        Value value = resource.property(property);
        if (value == null || Intrinsics.isEmpty(value)) {
            return;
        }
        if (definition == null) {
            throw resource.invalid(
                    property + " works only with inline OpenApi specified in the 'DefinitionBody' property.",
                    value.span());
        }
        Node section = definition.root().get("info");
        if (section != null && !(section instanceof Table)) {
            String end = property.equals("Name") ? "." : ".'.";
            throw resource.invalid(
                    "Invalid 'DefinitionBody': The value of 'info' should be a map" + end, section.span());
        }
        Node known = section instanceof Table info ? info.get(name) : null;
        boolean free = property.equals("Name")
                ? known != null
                        && Intrinsics.logicalId(known.value()) instanceof String id
                        && id.equals("AWS::StackName")
                : Node.isEmpty(known);
        if (!free) {
            throw resource.invalid(
                    "Unable to set " + property
                            + " because it is already defined within inline OpenAPI specified in the"
                            + " 'DefinitionBody' property.",
                    value.span());
        }
        new HttpEditor(definition).setInfo(name, value);
    }

    private static Made stage(Authored resource, Value.@Nullable Mapping tags) {
        Values values = new Values(resource.head());
        Value written = resource.property("StageName");
        Value name = written == null || Intrinsics.isEmpty(written) ? values.text(DEFAULT) : written;
        String text = name instanceof Value.Text plain ? plain.text() : "";
        String id = Permissions.isAlphanumeric(text)
                ? resource.id() + text + "Stage"
                : text.equals(DEFAULT)
                        ? resource.id() + "ApiGatewayDefaultStage"
                        : LogicalIds.of(resource.id() + "Stage", text);
        return resource.make(id, "AWS::ApiGatewayV2::Stage")
                .set("ApiId", values.ref(resource.id()))
                .set("StageName", name)
                .copy(
                        resource.properties(),
                        "StageVariables",
                        "AccessLogSettings",
                        "DefaultRouteSettings",
                        "RouteSettings")
                .set("Tags", tags)
                .set("AutoDeploy", values.bool(true));
    }
}
