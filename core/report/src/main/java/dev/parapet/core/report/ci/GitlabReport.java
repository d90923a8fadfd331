package dev.parapet.core.report.ci;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parapet.core.report.Report;
import dev.parapet.core.report.Scan;
import dev.parapet.core.report.json.JsonDocument;
import dev.parapet.model.Finding;
import dev.parapet.model.Severity;
import dev.parapet.model.Verdict;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * GitLab's code quality report ("Code Quality report format" of its documentation): what counts, and as {@code info} what is
 * undetermined. GitLab itself compares it with the target branch by fingerprint, so each must be unique.
 */
public final class GitlabReport implements Report {
    @Override
    public void write(Scan scan, Appendable out) throws IOException {
        Map<String, Integer> seen = new HashMap<>();
        try (JsonGenerator json = JsonDocument.open(out, 1)) {
            json.writeStartArray();
            for (Finding finding : scan.findings()) {
                boolean undetermined =
                        finding.verdict() instanceof Verdict.Undetermined && finding.suppressed() == null;
                if (!finding.counts() && !undetermined) {
                    continue;
                }
                int copies = seen.merge(finding.fingerprint(), 1, Integer::sum);
                json.writeStartObject();
                json.writeStringField("description", (undetermined ? "Undetermined: " : "") + finding.message());
                json.writeStringField("check_name", finding.rule());
                json.writeStringField("fingerprint", finding.fingerprint() + (copies == 1 ? "" : "-" + copies));
                json.writeStringField("severity", undetermined ? "info" : severity(finding.severity()));
                json.writeObjectFieldStart("location");
                json.writeStringField("path", finding.location().path());
                json.writeObjectFieldStart("lines");
                json.writeNumberField("begin", finding.location().start().line());
                json.writeNumberField("end", finding.location().end().line());
                json.writeEndObject();
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeRaw('\n');
        }
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "blocker";
            case HIGH -> "critical";
            case MEDIUM -> "major";
            case LOW -> "minor";
            case INFO -> "info";
        };
    }
}
