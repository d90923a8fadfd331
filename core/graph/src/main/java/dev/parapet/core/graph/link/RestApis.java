package dev.parapet.core.graph.link;

import dev.parapet.model.Resource;
import dev.parapet.model.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints of REST APIs, by {@code AWS::ApiGateway::Method} and by OpenAPI document
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-method.html).
 */
final class RestApis {
    private static final Map<String, String> WORDS =
            Map.of("NONE", "none", "AWS_IAM", "iam", "CUSTOM", "lambda", "COGNITO_USER_POOLS", "cognito");
    private static final int MAX_DEPTH = 100;

    private final Draft draft;
    private final Endpoints endpoints;
    private final Integrations integrations;
    private final OpenApi openApi;
    private final Reach reach;

    RestApis(Draft draft, Endpoints endpoints, Integrations integrations, OpenApi openApi, Reach reach) {
        this.draft = draft;
        this.endpoints = endpoints;
        this.integrations = integrations;
        this.openApi = openApi;
        this.reach = reach;
    }

    void link() {
        for (Resource api : draft.ofType("AWS::ApiGateway::RestApi")) {
            Value body = api.properties().get("Body");
            Value elsewhere = api.properties().get("BodyS3Location");
            OpenApi.Api about = new OpenApi.Api(api, "rest", facts(api, body), reach.otherwise(api));
            if (body != null) {
                openApi.link(about, body, api.condition());
            } else if (elsewhere != null) {
                openApi.unknown(about, elsewhere, api.condition());
            }
        }
        draft.ofType("AWS::ApiGateway::Method").forEach(this::method);
    }

    /** What holds of all endpoints of an API. */
    private static Map<String, Value> facts(Resource api, @Nullable Value body) {
        Map<String, Value> facts = new LinkedHashMap<>();
        facts.put("private", Reach.isPrivate(api));
        Value policy = api.properties().get("Policy");
        if (policy == null && body instanceof Value.Mapping document) {
            policy = document.get("x-amazon-apigateway-policy");
        }
        Value word = Reach.policy(policy);
        if (word != null) {
            facts.put("policy", word);
        }
        return facts;
    }

    private void method(Resource method) {
        Value.Mapping properties = method.properties();
        Resource api = draft.target(method, properties.get("RestApiId"));
        Value none = api == null ? new Value.Text("none", method.head()) : reach.otherwise(api);
        Value auth = Facts.word(properties.get("AuthorizationType"), WORDS, "none", method.head());
        auth = Facts.unlessNone(auth, Facts.apiKey(properties.get("ApiKeyRequired"), method.head()));
        auth = Facts.unlessNone(auth, none);
        Facts facts = new Facts(method.span())
                .with("protocol", "rest")
                .with("method", properties.get("HttpMethod"))
                .with("path", path(method))
                .with("auth", auth);
        if (api != null) {
            facts(api, api.properties().get("Body")).forEach(facts::with);
        }
        String endpoint = endpoints.state(method, facts);
        for (PropertyPath.Hit integration : PropertyPath.each(properties.get("Integration"), method.condition())) {
            if (integration.value() instanceof Value.Mapping mapping) {
                integrations.link(method, endpoint, mapping, integration.condition());
            }
        }
    }

    /** The path of a method: the parts of the resources above it. */
    private Value path(Resource method) {
        Deque<String> parts = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        Value above = method.properties().get("ResourceId");
        for (int depth = 0; depth < MAX_DEPTH && above instanceof Value.Reference reference; depth++) {
            Resource part = draft.resource(reference.target());
            if (part == null || !part.type().equals("AWS::ApiGateway::Resource")) {
                // the root resource of the API
                return new Value.Text("/" + String.join("/", parts), method.span());
            }
            if (!seen.add(part.id().toString()) || !(part.properties().get("PathPart") instanceof Value.Text name)) {
                break;
            }
            parts.addFirst(name.text());
            above = part.properties().get("ParentId");
        }
        return above instanceof Value.Unresolved unresolved && parts.isEmpty()
                ? unresolved
                : new Value.Text("/*/" + String.join("/", parts), method.span());
    }
}
