package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.definition.Definition;
import dev.parapet.read.cloudformation.sam.definition.PythonText;
import dev.parapet.read.cloudformation.sam.definition.Table;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.LogicalIds;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.Tags;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The deployment of a REST API and its one stage. CloudFormation deploys again only what has another name, so that the name holds
 * a hash of everything that the API consists of. With {@code AlwaysDeploy} the provider hashes the time instead; here it stays
 * what it would be without.
 */
final class RestDeployment {
    private static final List<String> STAGE = List.of(
            "CacheClusterEnabled",
            "CacheClusterSize",
            "Variables",
            "MethodSettings",
            "AccessLogSetting",
            "CanarySetting",
            "TracingEnabled");

    private final Authored api;
    private final @Nullable Definition definition;
    private final Made stage;

    private RestDeployment(Authored api, @Nullable Definition definition, Value.@Nullable Mapping tags) {
        this.api = api;
        this.definition = definition;
        this.stage = stage(api, tags);
    }

    static RestDeployment of(Authored api, @Nullable Definition definition, Value.@Nullable Mapping tags) {
        return new RestDeployment(api, definition, tags);
    }

    /** The stage; it refers to the deployment once that is made. */
    Made stage() {
        return stage;
    }

    private static Made stage(Authored api, Value.@Nullable Mapping tags) {
        Values values = new Values(api.head());
        Value name = api.property("StageName");
        String text = name instanceof Value.Text written ? written.text() : "";
        String id =
                Permissions.isAlphanumeric(text) ? api.id() + text + "Stage" : LogicalIds.of(api.id() + "Stage", text);
        Made stage = api.make(id, "AWS::ApiGateway::Stage")
                .set("RestApiId", values.ref(api.id()))
                .copy(api.properties(), "StageName")
                .copy(api.properties(), STAGE.toArray(String[]::new));
        return tags == null ? stage : stage.set("Tags", Tags.list(tags));
    }

    /**
     * The deployment.
     *
     * @param domain the settings of the API's domain, as SAM completes them; null when it has none
     */
    Made make(@Nullable Table domain, Transformation transformation) {
        Values values = new Values(api.head());
        String prefix = api.id() + "Deployment";
        String id = prefix;
        String digest = "";
        boolean hasVersion = !Intrinsics.isEmpty(api.property("OpenApiVersion"));
        if (definition != null && !definition.root().isEmpty()) {
            List<String> parts = new ArrayList<>();
            parts.add(PythonText.str(definition.root()));
            if (hasVersion && api.property("OpenApiVersion") instanceof Value version) {
                parts.add(Definition.written(version));
            }
            if (domain != null && !domain.isEmpty()) {
                parts.add(PythonText.json(domain));
            }
            String names = functionNames(transformation);
            if (!names.isEmpty()) {
                parts.add(names);
            }
            digest = LogicalIds.digest(String.join("||", parts));
            id = prefix + digest.substring(0, 10);
        }
        stage.set("DeploymentId", values.ref(id));
        return api.make(id, "AWS::ApiGateway::Deployment")
                .set("RestApiId", values.ref(api.id()))
                .set("StageName", hasVersion ? null : values.text("Stage"))
                .set("Description", digest.isEmpty() ? null : values.text("RestApi deployment id: " + digest));
    }

    /** The names that the functions behind the API are given, one after the other for each of their routes. */
    private String functionNames(Transformation transformation) {
        LegacyOrder order = LegacyOrder.of(transformation);
        StringBuilder names = new StringBuilder();
        for (Authored function : order.resources(transformation)) {
            if (!function.type().equals("AWS::Serverless::Function")) {
                continue;
            }
            Value name = transformation.resolution().parametersOrNull(function.property("FunctionName"));
            if (name == null || Intrinsics.isEmpty(name)) {
                continue;
            }
            for (String event : order.events(function)) {
                if (isRoute(function.property("Events"), event)) {
                    names.append(PythonText.str(name, transformation.allowance()));
                }
            }
        }
        return names.toString();
    }

    private boolean isRoute(@Nullable Value events, String name) {
        return events instanceof Value.Mapping all
                && all.get(name) instanceof Value.Mapping event
                && event.get("Type") instanceof Value.Text type
                && type.text().equals("Api")
                && event.get("Properties") instanceof Value.Mapping properties
                && api.id().equals(ApiEvents.apiId(properties.get("RestApiId")));
    }
}
