package dev.parapet.core.report.sarif;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parapet.core.report.FirstSentence;
import dev.parapet.core.report.Report;
import dev.parapet.core.report.RuleTexts;
import dev.parapet.core.report.Scan;
import dev.parapet.core.report.json.JsonDocument;
import dev.parapet.model.Evidence;
import dev.parapet.model.Fault;
import dev.parapet.model.Finding;
import dev.parapet.model.Note;
import dev.parapet.model.Position;
import dev.parapet.model.Span;
import dev.parapet.model.Suppression;
import dev.parapet.model.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SARIF 2.1.0 with Errata 01. What is violated has the kind {@code fail}, what is undetermined {@code review}; what is satisfied
 * is left out. What could not be looked at is a notification of the invocation.
 */
public final class SarifReport implements Report {
    private static final String ROOT = "%SRCROOT%";
    private final RuleTexts texts;

    public SarifReport(RuleTexts texts) {
        this.texts = texts;
    }

    @Override
    public void write(Scan scan, Appendable out) throws IOException {
        List<Finding> findings = new ArrayList<>();
        boolean baseline = false;
        for (Finding finding : scan.findings()) {
            if (!(finding.verdict() instanceof Verdict.Satisfied)) {
                findings.add(finding);
                baseline |= finding.baseline();
            }
        }
        SarifRules rules = new SarifRules(findings, texts);
        try (JsonGenerator json = JsonDocument.open(out, 4)) {
            json.writeStartObject();
            json.writeStringField("version", "2.1.0");
            json.writeStringField(
                    "$schema",
                    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
            json.writeArrayFieldStart("runs");
            json.writeStartObject();
            json.writeObjectFieldStart("tool");
            json.writeObjectFieldStart("driver");
            json.writeStringField("name", "Parapet");
            json.writeStringField("semanticVersion", scan.version());
            rules.write(json);
            json.writeEndObject();
            json.writeEndObject();
            json.writeStringField("columnKind", "unicodeCodePoints");
            json.writeObjectFieldStart("originalUriBaseIds");
            json.writeObjectFieldStart(ROOT);
            message("description", "The scanned folder.", json);
            json.writeEndObject();
            json.writeEndObject();
            invocation(scan, json);
            json.writeArrayFieldStart("results");
            for (Finding finding : findings) {
                result(finding, rules.index(finding.rule()), baseline, json);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void invocation(Scan scan, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("invocations");
        json.writeStartObject();
        json.writeBooleanField("executionSuccessful", true);
        json.writeArrayFieldStart("toolExecutionNotifications");
        for (Fault fault : scan.faults()) {
            boolean rule = fault.kind() == Fault.Kind.RULE;
            notification(
                    rule ? "error" : "warning", fault.kind().word(), fault.path(), fault.line(), fault.message(), json);
        }
        for (Note note : scan.notes()) {
            notification("note", "suppression", note.path(), note.line(), note.message(), json);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void notification(
            String level, String kind, String path, int line, String message, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("descriptor");
        json.writeStringField("id", kind);
        json.writeEndObject();
        json.writeStringField("level", level);
        message("message", message, json);
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        artifact(path, json);
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", line);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void result(Finding finding, int rule, boolean baseline, JsonGenerator json) throws IOException {
        boolean violated = finding.verdict() instanceof Verdict.Violated;
        json.writeStartObject();
        json.writeStringField("ruleId", finding.rule());
        json.writeNumberField("ruleIndex", rule);
        json.writeStringField("kind", violated ? "fail" : "review");
        json.writeStringField("level", violated ? SarifRules.level(finding.severity()) : "none");
        message("message", text(finding), json);
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        physical(finding.location(), json);
        json.writeArrayFieldStart("logicalLocations");
        json.writeStartObject();
        json.writeStringField("name", finding.resource().id().name());
        json.writeStringField("fullyQualifiedName", finding.resource().id().toString());
        json.writeStringField("kind", "resource");
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        if (!finding.evidence().isEmpty()) {
            json.writeArrayFieldStart("relatedLocations");
            int id = 0;
            for (Evidence evidence : finding.evidence()) {
                json.writeStartObject();
                json.writeNumberField("id", id++);
                physical(evidence.location(), json);
                message("message", evidence.text(), json);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField("parapet/v1", finding.fingerprint());
        // The one that GitHub's code scanning follows; its upload action leaves one that is there as it is.
        json.writeStringField("primaryLocationLineHash", finding.fingerprint());
        json.writeEndObject();
        Suppression suppressed = finding.suppressed();
        if (suppressed != null) {
            suppression(suppressed, json);
        }
        if (baseline) {
            json.writeStringField("baselineState", finding.baseline() ? "unchanged" : "new");
        }
        properties(finding, json);
        json.writeEndObject();
    }

    private static void suppression(Suppression suppressed, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("suppressions");
        json.writeStartObject();
        json.writeStringField("kind", "inSource");
        json.writeStringField("status", "accepted");
        json.writeStringField(
                "justification",
                suppressed.reason().isEmpty() ? suppressed.by() : suppressed.by() + ": " + suppressed.reason());
        json.writeObjectFieldStart("location");
        physical(suppressed.location(), json);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void properties(Finding finding, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("properties");
        json.writeStringField("severity", finding.severity().word());
        json.writeStringField("resourceType", finding.resource().type());
        optional("condition", finding.condition(), json);
        Boolean unauthenticated = finding.unauthenticated();
        if (unauthenticated != null) {
            json.writeBooleanField("unauthenticated", unauthenticated);
        }
        if (finding.hygiene()) {
            json.writeBooleanField("hygiene", true);
        }
        json.writeEndObject();
    }

    private static void optional(String field, @Nullable String text, JsonGenerator json) throws IOException {
        if (text != null) {
            json.writeStringField(field, text);
        }
    }

    private static String text(Finding finding) {
        StringBuilder text = new StringBuilder();
        if (finding.verdict() instanceof Verdict.Undetermined undetermined) {
            text.append("Undetermined: ")
                    .append(FirstSentence.ended(finding.message()))
                    .append(' ');
            text.append(String.join(", ", undetermined.missing())).append(" would settle it.");
        } else {
            text.append(FirstSentence.ended(finding.message()));
        }
        String condition = finding.condition();
        if (condition != null) {
            text.append(" Holds when ").append(condition).append('.');
        }
        if (!finding.why().isEmpty()) {
            text.append(" Severity ").append(finding.severity().word()).append(" because ");
            text.append(String.join("; ", finding.why())).append('.');
        }
        Finding.Fix fix = finding.fix();
        if (fix != null) {
            text.append(" Fix: ").append(FirstSentence.ended(fix.summary()));
        }
        return text.toString();
    }

    /** A message (section 3.11); its text is plain, so brackets and braces that would be links or placeholders are escaped. */
    private static void message(String field, String text, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("text", escaped(text));
        json.writeEndObject();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("[", "\\[")
                .replace("]", "\\]")
                .replace("{", "{{")
                .replace("}", "}}");
    }

    private static void artifact(String path, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", RelativeUri.of(path));
        json.writeStringField("uriBaseId", ROOT);
        json.writeEndObject();
    }

    private static void physical(Span span, JsonGenerator json) throws IOException {
        Position start = span.start();
        Position end = span.end();
        json.writeObjectFieldStart("physicalLocation");
        artifact(span.path(), json);
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", start.line());
        json.writeNumberField("startColumn", start.column());
        json.writeNumberField("endLine", end.line());
        json.writeNumberField("endColumn", end.column());
        json.writeEndObject();
        json.writeEndObject();
    }
}
