package dev.parapet.cli.iam;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.parapet.core.iam.batch.BatchRequest;
import dev.parapet.core.iam.compiled.CompiledPolicies;
import dev.parapet.core.iam.evaluation.Answer;
import dev.parapet.core.iam.evaluation.Citation;
import dev.parapet.core.iam.evaluation.ReferenceEvaluator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Answers requests, one line for one line. */
final class BatchRun {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Appendable out;

    BatchRun(Appendable out) {
        this.out = out;
    }

    /**
     * Answers all lines; a blank one has no answer.
     *
     * @return how many could not be read
     */
    int run(BufferedReader lines) throws IOException {
        int broken = 0;
        for (String line = next(lines); line != null; line = next(lines)) {
            if (!line.isBlank()) {
                broken += answer(line) ? 0 : 1;
            }
        }
        return broken;
    }

    private static @Nullable String next(BufferedReader lines) {
        try {
            return lines.readLine();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private boolean answer(String line) throws IOException {
        BatchRequest.Read read;
        try {
            read = BatchRequest.read(LineValue.read(line));
        } catch (JsonProcessingException problem) {
            read = new BatchRequest.Read.Broken("", "the line is no JSON: " + problem.getOriginalMessage());
        }
        StringWriter written = new StringWriter(256);
        boolean asked = switch (read) {
            case BatchRequest.Read.Asked(BatchRequest request) -> {
                decided(request.id(), decision(request), written);
                yield true;
            }
            case BatchRequest.Read.Broken(String id, String error) -> {
                broken(id, error, written);
                yield false;
            }
        };
        out.append(written.getBuffer()).append('\n');
        return asked;
    }

    private static Answer decision(BatchRequest asked) {
        // A set is left to the plain evaluator anyhow, so that nothing needs to be compiled.
        return asked.request().asksForSet()
                ? ReferenceEvaluator.evaluate(asked.request(), asked.policies())
                : CompiledPolicies.of(asked.policies()).evaluate(asked.request());
    }

    private static void decided(String id, Answer answer, StringWriter written) throws IOException {
        try (JsonGenerator json = open(id, written)) {
            json.writeStringField("decision", answer.decision().word());
            Citation by = answer.decidedBy();
            if (by != null) {
                json.writeObjectFieldStart("decidedBy");
                json.writeStringField("policy", by.policy());
                json.writeStringField("statement", by.statement().name());
                json.writeEndObject();
            }
            if (!answer.missing().isEmpty()) {
                json.writeArrayFieldStart("missing");
                for (String missing : answer.missing()) {
                    json.writeString(missing);
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        }
    }

    private static void broken(String id, String error, StringWriter written) throws IOException {
        try (JsonGenerator json = open(id, written)) {
            json.writeStringField("error", error);
            json.writeEndObject();
        }
    }

    private static JsonGenerator open(String id, StringWriter written) throws IOException {
        JsonGenerator json = FACTORY.createGenerator(written);
        json.setHighestNonEscapedChar('~');
        json.writeStartObject();
        json.writeStringField("id", id);
        return json;
    }
}
