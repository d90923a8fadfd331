package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.definition.Definition;
import dev.parapet.read.cloudformation.sam.definition.HttpEditor;
import dev.parapet.read.cloudformation.sam.definition.Integrations;
import dev.parapet.read.cloudformation.sam.definition.Leaf;
import dev.parapet.read.cloudformation.sam.definition.Maker;
import dev.parapet.read.cloudformation.sam.definition.Node;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code HttpApi}, a route of an HTTP API that calls a function (AWS SAM, "HttpApi" in the list of events of functions). */
public final class HttpApiEvent implements EventSource {
    private static final String DEFAULT = "$default";
    private static final String PARTITION = "${AWS::Partition}";

    private static final PropertyTable TABLE = PropertyTable.of("HttpApi")
            .optional("Path", Kind.TEXT)
            .optional("Method", Kind.TEXT)
            .optional("ApiId", Kind.TEXT)
            .optional("Stage", Kind.TEXT)
            .optional("Auth", Kind.MAP)
            .optional("TimeoutInMillis", Kind.INTEGER)
            .optional("RouteSettings", Kind.MAP)
            .optional("PayloadFormatVersion", Kind.TEXT);

    @Override
    public List<Made> expand(FunctionEvent event, Transformation transformation) {
        TABLE.check(event, event.properties());
        Value.Text path = event.text(event.property("Path"), "Path");
        Value.Text method = RestRoutes.lower(event.text(event.property("Method"), "Method"));
        String id = ApiEvents.apiId(event.property("ApiId"));
        Authored api = id == null ? null : transformation.authored(id);
        if (api == null) {
            throw event.invalid(
                    "ApiId must be a valid reference to an 'AWS::Serverless::HttpApi' resource in same template.",
                    ApiEvents.span(event, event.property("ApiId")));
        }
        ApiDefinitions definitions = ApiDefinitions.of(transformation);
        Definition definition = definitions.of(api);
        Made permission = permission(event, path, method, definition);
        if (definition != null) {
            add(event, api, path, method, definition, definitions.isManaged(api));
        }
        return permission == null ? List.of() : List.of(permission);
    }

    /** The permission for the route; null when the function has the API's default route, whose permission covers all. */
    private static @Nullable Made permission(
            FunctionEvent event, Value.Text path, Value.Text method, @Nullable Definition definition) {
        String plain = ApiEvents.withoutEnd(path.text());
        if (plain.equals(DEFAULT)) {
            plain = "";
        } else if (definition != null
                && hasDefaultRoute(definition, event.target().id())) {
            return null;
        }
        String inArn = RestPolicy.inArn(plain);
        boolean any = method.text().equals("any");
        String verb = any || method.text().equals(Definition.ANY)
                ? "*"
                : method.text().toUpperCase(Locale.ROOT);
        String route = any && inArn.equals("/" + DEFAULT) ? inArn : "/" + verb + inArn;
        String source =
                "arn:" + PARTITION + ":execute-api:${AWS::Region}:${AWS::AccountId}:${__ApiId__}/${__Stage__}" + route;
        return Permissions.of(event, "")
                .set(
                        "SourceArn",
                        event.values()
                                .sub(
                                        source,
                                        event.values()
                                                .map(
                                                        "__ApiId__",
                                                        event.property("ApiId"),
                                                        "__Stage__",
                                                        event.values().text("*"))));
    }

    /** Whether the default route calls this function in every branch. */
    private static boolean hasDefaultRoute(Definition definition, String function) {
        if (!definition.hasIntegration(DEFAULT, Definition.ANY)) {
            return false;
        }
        for (Table method : definition.methods(DEFAULT, Definition.ANY)) {
            Table integration = method.table(Definition.INTEGRATION);
            Node uri = integration == null ? null : integration.get("uri");
            if (!(uri instanceof Table)) {
                return false;
            }
            for (Node branch : Definition.branches(uri)) {
                String arn = branch instanceof Table table ? table.text("Fn::Sub") : null;
                if (arn == null || !arn.contains("{" + function + ".Arn}")) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void add(
            FunctionEvent event,
            Authored api,
            Value.Text path,
            Value.Text method,
            Definition definition,
            boolean managed) {
        HttpEditor editor = new HttpEditor(definition);
        boolean there = definition.hasIntegration(path.text(), method.text());
        if (managed && there) {
            throw event.invalid(
                    "API method '" + method.text() + "' defined multiple times for path '" + path.text() + "'.",
                    path.span());
        }
        if (!there) {
            integrate(event, path, method, definition);
        }
        if (event.property("Auth") instanceof Value.Mapping auth
                && !auth.entries().isEmpty()) {
            HttpRouteAuth.add(editor, event, api, path, method, auth);
        }
        set(definition, path, method, "timeoutInMillis", event.property("TimeoutInMillis"));
        List<String> parameters = parameters(path.text());
        if (!parameters.isEmpty()) {
            editor.addPathParameters(path, method.text(), parameters, path.span());
        }
        set(definition, path, method, "payloadFormatVersion", event.property("PayloadFormatVersion"));
    }

    private static void integrate(FunctionEvent event, Value.Text path, Value.Text method, Definition definition) {
        Maker maker = definition.at(event.head());
        Leaf condition = RestRoutes.condition(event.function(), maker);
        Table uri = Permissions.integrationUri(event, maker, PARTITION, false);
        boolean isDefault =
                path.text().equals(DEFAULT) && Definition.method(method.text()).equals(Definition.ANY);
        Integrations.add(definition, path, method, condition, (made, integration) -> {
            integration
                    .put("type", maker.text("aws_proxy"))
                    .put("httpMethod", maker.text("POST"))
                    .put("payloadFormatVersion", maker.text("2.0"))
                    .put("uri", condition == null ? uri : maker.onlyIf(condition, uri));
            made.put("isDefaultRoute", isDefault ? maker.bool(true) : null);
            if (!made.has("responses")) {
                made.put("responses", maker.table());
            }
        });
    }

    private static void set(
            Definition definition, Value.Text path, Value.Text method, String name, @Nullable Value value) {
        if (value != null && !Intrinsics.isEmpty(value)) {
            for (Table made : definition.methods(path.text(), method.text())) {
                Table integration = made.table(Definition.INTEGRATION);
                if (integration != null) {
                    integration.put(name, definition.at(value.span()).authored(value));
                }
            }
        }
    }

    /** What stands in braces in a path. */
    private static List<String> parameters(String path) {
        List<String> names = new ArrayList<>();
        int open = path.indexOf('{');
        while (open >= 0) {
            int close = path.indexOf('}', open);
            if (close < 0) {
                break;
            }
            names.add(path.substring(open + 1, close));
            open = path.indexOf('{', close);
        }
        return names;
    }
}
