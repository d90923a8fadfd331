package dev.parapet.core.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.iam.batch.BatchRequest;
import dev.parapet.core.iam.compiled.LineEvaluator;
import dev.parapet.core.iam.evaluation.Answer;
import dev.parapet.core.iam.evaluation.ReferenceEvaluator;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is decided on the line as it is written is what the plain evaluator says. {@code -Diam.requests=1000000} asks for more. */
final class LineAgreementTest {
    private static final int REQUESTS = Integer.getInteger("iam.requests", 30_000);

    @Test
    void lines_are_decided_as_values_are() {
        Generator generator = new Generator(20261125);
        LineEvaluator lines = new LineEvaluator();
        int left = 0;
        for (int i = 0; i < REQUESTS; i++) {
            String json = generator.next();
            byte[] line = json.getBytes(StandardCharsets.UTF_8);
            LineEvaluator.Decided decided = lines.decide(line, 0, line.length);
            if (decided == null) {
                left++;
                continue;
            }
            BatchRequest.Read read = BatchRequest.read(Json.of(json));
            if (!(read instanceof BatchRequest.Read.Asked(BatchRequest asked))) {
                throw new AssertionError(json);
            }
            Answer answer = ReferenceEvaluator.evaluate(asked.request(), asked.policies());
            if (!Asking.shown(decided).equals(Asking.shown(answer))) {
                assertThat(Asking.shown(decided)).as(json).isEqualTo(Asking.shown(answer));
            }
        }
        assertThat(left).as("left to the reader of values").isLessThan(REQUESTS / 10);
    }
}
