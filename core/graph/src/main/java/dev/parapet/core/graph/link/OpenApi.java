package dev.parapet.core.graph.link;

import dev.parapet.core.graph.EdgeKind;
import dev.parapet.core.graph.Node;
import dev.parapet.core.graph.NodeKind;
import dev.parapet.core.graph.json.JsonText;
import dev.parapet.model.Condition;
import dev.parapet.model.Resource;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The routes of an API that is defined by an OpenAPI or Swagger document, after
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html: an operation's integration is
 * {@code x-amazon-apigateway-integration}, and who may call it is said by {@code x-amazon-apigateway-auth} or by its {@code security}, which
 * names schemes; a scheme counts only where it has an authorizer, is AWS's own signature, or is the API key.
 */
final class OpenApi {
    private static final Set<String> METHODS = Set.of(
            "get", "put", "post", "delete", "options", "head", "patch", "trace", "x-amazon-apigateway-any-method");
    private static final String AUTH = "x-amazon-apigateway-auth";
    private static final PropertyPath PATHS = PropertyPath.of("paths");

    private final Draft draft;
    private final Endpoints endpoints;
    private final Integrations integrations;
    private final Ends ends;

    OpenApi(Draft draft, Endpoints endpoints, Integrations integrations) {
        this.draft = draft;
        this.endpoints = endpoints;
        this.integrations = integrations;
        this.ends = new Ends(draft);
    }

    /**
     * An API whose document is read.
     *
     * @param protocol {@code rest} or {@code http}
     * @param facts what holds of all its endpoints
     * @param otherwise how callers are known where an operation asks for nothing
     */
    record Api(Resource resource, String protocol, Map<String, Value> facts, Value otherwise) {}

    /** Draws the endpoints and authorizers of a document. */
    void link(Api api, Value body, @Nullable Condition condition) {
        for (PropertyPath.Hit hit : PropertyPath.each(body, condition)) {
            Value document = hit.value() instanceof Value.Text || hit.value() instanceof Value.Composed
                    ? JsonText.parse(hit.value()) instanceof JsonText.Result.Parsed parsed
                            ? parsed.value()
                            : hit.value()
                    : hit.value();
            if (document instanceof Value.Mapping mapping) {
                link(api, mapping, hit.condition());
            } else {
                unknown(api, hit.value(), hit.condition());
            }
        }
    }

    /** One endpoint that stands for all those of a document that cannot be read. */
    void unknown(Api api, Value definition, @Nullable Condition condition) {
        String missing = "the definition of " + api.resource().id().name();
        Value.Unresolved auth = definition instanceof Value.Unresolved unresolved
                ? unresolved
                : new Value.Unresolved(missing, "its OpenAPI document is not part of what was read", definition.span());
        endpoints.add(
                api.resource(), "*", facts(api, definition.span(), "ANY", "/*").with("auth", auth), condition);
    }

    private static Facts facts(Api api, Span span, String method, String path) {
        Facts facts = new Facts(span)
                .with("protocol", api.protocol())
                .with("method", method)
                .with("path", path);
        api.facts().forEach(facts::with);
        return facts;
    }

    private void link(Api api, Value.Mapping document, @Nullable Condition condition) {
        Map<String, PropertyPath.Hit> schemes = schemes(document, condition);
        Map<String, String> authorizers = authorizers(api, schemes);
        for (PropertyPath.Hit paths : PATHS.from(document, condition)) {
            if (!(paths.value() instanceof Value.Mapping byPath)) {
                continue;
            }
            byPath.entries().forEach((path, entry) -> {
                for (PropertyPath.Hit item : PropertyPath.each(entry.value(), paths.condition())) {
                    if (item.value() instanceof Value.Mapping operations) {
                        operations.entries().forEach((method, operation) -> {
                            if (METHODS.contains(method.toLowerCase(Locale.ROOT))) {
                                for (PropertyPath.Hit one : PropertyPath.each(operation.value(), item.condition())) {
                                    operation(
                                            api,
                                            document,
                                            schemes,
                                            authorizers,
                                            path,
                                            method,
                                            operation.keySpan(),
                                            one);
                                }
                            }
                        });
                    }
                }
            });
        }
    }

