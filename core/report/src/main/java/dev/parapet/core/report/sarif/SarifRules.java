package dev.parapet.core.report.sarif;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parapet.core.report.FirstSentence;
import dev.parapet.core.report.RuleText;
import dev.parapet.core.report.RuleTexts;
import dev.parapet.model.Finding;
import dev.parapet.model.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rules that a run's results name: {@code reportingDescriptor} objects (SARIF 2.1.0, section 3.49), sorted by id. */
final class SarifRules {
    private final RuleTexts texts;
    private final Map<String, Finding> byId = new TreeMap<>();
    private final List<String> order;

    SarifRules(List<Finding> findings, RuleTexts texts) {
        this.texts = texts;
        for (Finding finding : findings) {
            byId.putIfAbsent(finding.rule(), finding);
        }
        order = new ArrayList<>(byId.keySet());
    }

    /** The place of a rule in the list. */
    int index(String rule) {
        return Collections.binarySearch(order, rule);
    }

    void write(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("rules");
        for (Finding finding : byId.values()) {
            write(finding, json);
        }
        json.writeEndArray();
    }

    private void write(Finding finding, JsonGenerator json) throws IOException {
        Optional<RuleText> text = texts.lookup(finding.rule());
        Severity severity = text.map(RuleText::severity).orElse(finding.severity());
        json.writeStartObject();
        json.writeStringField("id", finding.rule());
        message("shortDescription", finding.title(), json);
        if (text.isPresent()) {
            message("fullDescription", FirstSentence.of(text.get().why()), json);
            help(finding, text.get(), json);
        }
        json.writeObjectFieldStart("defaultConfiguration");
        json.writeStringField("level", level(severity));
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        json.writeArrayFieldStart("tags");
        json.writeString("security");
        json.writeString(finding.area().word());
        for (String cwe : finding.cwe()) {
            json.writeString("external/cwe/" + cwe.toLowerCase(Locale.ROOT));
        }
        if (text.isPresent()) {
            for (String control : text.get().controls()) {
                json.writeString(control);
            }
        }
        json.writeEndArray();
        json.writeStringField("precision", "high");
        json.writeStringField("problem.severity", problem(severity));
        if (severity != Severity.INFO) {
            json.writeStringField("security-severity", score(severity));
        }
        json.writeArrayFieldStart("sameAs");
        for (String id : finding.sameAs()) {
            json.writeString(id);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void help(Finding finding, RuleText text, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("help");
        json.writeStringField(
                "text",
                text.why().strip() + "\n\nFix: " + text.fix().strip() + "\n\nparapet rules show " + finding.rule());
        json.writeStringField(
                "markdown",
                text.why().strip() + "\n\n## Fix\n" + text.fix().strip() + "\n\n`parapet rules show " + finding.rule()
                        + "` has examples.");
        json.writeEndObject();
    }

    private static void message(String field, String text, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    /** The level of a severity (section 3.27.10). */
    static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW, INFO -> "note";
        };
    }

    private static String problem(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW, INFO -> "recommendation";
        };
    }

    /** A score that GitHub's code scanning shows as the same severity: above 9 critical, from 7 high, from 4 medium. */
    private static String score(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "9.5";
            case HIGH -> "8.0";
            case MEDIUM -> "5.5";
            case LOW -> "2.0";
            case INFO -> "0.0";
        };
    }
}
