package dev.parapet.cli.iam;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parapet.core.iam.escalation.Escalation;
import dev.parapet.core.report.json.JsonDocument;
import dev.parapet.core.report.source.Printable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How it is told who can become administrator. */
enum EscalateFormat {
    /** Lines for people. */
    TEXT {
        @Override
        void write(List<Result> accounts, Appendable out) throws IOException {
            for (Result account : accounts) {
                for (Escalation escalation : account.escalations()) {
                    text(escalation, out);
                }
            }
        }
    },
    /** The document {@code parapet.escalate/1}, as {@code docs/schema/parapet.escalate-1.json} describes it. */
    JSON {
        @Override
        void write(List<Result> accounts, Appendable out) throws IOException {
            try (JsonGenerator json = JsonDocument.open(out, 6)) {
                json.writeStartObject();
                json.writeStringField("schema", "parapet.escalate/1");
                json.writeArrayFieldStart("accounts");
                for (Result account : accounts) {
                    json.writeStartObject();
                    json.writeStringField("path", account.path());
                    json.writeArrayFieldStart("principals");
                    for (Escalation escalation : account.escalations()) {
                        json(escalation, json);
                    }
                    json.writeEndArray();
                    if (!account.notes().isEmpty()) {
                        JsonDocument.texts(json, "notes", account.notes());
                    }
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
                json.writeRaw('\n');
            }
        }
    };

    /**
     * What became of a path.
     *
     * @param path the path as it was given
     * @param notes what could not be taken into account
     */
    record Result(String path, List<Escalation> escalations, List<String> notes) {
        Result {
            escalations = List.copyOf(escalations);
            notes = List.copyOf(notes);
        }
    }

    /** The word used on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    abstract void write(List<Result> accounts, Appendable out) throws IOException;

    private static void text(Escalation escalation, Appendable out) throws IOException {
        String name = Printable.of(escalation.principal());
        String said = switch (escalation.administrator()) {
            case DIRECT -> " is administrator";
            case REACHABLE -> " can become administrator";
            case NO -> " is not administrator";
            case UNDETERMINED -> " may be able to become administrator; it depends on " + listed(escalation.missing());
        };
        out.append(name).append(said).append('\n');
        for (Escalation.Path path : escalation.paths()) {
            List<String> ids = new ArrayList<>();
            ids.add(path.id());
            ids.addAll(path.sameAs());
            out.append("  ").append(String.join(", ", ids)).append('\n');
            for (Escalation.Step step : path.steps()) {
                out.append("    ")
                        .append(Printable.of(step.text()))
                        .append("\n      ")
                        .append(String.join(", ", step.permissions()))
                        .append('\n');
            }
        }
    }

    private static String listed(List<String> missing) {
        return Printable.of(String.join(", ", missing));
    }

    private static void json(Escalation escalation, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("principal", escalation.principal());
        json.writeStringField("administrator", escalation.administrator().word());
        if (!escalation.missing().isEmpty()) {
            JsonDocument.texts(json, "missing", escalation.missing());
        }
        json.writeArrayFieldStart("paths");
        for (Escalation.Path path : escalation.paths()) {
            json.writeStartObject();
            json.writeStringField("id", path.id());
            JsonDocument.texts(json, "sameAs", path.sameAs());
            json.writeStringField("to", path.to());
            json.writeArrayFieldStart("steps");
            for (Escalation.Step step : path.steps()) {
                json.writeStartObject();
                json.writeStringField("kind", step.kind());
                json.writeStringField("text", step.text());
                JsonDocument.texts(json, "permissions", step.permissions());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