    private void operation(
            Api api,
            Value.Mapping document,
            Map<String, PropertyPath.Hit> schemes,
            Map<String, String> authorizers,
            String path,
            String method,
            Span key,
            PropertyPath.Hit hit) {
        if (!(hit.value() instanceof Value.Mapping operation)) {
            return;
        }
        String verb = method.startsWith("x-") ? "ANY" : method.toUpperCase(Locale.ROOT);
        Security security = new Security(schemes, api.otherwise());
        Value auth = security.of(operation, document, key);
        String endpoint = endpoints.add(
                api.resource(), verb + " " + path, facts(api, key, verb, path).with("auth", auth), hit.condition());
        for (String scheme : security.asked()) {
            String authorizer = authorizers.get(scheme);
            if (authorizer != null) {
                draft.edge(
                        authorizer,
                        endpoint,
                        EdgeKind.GUARDS,
                        key,
                        scheme + " guards " + draft.existing(endpoint).label(),
                        hit.condition());
            }
        }
        for (PropertyPath.Hit integration :
                PropertyPath.of("x-amazon-apigateway-integration").from(operation, hit.condition())) {
            if (integration.value() instanceof Value.Mapping mapping) {
                integrations.link(api.resource(), endpoint, mapping, integration.condition());
            }
        }
    }

    /** The security schemes of a document: OpenAPI 3 keeps them under components. */
    private static Map<String, PropertyPath.Hit> schemes(Value.Mapping document, @Nullable Condition condition) {
        Map<String, PropertyPath.Hit> found = new LinkedHashMap<>();
        for (String place : List.of("components.securitySchemes", "securityDefinitions")) {
            for (PropertyPath.Hit schemes : PropertyPath.of(place).from(document, condition)) {
                if (schemes.value() instanceof Value.Mapping byName) {
                    byName.entries().forEach((name, scheme) -> {
                        for (PropertyPath.Hit hit : PropertyPath.each(scheme.value(), schemes.condition())) {
                            found.putIfAbsent(name, hit);
                        }
                    });
                }
            }
        }
        return found;
    }

    private Map<String, String> authorizers(Api api, Map<String, PropertyPath.Hit> schemes) {
        Map<String, String> found = new LinkedHashMap<>();
        schemes.forEach((name, hit) -> {
            if (!(hit.value() instanceof Value.Mapping scheme) || !scheme.has(Security.AUTHORIZER)) {
                return;
            }
            Facts facts = new Facts(scheme.span()).with("auth", Security.scheme(scheme));
            String id = draft.node(new Node(
                    api.resource().id() + "/authorizer/" + name,
                    NodeKind.AUTHORIZER,
                    name,
                    api.resource(),
                    facts.mapping(),
                    scheme.span()));
            found.put(name, id);
            draft.edge(
                    api.resource().id().toString(),
                    id,
                    EdgeKind.CONTAINS,
                    scheme.span(),
                    api.resource().id().name() + " defines the authorizer " + name,
                    hit.condition());
            for (PropertyPath.Hit uri :
                    PropertyPath.of(Security.AUTHORIZER + ".authorizerUri").from(scheme, hit.condition())) {
                String function = ends.of(api.resource(), uri.value(), new Ends.Named("AWS::Lambda::Function", ""));
                if (function != null) {
                    draft.edge(
                            id,
                            function,
                            EdgeKind.INVOKES_SYNCHRONOUSLY,
                            uri.value().span(),
                            name + " asks " + draft.existing(function).label(),
                            uri.condition());
                }
            }
        });
        return found;
    }

    /** Whether a document says in one word who may call: {@code x-amazon-apigateway-auth}. */
    static @Nullable Value declared(Value.Mapping where) {
        return where.get(AUTH) instanceof Value.Mapping auth ? auth.get("type") : null;
    }
}
