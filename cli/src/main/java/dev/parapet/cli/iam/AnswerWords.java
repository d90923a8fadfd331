package dev.parapet.cli.iam;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parapet.core.iam.access.Inquiry;
import dev.parapet.core.iam.evaluation.Answer;
import dev.parapet.core.iam.evaluation.Citation;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.report.json.JsonDocument;
import dev.parapet.model.Span;
import java.io.IOException;

/** An answer as people and programs read it. */
final class AnswerWords {
    private AnswerWords() {}

    /** One sentence: the decision, and what it rests on. */
    static String sentence(QuestionArguments.Asked asked, Answer answer) {
        Inquiry inquiry = asked.inquiry();
        String request = inquiry.action() + (inquiry.request().resource().equals("*") ? "" : " on " + asked.resource());
        String who = NameWords.shown(inquiry.asker().name());
        Citation by = answer.decidedBy();
        String decided = switch (answer.decision()) {
            case ALLOWED -> who + " may " + request + (by == null ? "" : ", as " + cited(inquiry, by) + " allows");
            case EXPLICIT_DENY ->
                who + " may not " + request + (by == null ? "" : ", as " + cited(inquiry, by) + " denies it");
            case IMPLICIT_DENY -> who + " may not " + request + ", as nothing that would have to allow it does";
            case UNDETERMINED ->
                "whether " + who + " may " + request + " depends on " + NameWords.keys(answer.missing());
        };
        return answer.decision().word() + ": " + decided;
    }

    /** A statement, the policy that it stands in, and where. */
    static String cited(Inquiry inquiry, Citation by) {
        return StatementWords.name(by.statement()) + " of " + NameWords.shown(inquiry.policyName(by.policy()))
                + place(by.statement());
    }

    /** Where a statement stands, in brackets; nothing for one that stands in no file. */
    static String place(Statement statement) {
        return isInFile(statement.span()) ? " (" + statement.span() + ")" : "";
    }

    private static boolean isInFile(Span span) {
        return !span.path().equals(LineValue.NOWHERE.path()) && !span.path().endsWith(".gz");
    }

    /** Writes the fields of an answer, as {@code parapet iam can --batch} has them. */
    static void write(Inquiry inquiry, Answer answer, JsonGenerator json) throws IOException {
        json.writeStringField("decision", answer.decision().word());
        Citation by = answer.decidedBy();
        if (by != null) {
            json.writeObjectFieldStart("decidedBy");
            json.writeStringField("policy", by.policy());
            json.writeStringField("statement", by.statement().name());
            json.writeStringField("name", NameWords.shown(inquiry.policyName(by.policy())));
            location(by.statement(), json);
            json.writeEndObject();
        }
        if (!answer.missing().isEmpty()) {
            JsonDocument.texts(
                    json,
                    "missing",
                    answer.missing().stream().map(NameWords::key).toList());
        }
    }

    /** Writes where a statement stands; nothing for one that stands in no file. */
    static void location(Statement statement, JsonGenerator json) throws IOException {
        if (isInFile(statement.span())) {
            JsonDocument.location(json, statement.span());
        }
    }

    /** Writes who asks for what. */
    static void question(QuestionArguments.Asked asked, JsonGenerator json) throws IOException {
        Inquiry inquiry = asked.inquiry();
        json.writeStringField("principal", NameWords.shown(inquiry.asker().name()));
        json.writeStringField("action", inquiry.action());
        json.writeStringField("resource", inquiry.request().resource().equals("*") ? "*" : asked.resource());
    }
}
