package dev.parapet.cli.iam;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.parapet.core.iam.batch.BatchRequest;
import dev.parapet.core.iam.compiled.CompiledPolicies;
import dev.parapet.core.iam.compiled.LineEvaluator;
import dev.parapet.core.iam.evaluation.Answer;
import dev.parapet.core.iam.evaluation.Citation;
import dev.parapet.core.iam.evaluation.ReferenceEvaluator;
import dev.parapet.core.report.json.JsonDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Answers requests, one line for one line. */
final class BatchRun {
    private static final int MOST_KEYS = 10_000;

    private final Appendable out;
    private final LineEvaluator lines = new LineEvaluator();
    private final Map<String, String> keys = new HashMap<>();

    BatchRun(Appendable out) {
        this.out = out;
    }

    /**
     * Answers all lines; a blank one has no answer.
     *
     * @return how many could not be read
     */
    int run(InputStream in) throws IOException {
        int broken = 0;
        ByteLines read = new ByteLines(in);
        try (JsonGenerator json = JsonDocument.openLines(out)) {
            while (next(read)) {
                LineEvaluator.Decided decided = lines.decide(read.bytes(), read.from(), read.to());
                if (decided != null) {
                    write(decided, json);
                } else {
                    String line =
                            new String(read.bytes(), read.from(), read.to() - read.from(), StandardCharsets.UTF_8);
                    broken += line.isBlank() || answer(line, json) ? 0 : 1;
                }
            }
        }
        return broken;
    }

    private static boolean next(ByteLines lines) {
        try {
            return lines.next();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private boolean answer(String line, JsonGenerator json) throws IOException {
        BatchRequest.Read read;
        try {
            read = BatchRequest.read(LineValue.read(line));
        } catch (JsonProcessingException problem) {
            read = new BatchRequest.Read.Broken("", "the line is no JSON: " + problem.getOriginalMessage());
        }
        return switch (read) {
            case BatchRequest.Read.Asked(BatchRequest request) -> {
                Answer answer = decision(request);
                Citation by = answer.decidedBy();
                write(
                        new LineEvaluator.Decided(
                                request.id(),
                                answer.decision(),
                                by == null ? null : by.policy(),
                                by == null ? null : by.statement().name(),
                                answer.missing()),
                        json);
                yield true;
            }
            case BatchRequest.Read.Broken(String id, String error) -> {
                json.writeStartObject();
                json.writeStringField("id", id);
                json.writeStringField("error", error);
                json.writeEndObject();
                json.writeRaw('\n');
                yield false;
            }
        };
    }

    private static Answer decision(BatchRequest asked) {
        // A set is left to the plain evaluator anyhow, so that nothing needs to be compiled.
        return asked.request().asksForSet()
                ? ReferenceEvaluator.evaluate(asked.request(), asked.policies())
                : CompiledPolicies.of(asked.policies()).evaluate(asked.request());
    }

    private void write(LineEvaluator.Decided decided, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", decided.id());
        json.writeStringField("decision", decided.decision().word());
        if (decided.policy() != null) {
            json.writeObjectFieldStart("decidedBy");
            json.writeStringField("policy", decided.policy());
            json.writeStringField("statement", decided.statement());
            json.writeEndObject();
        }
        if (!decided.missing().isEmpty()) {
            JsonDocument.texts(
                    json, "missing", decided.missing().stream().map(this::key).toList());
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    /** As the provider writes it; lines of many keys of their own are not remembered. */
    private String key(String key) {
        if (keys.size() >= MOST_KEYS) {
            keys.clear();
        }
        return keys.computeIfAbsent(key, NameWords::key);
    }
}
