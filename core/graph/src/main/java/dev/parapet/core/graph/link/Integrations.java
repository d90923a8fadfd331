package dev.parapet.core.graph.link;

import dev.parapet.core.graph.EdgeKind;
import dev.parapet.core.graph.name.TextShape;
import dev.parapet.model.Condition;
import dev.parapet.model.Resource;
import dev.parapet.model.Value;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind an endpoint of API Gateway, after
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-integration-settings-integration-request.html: a function, which
 * is invoked asynchronously where the header {@code X-Amz-Invocation-Type} says {@code 'Event'}, another service that a request goes
 * on to, or a web address. Properties are taken as CloudFormation or as OpenAPI writes them.
 */
final class Integrations {
    private static final Ends.Named ROLE = new Ends.Named("AWS::IAM::Role", "");
    private static final Ends.Named FUNCTION = new Ends.Named("AWS::Lambda::Function", "");
    private static final PropertyPath EACH = PropertyPath.of("*");
    private static final String INVOCATION_TYPE = "x-amz-invocation-type";

    private final Draft draft;
    private final Ends ends;

    Integrations(Draft draft) {
        this.draft = draft;
        this.ends = new Ends(draft);
    }

    /** Draws what an endpoint calls. */
    void link(Resource holder, String endpoint, Value.Mapping integration, @Nullable Condition condition) {
        for (PropertyPath.Hit role :
                PropertyPath.each(either(integration, "Credentials", "CredentialsArn"), condition)) {
            String id = ends.of(holder, role.value(), ROLE);
            if (id != null) {
                draw(endpoint, id, EdgeKind.RUNS_AS, role);
            }
        }
        String type = text(either(integration, "Type", "IntegrationType")).toUpperCase(Locale.ROOT);
        if (type.equals("MOCK")) {
            return;
        }
        String subtype = text(either(integration, "Subtype", "IntegrationSubtype"));
        boolean event = isEvent(either(integration, "RequestParameters", "RequestParameters"));
        for (PropertyPath.Hit uri : PropertyPath.each(either(integration, "Uri", "IntegrationUri"), condition)) {
            String shape = TextShape.of(uri.value());
            String known = shape == null ? "" : shape;
            boolean isFunction = known.contains(":lambda:") || uri.value() instanceof Value.Reference;
            String id = isFunction || known.startsWith("http")
                    ? ends.of(holder, uri.value(), FUNCTION)
                    : ends.inStacks(holder, uri.value(), null);
            if (id != null) {
                draw(endpoint, id, kind(id, event, known), uri);
            }
            subtype += isFunction ? "" : known;
        }
        bodies(holder, endpoint, subtype, integration, condition);
    }

    /** What the templates of a request to another service name: the state machine that is started, the table that is written. */
    private void bodies(
            Resource holder,
            String endpoint,
            String service,
            Value.Mapping integration,
            @Nullable Condition condition) {
        Map<String, PropertyPath.Hit> found = new LinkedHashMap<>();
        for (String name : new String[] {"RequestTemplates", "RequestParameters"}) {
            Value templates = either(integration, name, name);
            if (templates == null) {
                continue;
            }
            for (PropertyPath.Hit hit : EACH.from(templates, condition)) {
                String id = hit.value() instanceof Value.Text || hit.value() instanceof Value.Unresolved
                        ? null
                        : ends.inStacks(holder, hit.value(), null);
                if (id != null) {
                    found.putIfAbsent(id, hit);
                }
            }
        }
        found.forEach((id, hit) -> draw(endpoint, id, kind(id, !service.contains("StartSyncExecution"), ""), hit));
    }

    private EdgeKind kind(String target, boolean event, String uri) {
        if (ends.isCompute(target) || uri.contains(":lambda:path/")) {
            return event ? EdgeKind.INVOKES_ASYNCHRONOUSLY : EdgeKind.INVOKES_SYNCHRONOUSLY;
        }
        return EdgeKind.DELIVERS_TO;
    }

    private void draw(String endpoint, String target, EdgeKind kind, PropertyPath.Hit hit) {
        draft.edge(
                endpoint,
                target,
                kind,
                hit.value().span(),
                draft.existing(endpoint).label() + " " + kind.verb() + " "
                        + draft.existing(target).label(),
                hit.condition());
    }

    /** Whether the parameters of the request make the invocation asynchronous. */
    private static boolean isEvent(@Nullable Value parameters) {
        if (parameters instanceof Value.Mapping mapping) {
            for (Map.Entry<String, Value.Entry> entry : mapping.entries().entrySet()) {
                if (entry.getKey().toLowerCase(Locale.ROOT).endsWith(INVOCATION_TYPE)) {
                    return text(entry.getValue().value()).contains("Event");
                }
            }
        }
        return false;
    }

    private static @Nullable Value either(Value.Mapping integration, String name, String other) {
        Value value = integration.get(name);
        if (value == null) {
            value = integration.get(Character.toLowerCase(name.charAt(0)) + name.substring(1));
        }
        return value == null ? integration.get(other) : value;
    }

    private static String text(@Nullable Value value) {
        return value instanceof Value.Text text ? text.text() : "";
    }
}
