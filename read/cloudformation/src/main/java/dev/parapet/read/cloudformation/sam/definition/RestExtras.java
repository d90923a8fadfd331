package dev.parapet.read.cloudformation.sam.definition;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Owner;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes further properties of an API into its document: gateway responses, models, binary media types, the default endpoint. */
public final class RestExtras {
    private static final List<String> RESPONSE = List.of("ResponseParameters", "ResponseTemplates", "StatusCode");
    private static final Map<String, String> PREFIXES =
            Map.of("Headers", "header.", "Paths", "path.", "QueryStrings", "querystring.");
    private static final List<String> PARAMETERS = List.of("Headers", "Paths", "QueryStrings");
    private static final String ENDPOINT = "x-amazon-apigateway-endpoint-configuration";
    private static final String DISABLED = "disableExecuteApiEndpoint";

    private RestExtras() {}

    /** Checks what SAM checks of gateway responses. */
    public static void checkResponses(Value.Mapping responses, Owner api) {
        responses.entries().forEach((name, entry) -> {
            Value value = entry.value();
            if (Intrinsics.is(value)) {
                throw api.invalid(
                        "Unable to set GatewayResponses attribute because intrinsic functions are not supported for this field.",
                        value.span());
            }
            if (!(value instanceof Value.Mapping response)) {
                throw api.invalid(
                        "Invalid property type '" + python(value) + "' for GatewayResponses. Expected an object of type"
                                + " 'GatewayResponse'.",
                        value.span());
            }
            response.entries().forEach((property, inner) -> {
                if (!RESPONSE.contains(property)) {
                    throw api.invalid(
                            "Invalid property '" + property + "' in 'GatewayResponses' property '" + name + "'.",
                            inner.keySpan());
                }
            });
        });
    }

    private static String python(Value value) {
        return switch (value) {
            case Value.Text ignored -> "Py27UniStr";
            case Value.Bool ignored -> "bool";
            case Value.Number number -> number.value().scale() > 0 ? "float" : "int";
            case Value.Sequence ignored -> "list";
            default -> "NoneType";
        };
    }

    /** Adds gateway responses. */
    public static void addResponses(RestEditor editor, Value.Mapping responses, Owner api) {
        Maker maker = editor.definition().at(responses.span());
        Table written = maker.authored(responses);
        for (String name : written.keys()) {
            if (responses.get(name) instanceof Value.Mapping response) {
                editor.responses(responses.span()).put(key(written, name), response(editor, response, name, api));
            }
        }
    }

    private static Key key(Table table, String name) {
        Key key = table.key(name);
        return key == null ? Key.authored(name, table.span()) : key;
    }

    private static Table response(RestEditor editor, Value.Mapping response, String name, Owner api) {
        Maker maker = editor.definition().at(response.span());
        Table made = maker.table();
        Value parameters = response.get("ResponseParameters");
        Table prefixed = maker.table();
        if (!Intrinsics.isEmpty(parameters)) {
            Value.Mapping map = api.map(parameters, "GatewayResponses." + name + ".ResponseParameters");
            map.entries().forEach((property, entry) -> {
                if (!PARAMETERS.contains(property)) {
                    throw api.invalid("Invalid gateway response parameter '" + property + "'", entry.keySpan());
                }
            });
            for (String property : PARAMETERS) {
                Value group = map.get(property);
                if (group != null) {
                    Table all = maker.authored(api.map(group, "ResponseParameters." + property));
                    for (String key : all.keys()) {
                        String full = "gatewayresponse." + PREFIXES.get(property) + key;
                        prefixed.put(Key.authored(full, key(all, key).span()), all.get(key));
                    }
                }
            }
        }
        Node templates = maker.authoredOrNull(response.get("ResponseTemplates"));
        made.put("responseParameters", prefixed);
        made.put("responseTemplates", Node.isEmpty(templates) ? maker.table() : templates);
        Value status = response.get("StatusCode");
        if (status != null && !Intrinsics.isEmpty(status)) {
            String code = Definition.written(status);
            if (!code.matches("[0-9]{1,3}")) {
                throw api.invalid("Property 'StatusCode' must be numeric", status.span());
            }
            made.put("statusCode", editor.definition().at(status.span()).text(code));
        }
        return made;
    }

    /** Adds the schemas of models. */
    public static void addModels(RestEditor editor, Value.Mapping models) {
        Table written = editor.definition().at(models.span()).authored(models);
        for (String name : written.keys()) {
            Table schema = written.table(name);
            if (schema == null || Node.isEmpty(schema.get("type"))) {
                throw Definition.invalid(
                        "'Models' schema is missing 'type'.", key(written, name).span());
            }
            editor.models(models.span())
                    .put(
                            Key.authored(
                                    name.toLowerCase(Locale.ROOT),
                                    key(written, name).span()),
                            schema);
        }
    }

    /** Says which media types are binary; {@code ~1} stands for a slash. */
    public static void setBinaryMediaTypes(RestEditor editor, Value types) {
        Definition definition = editor.definition();
        definition
                .root()
                .put(
                        "x-amazon-apigateway-binary-media-types",
                        definition.at(types.span()).authored(slashed(types)));
    }

    private static Value slashed(Value value) {
        return switch (value) {
            case Value.Text text -> new Value.Text(text.text().replace("~1", "/"), text.span(), text.provenance());
            case Value.Sequence sequence ->
                new Value.Sequence(
                        sequence.items().stream().map(RestExtras::slashed).toList(), sequence.span());
            default -> value;
        };
    }

    /** Says whether the default endpoint is off: in OpenAPI 3 for each server, in Swagger 2 for the whole. */
    public static void disableEndpoint(Definition definition, Value disabled) {
        Maker maker = definition.at(disabled.span());
        if (!Definition.isOpenApi3(definition.root().get("openapi"))) {
            disable(definition.root(), maker, disabled, "");
            return;
        }
        Node servers = definition.root().get("servers");
        Items all = servers instanceof Items items ? items : maker.list(maker.table());
        int index = 0;
        for (Node server : all.all()) {
            if (!(server instanceof Table table)) {
                throw Definition.invalid(
                        "Invalid OpenAPI definition of 'servers[" + index + "]': It should be a map.", server.span());
            }
            disable(table, maker, disabled, "servers[" + index + "]");
            index++;
        }
        definition.root().put("servers", all);
    }

    private static void disable(Table where, Maker maker, Value disabled, String name) {
        Node known = where.get(ENDPOINT);
        if (known != null && !(known instanceof Table)) {
            throw Definition.invalid(
                    "Invalid OpenAPI definition" + (name.isEmpty() ? "" : " of '" + name + "'") + ": The value of '"
                            + ENDPOINT + "' should be a map.",
                    known.span());
        }
        Table configuration = known instanceof Table table ? table : maker.plain();
        configuration.put(DISABLED, maker.authored(disabled));
        where.put(ENDPOINT, configuration);
    }
}
