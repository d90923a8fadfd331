package dev.parapet.read.cloudformation.sam.definition;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Edits of an HTTP API's document. */
public final class HttpEditor {
    private static final String CORS = "x-amazon-apigateway-cors";
    private static final String TAG_VALUE = "x-amazon-apigateway-tag-value";
    private static final String ENDPOINT = "x-amazon-apigateway-endpoint-configuration";
    private static final List<String> CORS_NAMES =
            List.of("AllowOrigins", "AllowHeaders", "AllowMethods", "ExposeHeaders", "MaxAge", "AllowCredentials");

    private final Definition definition;

    /** Begins to edit a document of OpenAPI 3. */
    public HttpEditor(Definition definition) {
        if (!definition.isOpenApi3()) {
            throw Definition.invalid(
                    "Invalid OpenApi document. Invalid values or missing keys for 'openapi' or 'paths' in 'DefinitionBody'.",
                    definition.root().span());
        }
        this.definition = definition;
    }

    /** Adds an authorizer. */
    public void addAuthorizer(Key name, Table authorizer) {
        Table root = definition.root();
        Table components = root.table("components");
        if (components == null) {
            components = definition.at(name.span()).table();
            root.put("components", components);
        }
        Table schemes = components.table("securitySchemes");
        if (schemes == null) {
            schemes = definition.at(name.span()).table();
            components.put("securitySchemes", schemes);
        }
        schemes.put(name, authorizer);
    }

    /** Gives the methods that say nothing of security the API's default. */
    public void defaultAuthorizer(Value.Text name, @Nullable Value scopes) {
        Maker maker = definition.at(name.span());
        for (String path : definition.paths().keys()) {
            for (Table item : definition.pathItems(path)) {
                for (String methodName : item.keys()) {
                    String method = Definition.method(methodName);
                    if (method.equals("options") || method.equals("parameters")) {
                        continue;
                    }
                    for (Table made : methods(path, methodName, item)) {
                        if (Node.isEmpty(made.get("security"))) {
                            Node written = scopes == null ? maker.list() : maker.authored(scopes);
                            made.put("security", maker.list(maker.plain().put(Key.authored(name), written)));
                        }
                    }
                }
            }
        }
    }

    private static List<Table> methods(String path, String method, Table item) {
        List<Table> all = new ArrayList<>();
        for (Node branch : Definition.branches(item.get(method))) {
            if (!(branch instanceof Table made)) {
                throw Definition.invalid(
                        "Definition of method '" + method + "' for path '" + path + "' should be a map.",
                        branch.span());
            }
            if (!Node.isEmpty(made.get(Definition.INTEGRATION))) {
                all.add(made);
            }
        }
        return all;
    }

    /** Gives one method an authorizer. */
    public void authorizer(Value.Text path, String method, Value.Text name, @Nullable Value scopes) {
        Maker maker = definition.at(name.span());
        for (Table made : definition.methods(path.text(), method)) {
            Node security = made.get("security");
            if (security != null && !(security instanceof Items)) {
                throw Definition.invalid(
                        "Type of security for path " + path.text() + " method " + method + " must be a list",
                        security.span());
            }
            List<Node> all = security instanceof Items items ? new ArrayList<>(items.all()) : new ArrayList<>();
            Node written = scopes == null ? maker.list() : maker.authored(scopes);
            all.add(maker.plain().put(Key.authored(name), written));
            made.put("security", new Items(all, name.span()));
        }
    }

    /** Adds tags, or changes those that the document has. */
    public void addTags(Map<String, Value.Entry> tags) {
        Table root = definition.root();
        Node written = root.get("tags");
        if (written != null && !Node.isEmpty(written) && !(written instanceof Items)) {
            throw Definition.invalid("Tags in OpenApi DefinitionBody needs to be a list.", written.span());
        }
        Items all = written instanceof Items items ? items : new Items(new ArrayList<>(), root.span());
        tags.forEach((name, entry) -> {
            Maker maker = definition.at(entry.keySpan());
            Table known = all.all().stream()
                    .filter(tag -> tag instanceof Table table && name.equals(table.text("name")))
                    .map(Table.class::cast)
                    .findFirst()
                    .orElse(null);
            if (known == null) {
                known = maker.table().put("name", maker.text(name));
                all.all().add(known);
            }
            known.put(TAG_VALUE, maker.authored(entry.value()));
        });
        if (!all.all().isEmpty()) {
            root.put("tags", all);
        }
    }

