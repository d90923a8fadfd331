package dev.parapet.read.cloudformation.sam.definition;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes into a REST API's document what the requests of a method look like: their model, and their parameters. */
public final class RestRequests {
    private static final String VALIDATORS = "x-amazon-apigateway-request-validators";
    private static final String CACHE_KEYS = "cacheKeyParameters";

    private RestRequests() {}

    /** Says which model the body of a method has; {@code required} is null when that is not said. */
    public static void model(
            RestEditor editor, Value.Text path, String method, Value.Text model, @Nullable Node required) {
        Definition definition = editor.definition();
        Maker maker = definition.at(model.span());
        String name = model.text().toLowerCase(Locale.ROOT);
        for (Table made : definition.methods(path.text(), method)) {
            if (definition.root().has("swagger")) {
                Table parameter = maker.table()
                        .put("in", maker.text("body"))
                        .put("name", maker.authoredText(name))
                        .put("schema", maker.plain("$ref", maker.text("#/definitions/" + name)))
                        .put("required", required);
                parameters(maker, made).all().add(parameter);
            } else if (Definition.isOpenApi3(definition.root().get("openapi"))) {
                Table schema = maker.plain("$ref", maker.text("#/components/schemas/" + name));
                Table body = maker.plain("content", maker.plain("application/json", maker.plain("schema", schema)));
                made.put("requestBody", body.put("required", required));
            }
        }
    }

    /** Lets a method check the body or the parameters of its requests. */
    public static void validator(
            RestEditor editor, Value.Text path, String method, boolean body, boolean parameters, Span cause) {
        Definition definition = editor.definition();
        Maker maker = definition.at(cause);
        String name = validatorName(body, parameters);
        Table validators = definition.root().table(VALIDATORS);
        if (validators == null || validators.isEmpty()) {
            validators = maker.table();
            definition.root().put(VALIDATORS, validators);
        }
        if (Node.isEmpty(validators.get(name))) {
            Table validator = maker.table()
                    .put("validateRequestBody", maker.bool(body))
                    .put("validateRequestParameters", maker.bool(parameters));
            validators.merge(maker.table().put(name, validator));
        }
        for (Table made : definition.methods(path.text(), method)) {
            made.merge(maker.table().put("x-amazon-apigateway-request-validator", maker.text(name)));
        }
    }

    private static String validatorName(boolean body, boolean parameters) {
        if (body) {
            return parameters ? "body-and-params" : "body-only";
        }
        return parameters ? "params-only" : "no-validation";
    }

    /**
     * A parameter of a method.
     *
     * @param name such as {@code method.request.header.Authorization}
     * @param required whether a request must have it
     * @param cached whether answers are kept for each of its values
     */
    public record Parameter(Value.Text name, Node required, boolean cached) {}

    /** Adds parameters to a method. */
    public static void parameters(RestEditor editor, Value.Text path, String method, Iterable<Parameter> all) {
        Definition definition = editor.definition();
        for (Table made : definition.methods(path.text(), method)) {
            for (Parameter each : all) {
                Maker maker = definition.at(each.name().span());
                String rest = each.name().text().replace("method.request.", "");
                int point = rest.indexOf('.');
                String location = rest.substring(0, point);
                Table parameter = maker.table()
                        .put("in", location.equals("querystring") ? maker.text("query") : maker.authoredText(location))
                        .put("name", maker.authoredText(rest.substring(point + 1)))
                        .put("required", each.required())
                        .put("type", maker.text("string"));
                parameters(maker, made).all().add(parameter);
                Table integration = made.table(Definition.INTEGRATION);
                if (each.cached() && integration != null) {
                    if (!(integration.get(CACHE_KEYS) instanceof Items)) {
                        integration.put(CACHE_KEYS, maker.list());
                    }
                    if (integration.get(CACHE_KEYS) instanceof Items keys) {
                        keys.all().add(maker.authored(each.name()));
                    }
                }
            }
        }
    }

    private static Items parameters(Maker maker, Table method) {
        if (method.get("parameters") instanceof Items known) {
            return known;
        }
        Items made = maker.list();
        method.put("parameters", made);
        return made;
    }
}
