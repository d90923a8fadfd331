package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.List;
import java.util.Locale;

/** One route of a WebSocket API: the route, what it calls, and the permission to do so. */
final class WebSocketRoute {
    private static final List<String> OWN = List.of("$connect", "$disconnect", "$default");
    private static final String URI =
            "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${FunctionArn}/invocations";

    private final Authored api;
    private final String name;
    private final Value.Mapping written;
    private final Values values;
    private final String id;

    WebSocketRoute(Authored api, String name, Value.Entry entry) {
        this.api = api;
        this.name = name;
        this.values = new Values(entry.keySpan());
        this.written = entry.value() instanceof Value.Mapping mapping ? mapping : values.map();
        String plain = OWN.contains(name) ? name.substring(1) : name;
        if (!Permissions.isAlphanumeric(plain)) {
            throw api.invalid(
                    "Route key '" + name
                            + "' must be alphanumeric. Only $connect, $disconnect, and $default special routes are"
                            + " supported.",
                    values.span());
        }
        int first = plain.offsetByCodePoints(0, 1);
        this.id = api.id()
                + plain.substring(0, first).toUpperCase(Locale.ROOT)
                + plain.substring(first).toLowerCase(Locale.ROOT);
    }

    Made route(WebSocketAuth auth) {
        Made route = api.make(id + "Route", "AWS::ApiGatewayV2::Route", values.span())
                .set("RouteKey", values.text(name))
                .set("ApiId", values.ref(api.id()))
                .copy(written, "ApiKeyRequired", "ModelSelectionExpression", "OperationName", "RequestModels");
        Value parameters = written.get("RequestParameters");
        if (parameters != null && !Intrinsics.isEmpty(parameters)) {
            if (!name.equals("$connect")) {
                throw api.invalid(
                        "Request parameters are only supported for the $connect route in WebSocket APIs.",
                        parameters.span());
            }
            route.copy(written, "RequestParameters");
        }
        route.copy(written, "RouteResponseSelectionExpression")
                .set("Target", values.join("/", values.text("integrations"), values.ref(id + "Integration")));
        auth.guard(name, route);
        return route;
    }

    private Value function() {
        Value function = written.get("FunctionArn");
        if (function == null) {
            throw api.invalid("Route must have associated function.", values.span());
        }
        return function;
    }

    Made integration() {
        return api.make(id + "Integration", "AWS::ApiGatewayV2::Integration", values.span())
                .set("ApiId", values.ref(api.id()))
                .set("IntegrationType", values.text("AWS_PROXY"))
                .set("IntegrationUri", values.sub(URI, values.map("FunctionArn", function())))
                .copyAs("TimeoutInMillis", written, "IntegrationTimeout");
    }

    Made permission(Value stage) {
        String prefix = "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${" + api.id() + ".ApiId}/";
        Value.Mapping source = stage instanceof Value.Text text
                ? values.sub(prefix + text.text() + "/" + name)
                : values.sub(prefix + "${__StageName__}/" + name, values.map("__StageName__", stage));
        Made permission = api.make(id + "Permission", "AWS::Lambda::Permission", values.span());
        return Permissions.fill(permission, function()).set("SourceArn", source);
    }
}
