package dev.parapet.core.graph.link;

import dev.parapet.model.Resource;
import dev.parapet.model.Value;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints of HTTP and WebSocket APIs, by route, by OpenAPI document and by quick create
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-route.html). In a WebSocket API the route
 * {@code $connect} alone asks who is calling, for all others
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-control-access.html).
 */
final class HttpApis {
    private static final Map<String, String> WORDS =
            Map.of("NONE", "none", "AWS_IAM", "iam", "CUSTOM", "lambda", "JWT", "jwt");
    private static final String CONNECT = "$connect";

    private final Draft draft;
    private final Endpoints endpoints;
    private final Integrations integrations;
    private final OpenApi openApi;
    private final Reach reach;
    private final Map<String, Resource> connect = new HashMap<>();

    HttpApis(Draft draft, Endpoints endpoints, Integrations integrations, OpenApi openApi, Reach reach) {
        this.draft = draft;
        this.endpoints = endpoints;
        this.integrations = integrations;
        this.openApi = openApi;
        this.reach = reach;
    }

    void link() {
        for (Resource api : draft.ofType("AWS::ApiGatewayV2::Api")) {
            Value.Mapping properties = api.properties();
            OpenApi.Api about = new OpenApi.Api(api, "http", Map.of(), reach.otherwise(api));
            Value elsewhere = properties.get("BodyS3Location");
            if (properties.get("Body") instanceof Value body) {
                openApi.link(about, body, api.condition());
            } else if (elsewhere != null) {
                openApi.unknown(about, elsewhere, api.condition());
            }
            if (properties.get("Target") instanceof Value target) {
                quickCreate(api, target);
            }
        }
        for (Resource route : draft.ofType("AWS::ApiGatewayV2::Route")) {
            Resource api = draft.target(route, route.properties().get("ApiId"));
            if (api != null && key(route).equals(CONNECT)) {
                connect.put(api.id().toString(), route);
            }
        }
        draft.ofType("AWS::ApiGatewayV2::Route").forEach(this::route);
    }

    /** An API that is made of one target alone answers on one route. */
    private void quickCreate(Resource api, Value target) {
        String key = api.properties().get("RouteKey") instanceof Value.Text text ? text.text() : "$default";
        Facts facts = route(key, "http", target).with("auth", reach.otherwise(api));
        String endpoint = endpoints.add(api, key, facts, api.condition());
        integrations.link(
                api,
                endpoint,
                new Value.Mapping(Map.of("IntegrationUri", new Value.Entry(target.span(), target)), target.span()),
                api.condition());
    }

    private Facts route(String key, String protocol, Value where) {
        int space = key.indexOf(' ');
        return new Facts(where.span())
                .with("protocol", protocol)
                .with("method", space < 0 ? "ANY" : key.substring(0, space))
                .with("path", space < 0 ? key : key.substring(space + 1));
    }

    private void route(Resource route) {
        Resource api = draft.target(route, route.properties().get("ApiId"));
        boolean isWebSocket = api != null && isWebSocket(api);
        Resource asked =
                api != null && isWebSocket ? connect.getOrDefault(api.id().toString(), route) : route;
        Value.Mapping properties = asked.properties();
        Value auth = Facts.word(properties.get("AuthorizationType"), WORDS, "none", route.head());
        auth = Facts.unlessNone(auth, Facts.apiKey(properties.get("ApiKeyRequired"), route.head()));
        if (api != null) {
            auth = Facts.unlessNone(auth, reach.otherwise(api));
        }
        String key = key(route);
        Facts facts = route(key, isWebSocket ? "websocket" : "http", new Value.Text(key, route.span()))
                .with("auth", auth);
        String endpoint = endpoints.state(route, facts);
        for (PropertyPath.Hit target : PropertyPath.each(route.properties().get("Target"), route.condition())) {
            Resource integration = draft.target(route, target.value());
            if (integration != null && integration.type().equals("AWS::ApiGatewayV2::Integration")) {
                integrations.link(
                        integration,
                        endpoint,
                        integration.properties(),
                        Conditions.and(target.condition(), integration.condition()));
            }
        }
    }

    private static String key(Resource route) {
        return route.properties().get("RouteKey") instanceof Value.Text text ? text.text() : "*";
    }

    private static boolean isWebSocket(@Nullable Resource api) {
        return api != null
                && api.properties().get("ProtocolType") instanceof Value.Text text
                && text.text().equals("WEBSOCKET");
    }
}