    /** Says for each server whether the default endpoint is off. */
    public void disableEndpoint(Value disabled) {
        Maker maker = definition.at(disabled.span());
        Items servers = definition.root().get("servers") instanceof Items items ? items : maker.list(maker.table());
        for (Node server : servers.all()) {
            if (!(server instanceof Table table)) {
                throw Definition.invalid(
                        "Value of 'servers' item must be a dictionary according to Swagger spec.", server.span());
            }
            Table configuration = table.table(ENDPOINT);
            if (configuration == null) {
                configuration = maker.plain();
                table.put(ENDPOINT, configuration);
            }
            configuration.put("disableExecuteApiEndpoint", maker.authored(disabled));
        }
        definition.root().put("servers", servers);
    }

    /** Says which other origins may call the API, by the names of the property {@code CorsConfiguration}. */
    public void setCors(Value.Mapping settings) {
        Maker maker = definition.at(settings.span());
        Node known = definition.root().get(CORS);
        if (known != null && !(known instanceof Table)) {
            throw Definition.invalid(
                    "Value of '" + CORS + "' must be a dictionary according to Swagger spec.", known.span());
        }
        Table cors = known instanceof Table table ? table : maker.plain();
        Value origins = settings.get("AllowOrigins");
        if (origins != null && Intrinsics.is(origins)) {
            if (maker.authored(renamed(origins)) instanceof Table function) {
                cors.merge(function);
            }
        } else {
            for (String name : CORS_NAMES) {
                Value value = settings.get(name);
                boolean kept = switch (name) {
                    case "MaxAge" -> value != null && !(value instanceof Value.Null);
                    case "AllowCredentials" -> value instanceof Value.Bool bool && bool.value();
                    default -> !Intrinsics.isEmpty(value);
                };
                if (kept) {
                    cors.put(lower(name), maker.authoredOrNull(value));
                }
            }
        }
        definition.root().put(CORS, cors);
    }

    private static String lower(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** The names of settings within an intrinsic function, as documents have them. */
    private static Value renamed(Value value) {
        return switch (value) {
            case Value.Text text -> new Value.Text(renamed(text.text()), text.span());
            case Value.Sequence sequence ->
                new Value.Sequence(
                        sequence.items().stream().map(HttpEditor::renamed).toList(), sequence.span());
            case Value.Mapping mapping -> {
                Map<String, Value.Entry> entries = new LinkedHashMap<>();
                mapping.entries()
                        .forEach((name, entry) ->
                                entries.put(renamed(name), new Value.Entry(entry.keySpan(), renamed(entry.value()))));
                yield new Value.Mapping(entries, mapping.span());
            }
            default -> value;
        };
    }

    private static String renamed(String text) {
        String renamed = text;
        for (String name : CORS_NAMES) {
            renamed = renamed.replace(name, lower(name));
        }
        return renamed;
    }

    /** Sets an entry of the document's {@code info}. */
    public void setInfo(String name, Value value) {
        Table info = definition.root().table("info");
        Maker maker = definition.at(value.span());
        if (info == null) {
            info = maker.table();
            definition.root().put("info", info);
        }
        info.put(name, maker.authored(value));
    }

    /** Adds the parameters that stand in a path. */
    public void addPathParameters(Value.Text path, String method, List<String> names, Span cause) {
        Maker maker = definition.at(cause);
        for (Table made : definition.methods(path.text(), method)) {
            Items all = made.get("parameters") instanceof Items items ? items : maker.list();
            made.put("parameters", all);
            for (String name : names) {
                Table known = all.all().stream()
                        .filter(each -> each instanceof Table table && name.equals(table.text("name")))
                        .map(Table.class::cast)
                        .findFirst()
                        .orElse(null);
                if (known == null) {
                    known = maker.table().put("name", maker.authoredText(name));
                    all.all().add(known);
                }
                known.put("in", maker.text("path")).put("required", maker.bool(true));
            }
        }
    }
}
