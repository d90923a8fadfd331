package dev.parapet.core.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parapet.core.report.Report;
import dev.parapet.core.report.Scan;
import dev.parapet.core.report.Summary;
import dev.parapet.model.Evidence;
import dev.parapet.model.Fault;
import dev.parapet.model.Finding;
import dev.parapet.model.Note;
import dev.parapet.model.Resource;
import dev.parapet.model.Suppression;
import dev.parapet.model.Verdict;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The document {@code parapet.scan/1}, as {@code docs/schema/parapet.scan-1.json} describes it: all findings of the scan. */
public final class JsonReport implements Report {
    @Override
    public void write(Scan scan, Appendable out) throws IOException {
        try (JsonGenerator json = JsonDocument.open(out, 2)) {
            json.writeStartObject();
            json.writeStringField("schema", "parapet.scan/1");
            json.writeObjectFieldStart("tool");
            json.writeStringField("name", "parapet");
            json.writeStringField("version", scan.version());
            json.writeEndObject();
            json.writeArrayFieldStart("findings");
            for (Finding finding : scan.findings()) {
                write(finding, json);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("paths");
            json.writeEndArray();
            json.writeArrayFieldStart("notes");
            for (Note note : scan.notes()) {
                json.writeStartObject();
                json.writeStringField("path", note.path());
                json.writeNumberField("line", note.line());
                json.writeStringField("message", note.message());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("faults");
            for (Fault fault : scan.faults()) {
                json.writeStartObject();
                json.writeStringField("kind", fault.kind().word());
                json.writeStringField("path", fault.path());
                json.writeNumberField("line", fault.line());
                json.writeStringField("message", fault.message());
                json.writeEndObject();
            }
            json.writeEndArray();
            write(Summary.of(scan), json);
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void write(Finding finding, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", finding.rule());
        JsonDocument.texts(json, "sameAs", finding.sameAs());
        json.writeStringField("area", finding.area().word());
        JsonDocument.texts(json, "cwe", finding.cwe());
        json.writeStringField("severity", finding.severity().word());
        json.writeStringField("verdict", finding.verdict().word());
        json.writeStringField("title", finding.title());
        if (finding.hygiene()) {
            json.writeBooleanField("hygiene", true);
        }
        json.writeStringField("message", finding.message());
        JsonDocument.texts(json, "why", finding.why());
        if (finding.verdict() instanceof Verdict.Undetermined undetermined) {
            JsonDocument.texts(json, "missing", undetermined.missing());
        }
        write(finding.resource(), json);
        JsonDocument.location(json, finding.location());
        json.writeArrayFieldStart("evidence");
        for (Evidence evidence : finding.evidence()) {
            json.writeStartObject();
            json.writeStringField("text", evidence.text());
            JsonDocument.location(json, evidence.location());
            json.writeEndObject();
        }
        json.writeEndArray();
        optional("condition", finding.condition(), json);
        Boolean unauthenticated = finding.unauthenticated();
        if (unauthenticated != null) {
            json.writeBooleanField("unauthenticated", unauthenticated);
        }
        Finding.Fix fix = finding.fix();
        if (fix != null) {
            json.writeObjectFieldStart("fix");
            json.writeBooleanField("automatic", fix.automatic());
            json.writeStringField("summary", fix.summary());
            json.writeEndObject();
        }
        Suppression suppressed = finding.suppressed();
        if (suppressed != null) {
            json.writeObjectFieldStart("suppressed");
            json.writeStringField("by", suppressed.by());
            json.writeStringField("reason", suppressed.reason());
            JsonDocument.location(json, suppressed.location());
            json.writeEndObject();
        }
        json.writeBooleanField("baseline", finding.baseline());
        json.writeStringField("fingerprint", finding.fingerprint());
        json.writeEndObject();
    }

    private static void write(Resource resource, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("resource");
        json.writeStringField("address", resource.id().name());
        json.writeStringField("type", resource.type());
        optional("dialectType", resource.dialectType(), json);
        json.writeStringField("stack", resource.id().stack());
        optional("writtenAs", resource.writtenAs(), json);
        optional("construct", resource.construct(), json);
        json.writeEndObject();
    }

    private static void optional(String field, @Nullable String text, JsonGenerator json) throws IOException {
        if (text != null) {
            json.writeStringField(field, text);
        }
    }

    private static void write(Summary summary, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("summary");
        json.writeNumberField("files", summary.files());
        json.writeNumberField("resources", summary.resources());
        json.writeNumberField("functions", summary.functions());
        json.writeNumberField("violated", summary.violated());
        json.writeNumberField("undetermined", summary.undetermined());
        json.writeNumberField("satisfied", summary.satisfied());
        json.writeNumberField("suppressed", summary.suppressed());
        json.writeNumberField("baseline", summary.baseline());
        json.writeNumberField("faults", summary.faults());
        json.writeEndObject();
    }
}
