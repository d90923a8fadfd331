package dev.parapet.read.cloudformation.sam.definition;

import dev.parapet.model.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings what SAM writes in the words of Swagger 2 into those of OpenAPI 3, where an API asks for that. */
public final class OpenApi3 {
    private OpenApi3() {}

    /**
     * Does so; a document that says {@code swagger} stays as it is.
     *
     * @param version the API's {@code OpenApiVersion}; the document's own when null
     */
    public static void apply(Definition definition, @Nullable Value version) {
        Table root = definition.root();
        boolean wanted = version == null ? Definition.isOpenApi3(root.get("openapi")) : Definition.isOpenApi3(version);
        if (root.has("swagger") || !wanted) {
            return;
        }
        move(definition, "securityDefinitions", "securitySchemes");
        move(definition, "definitions", "schemas");
        Table paths = root.table("paths");
        if (paths == null) {
            return;
        }
        for (String path : paths.keys()) {
            if (!(paths.get(path) instanceof Table item)) {
                throw Definition.invalid(
                        "Value of '" + path + "' path must be a dictionary according to Swagger spec.", paths.span());
            }
            if (!Node.isEmpty(item.get("options"))) {
                if (!(item.get("options") instanceof Table options)) {
                    throw Definition.invalid(
                            "Value of options method for path " + path
                                    + " must be a dictionary according to Swagger spec.",
                            item.span());
                }
                options.remove("produces");
                options.remove("consumes");
                headers(definition, options);
            }
        }
    }

    private static void move(Definition definition, String from, String to) {
        Table root = definition.root();
        Node section = root.get(from);
        if (section != null && !Node.isEmpty(section)) {
            Table components = root.table("components");
            if (components == null || components.isEmpty()) {
                components = definition.at(section.span()).table();
            }
            components.put(to, section);
            root.put("components", components);
            root.remove(from);
        }
    }

    private static void headers(Definition definition, Table options) {
        Table responses = options.table("responses");
        Table success = responses == null ? null : responses.table("200");
        Table headers = success == null ? null : success.table("headers");
        if (headers != null) {
            for (String name : List.copyOf(headers.keys())) {
                Node header = headers.get(name);
                if (header != null) {
                    headers.put(name, definition.at(header.span()).table().put("schema", header));
                }
            }
        }
    }
}
