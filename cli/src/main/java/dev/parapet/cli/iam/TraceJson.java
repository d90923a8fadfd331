package dev.parapet.cli.iam;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parapet.core.iam.access.Inquiry;
import dev.parapet.core.iam.evaluation.Considered;
import dev.parapet.core.iam.evaluation.Trace;
import dev.parapet.core.iam.evaluation.Truth;
import dev.parapet.core.report.json.JsonDocument;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** How a request was decided, for programs. */
final class TraceJson {
    private TraceJson() {}

    static void write(Inquiry inquiry, Trace trace, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("steps");
        for (Trace.Step step : trace.steps()) {
            json.writeStartObject();
            json.writeStringField(
                    "step", step.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            json.writeStringField("passes", word(step.passes()));
            json.writeStringField("source", step.kind().source());
            json.writeArrayFieldStart("statements");
            for (Considered each : TraceText.told(trace, step)) {
                statement(inquiry, each, step, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void statement(Inquiry inquiry, Considered considered, Trace.Step step, JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("policy", considered.policy());
        json.writeStringField("name", NameWords.shown(inquiry.policyName(considered.policy())));
        json.writeStringField("statement", considered.statement().name());
        json.writeStringField("effect", considered.statement().effect().name().toLowerCase(Locale.ROOT));
        json.writeStringField("matches", word(considered.whole()));
        json.writeBooleanField("decided", TraceText.isCited(considered, step.by()));
        List<String> because = ConsideredWords.clauses(considered);
        if (!because.isEmpty()) {
            JsonDocument.texts(json, "because", because);
        }
        AnswerWords.location(considered.statement(), json);
        json.writeEndObject();
    }

    private static String word(Truth truth) {
        return switch (truth) {
            case Truth.Yes ignored -> "yes";
            case Truth.No ignored -> "no";
            case Truth.Unknown ignored -> "unknown";
        };
    }
}
