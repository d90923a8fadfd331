package dev.parapet.cli.expand;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parapet.core.report.json.JsonDocument;
import dev.parapet.read.cloudformation.Expanded;
import java.io.IOException;
import java.util.List;

/** What is wrong with a template that cannot be expanded. */
final class ExpandFaults {
    private ExpandFaults() {}

    /** Writes the document {@code parapet.expand-faults/1}, as {@code docs/schema/parapet.expand-faults-1.json} describes it. */
    static void json(List<Expanded.Problem> problems, Appendable out) throws IOException {
        try (JsonGenerator json = JsonDocument.open(out, 2)) {
            json.writeStartObject();
            json.writeStringField("schema", "parapet.expand-faults/1");
            json.writeArrayFieldStart("faults");
            for (Expanded.Problem problem : problems) {
                json.writeStartObject();
                if (!problem.resource().isEmpty()) {
                    json.writeStringField("resource", problem.resource());
                }
                json.writeStringField("message", problem.message());
                JsonDocument.location(json, problem.location());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.append('\n');
    }

    /** One of them for a person. */
    static String sentence(Expanded.Problem problem) {
        String resource = problem.resource().isEmpty() ? "" : problem.resource() + ": ";
        return problem.location() + ": " + resource + problem.message();
    }
}
