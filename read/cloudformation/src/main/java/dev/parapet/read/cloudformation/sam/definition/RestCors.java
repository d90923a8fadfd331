package dev.parapet.read.cloudformation.sam.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Adds the {@code OPTIONS} methods that answer the preflight requests of browsers (Amazon API Gateway developer guide, "Enable
 * CORS on a resource using the API Gateway import API").
 *
 * @param origin who may call; needed
 * @param headers which headers may be sent; null for none
 * @param methods which methods may be used; null for those of the path
 * @param maxAge how long a browser may remember the answer, in seconds; null for its own default
 * @param credentials whether cookies may be sent
 */
public record RestCors(
        Node origin,
        @Nullable Node headers,
        @Nullable Node methods,
        @Nullable Node maxAge,
        boolean credentials) {
    private static final List<String> ALL = List.of("OPTIONS", "GET", "HEAD", "POST", "PUT", "DELETE", "PATCH");

    /** Adds them to the paths that have none. */
    public void add(RestEditor editor, Maker maker) {
        Definition definition = editor.definition();
        Set<String> done = new HashSet<>();
        for (String path : definition.paths().keys()) {
            if (done.add(withoutEnd(path))) {
                Node allowed = methods;
                for (Table item : definition.pathItems(path)) {
                    if (!item.has("options")) {
                        if (allowed == null || Node.isEmpty(allowed)) {
                            allowed = maker.text("'" + methodsOf(item) + "'");
                        }
                        item.put("options", method(maker, allowed));
                    }
                }
            }
        }
    }

    /** API Gateway takes a path with a slash at its end for the one without. */
    private static String withoutEnd(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.equals("/") ? path : path.substring(0, end);
    }

    private static String methodsOf(Table item) {
        List<String> methods = new ArrayList<>(item.has(Definition.ANY) ? ALL : item.keys());
        methods.add("options");
        Set<String> sorted = new TreeSet<>();
        methods.forEach(method -> sorted.add(method.toUpperCase(Locale.ROOT)));
        return String.join(",", sorted);
    }

    private Table method(Maker maker, Node allowed) {
        Table parameters = maker.table();
        Table shown = maker.table();
        header(maker, "Origin", origin, "string", parameters, shown);
        if (headers != null && !Node.isEmpty(headers)) {
            header(maker, "Headers", headers, "string", parameters, shown);
        }
        header(maker, "Methods", allowed, "string", parameters, shown);
        if (maxAge != null) {
            put(maker, "Access-Control-Max-Age", maxAge, "integer", parameters, shown);
        }
        if (credentials) {
            header(maker, "Credentials", maker.text("'true'"), "string", parameters, shown);
        }
        Table answer = maker.table()
                .put("statusCode", maker.text("200"))
                .put("responseParameters", parameters)
                .put("responseTemplates", maker.plain("application/json", maker.text("{}\n")));
        Table integration = maker.table()
                .put("type", maker.text("mock"))
                .put("requestTemplates", maker.plain("application/json", maker.text("{\n  \"statusCode\" : 200\n}\n")))
                .put("responses", maker.table().put("default", answer));
        Table response = maker.table()
                .put("description", maker.text("Default response for CORS method"))
                .put("headers", shown);
        return maker.table()
                .put("summary", maker.text("CORS support"))
                .put("consumes", maker.list(maker.text("application/json")))
                .put("produces", maker.list(maker.text("application/json")))
                .put(Definition.INTEGRATION, integration)
                .put("responses", maker.table().put("200", response));
    }

    private static void header(Maker maker, String name, Node value, String type, Table parameters, Table shown) {
        put(maker, "Access-Control-Allow-" + name, value, type, parameters, shown);
    }

    private static void put(Maker maker, String name, Node value, String type, Table parameters, Table shown) {
        parameters.put("method.response.header." + name, value);
        shown.put(name, maker.plain("type", maker.text(type)));
    }
}
