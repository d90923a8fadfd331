package dev.parapet.core.report.graph;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parapet.core.graph.Edge;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.Node;
import dev.parapet.core.graph.name.TextShape;
import dev.parapet.core.report.json.JsonDocument;
import dev.parapet.model.Resource;
import dev.parapet.model.Value;
import java.io.IOException;
import java.util.Map;

/**
 * The document {@code parapet.graph/1}, as {@code docs/schema/parapet.graph-1.json} describes it. A node's properties are the facts that
 * the graph found out about it, and of a resource its type and stack; the properties of resources themselves are the template's.
 */
final class JsonGraph {
    private static final int MAX_DEPTH = 100;

    private JsonGraph() {}

    static void write(Graph graph, Appendable out) throws IOException {
        try (JsonGenerator json = JsonDocument.open(out, 2)) {
            json.writeStartObject();
            json.writeStringField("schema", "parapet.graph/1");
            json.writeArrayFieldStart("nodes");
            for (Node node : graph.nodes()) {
                write(node, json);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("edges");
            for (Edge edge : graph.edges()) {
                write(edge, json);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void write(Node node, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", node.id());
        json.writeStringField("kind", node.kind().word());
        json.writeStringField("label", node.label());
        if (node.span() != null) {
            JsonDocument.location(json, node.span());
        }
        json.writeObjectFieldStart("properties");
        Resource resource = node.resource();
        if (resource != null) {
            json.writeStringField("stack", resource.id().stack());
            json.writeStringField("resource", resource.id().name());
            json.writeStringField("type", resource.type());
        }
        if (node.properties() != null) {
            for (Map.Entry<String, Value.Entry> entry :
                    node.properties().entries().entrySet()) {
                json.writeFieldName(entry.getKey());
                write(entry.getValue().value(), json, 0);
            }
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void write(Edge edge, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("from", edge.from());
        json.writeStringField("to", edge.to());
        json.writeStringField("kind", edge.kind().word());
        JsonDocument.location(json, edge.location());
        json.writeStringField("because", edge.because());
        if (edge.condition() != null) {
            json.writeBooleanField("conditional", true);
        }
        json.writeEndObject();
    }

    /** A value as JSON; what is not known is {@code {"unknown": what is missing}}, a condition has both its branches. */
    private static void write(Value value, JsonGenerator json, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            json.writeNull();
            return;
        }
        switch (value) {
            case Value.Null ignored -> json.writeNull();
            case Value.Absent ignored -> json.writeNull();
            case Value.Bool bool -> json.writeBoolean(bool.value());
            case Value.Number number -> json.writeNumber(number.value().toBigDecimal());
            case Value.Text text -> json.writeString(text.text());
            case Value.Sequence sequence -> {
                json.writeStartArray();
                for (Value item : sequence.items()) {
                    write(item, json, depth + 1);
                }
                json.writeEndArray();
            }
            case Value.Mapping mapping -> {
                json.writeStartObject();
                for (Map.Entry<String, Value.Entry> entry : mapping.entries().entrySet()) {
                    json.writeFieldName(entry.getKey());
                    write(entry.getValue().value(), json, depth + 1);
                }
                json.writeEndObject();
            }
            case Value.Conditional either -> {
                json.writeStartObject();
                json.writeFieldName("whenTrue");
                write(either.whenTrue(), json, depth + 1);
                json.writeFieldName("whenFalse");
                write(either.whenFalse(), json, depth + 1);
                json.writeEndObject();
            }
            case Value.Unresolved unresolved -> {
                json.writeStartObject();
                json.writeStringField("unknown", unresolved.missing());
                json.writeEndObject();
            }
            case Value.Reference ignored -> text(value, json);
            case Value.DynamicReference ignored -> text(value, json);
            case Value.Composed ignored -> text(value, json);
        }
    }

    private static void text(Value value, JsonGenerator json) throws IOException {
        String shape = TextShape.of(value);
        json.writeString(shape == null ? "" : TextShape.shown(shape));
    }
}
