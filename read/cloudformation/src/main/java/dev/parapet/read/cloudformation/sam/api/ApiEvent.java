package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.definition.Definition;
import dev.parapet.read.cloudformation.sam.definition.Integrations;
import dev.parapet.read.cloudformation.sam.definition.Leaf;
import dev.parapet.read.cloudformation.sam.definition.Maker;
import dev.parapet.read.cloudformation.sam.definition.Node;
import dev.parapet.read.cloudformation.sam.definition.RestEditor;
import dev.parapet.read.cloudformation.sam.definition.RestPolicy;
import dev.parapet.read.cloudformation.sam.definition.Table;
import dev.parapet.read.cloudformation.sam.event.EventSource;
import dev.parapet.read.cloudformation.sam.event.FunctionEvent;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Kind;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.PropertyTable;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code Api}, a route of a REST API that calls a function (AWS SAM, "Api" in the list of events of functions). */
public final class ApiEvent implements EventSource {
    private static final PropertyTable TABLE = PropertyTable.of("Api")
            .required("Path", Kind.TEXT)
            .required("Method", Kind.TEXT)
            .required("RestApiId", Kind.TEXT)
            .optional("Stage", Kind.TEXT)
            .optional("Auth", Kind.MAP)
            .optional("RequestModel", Kind.MAP)
            .optional("RequestParameters", Kind.LIST)
            .optional("TimeoutInMillis", Kind.INTEGER)
            .optional("ResponseTransferMode", Kind.TEXT);

    @Override
    public List<Made> expand(FunctionEvent event, Transformation transformation) {
        TABLE.check(event, event.properties());
        Value.Text path = event.text(event.property("Path"), "Path");
        Value.Text method = RestRoutes.lower(event.text(event.property("Method"), "Method"));
        String id = ApiEvents.apiId(event.property("RestApiId"));
        Authored api = id == null ? null : transformation.authored(id);
        if (api == null) {
            throw event.invalid(
                    "RestApiId property of Api event must reference a valid resource in the same template.",
                    ApiEvents.span(event, event.property("RestApiId")));
        }
        Value.Mapping auth = event.property("Auth") instanceof Value.Mapping mapping ? mapping : null;
        Route route = new Route(event, api, path, method, auth, RestRoutes.stage(api));
        Made permission = permission(event, route, transformation.resolution().partition());
        ApiDefinitions definitions = ApiDefinitions.of(transformation);
        Definition definition = definitions.of(api);
        if (definition != null) {
            if (!Intrinsics.isEmpty(api.property("MergeDefinitions"))) {
                Definition own = Definition.empty("swagger", "2.0", event.head(), transformation.allowance());
                add(event, route, own, transformation);
                MergedRoute.merge(definition, own, route);
            } else if (definitions.isManaged(api)) {
                add(event, route, definition, transformation);
            }
            override(route, definition, transformation);
        }
        return List.of(permission);
    }

    private static Made permission(FunctionEvent event, Route route, String partition) {
        String suffix = Node.text(route.stage());
        String method = route.method().text().equals("any")
                ? "*"
                : route.method().text().toUpperCase(Locale.ROOT);
        String path = RestPolicy.inArn(ApiEvents.withoutEnd(route.path().text()));
        String source = "arn:" + partition + ":execute-api:${AWS::Region}:${AWS::AccountId}:${__ApiId__}/${__Stage__}/"
                + method + path;
        return Permissions.of(event, suffix == null ? "" : suffix)
                .set(
                        "SourceArn",
                        event.values()
                                .sub(
                                        source,
                                        event.values()
                                                .map(
                                                        "__ApiId__",
                                                        event.property("RestApiId"),
                                                        "__Stage__",
                                                        event.values().text("*"))));
    }

    private static void add(FunctionEvent event, Route route, Definition definition, Transformation transformation) {
        RestEditor editor = new RestEditor(definition);
        RestRoutes.checkFree(definition, event, route.path(), route.method());
        Maker maker = definition.at(event.head());
        Leaf condition = RestRoutes.condition(event.function(), maker);
        boolean streams = event.property("ResponseTransferMode") instanceof Value.Text mode
                && mode.text().equals("RESPONSE_STREAM");
        String partition = transformation.resolution().partition();
        Table uri = Permissions.integrationUri(event, maker, partition, streams);
        Node credentials = Credentials.of(route, maker, partition);
        Integrations.add(definition, route.path(), route.method(), condition, (method, integration) -> {
            integration
                    .put("type", maker.text("aws_proxy"))
                    .put("httpMethod", maker.text("POST"))
                    .put("uri", condition == null ? uri : maker.onlyIf(condition, uri))
                    .put("responseTransferMode", streams ? maker.text("STREAM") : null)
                    .put("credentials", credentials);
            if (!method.has("responses")) {
                method.put("responses", maker.table());
            }
        });
        if (route.auth() != null && !route.auth().entries().isEmpty()) {
            RouteAuth.add(editor, route, route.auth(), transformation.resolution());
        }
        timeout(event.property("TimeoutInMillis"), definition, route);
        RouteRequests.addModel(editor, route, event.property("RequestModel"));
        RouteRequests.addParameters(editor, route, event.property("RequestParameters"));
        editor.finish();
    }

    private static void timeout(@Nullable Value timeout, Definition definition, Route route) {
        if (timeout != null && !Intrinsics.isEmpty(timeout)) {
            for (Table method :
                    definition.methods(route.path().text(), route.method().text())) {
                Table integration = method.table(Definition.INTEGRATION);
                if (integration != null) {
                    integration.put(
                            "timeoutInMillis", definition.at(timeout.span()).authored(timeout));
                }
            }
        }
    }

    /** An event may say that its {@code Auth} counts although the document is the author's own. */
    private static void override(Route route, Definition definition, Transformation transformation) {
        Value.Mapping auth = route.auth();
        if (auth == null || Intrinsics.isEmpty(auth.get("OverrideApiAuth"))) {
            return;
        }
        if (Intrinsics.isEmpty(auth.get("Authorizer"))
                && Intrinsics.isEmpty(auth.get("ApiKeyRequired"))
                && Intrinsics.isEmpty(auth.get("ResourcePolicy"))) {
            throw route.event()
                    .invalid(
                            "Must define one of: Authorizer, ApiKeyRequired or ResourcePolicy when using the OverrideApiAuth"
                                    + " property.",
                            auth.span());
        }
        RestEditor editor = new RestEditor(definition);
        RouteAuth.add(editor, route, auth, transformation.resolution());
        editor.finish();
    }
}
