package dev.parapet.core.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.iam.batch.BatchRequest;
import dev.parapet.core.iam.compiled.CompiledPolicies;
import dev.parapet.core.iam.compiled.LineEvaluator;
import dev.parapet.core.iam.evaluation.Answer;
import dev.parapet.core.iam.evaluation.Decision;
import dev.parapet.core.iam.evaluation.ReferenceEvaluator;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The fast evaluator says what the plain one says, of policies taken apart and on the line as it is written. {@code -Diam.requests=1000000} asks for more. */
final class AgreementTest {
    private static final int REQUESTS = Integer.getInteger("iam.requests", 30_000);

    @Test
    void all_evaluators_agree() {
        Generator generator = new Generator(20261124);
        LineEvaluator lines = new LineEvaluator();
        Map<Decision, Integer> decisions = new EnumMap<>(Decision.class);
        for (int i = 0; i < REQUESTS; i++) {
            String json = generator.next();
            BatchRequest asked = asked(json);
            Answer slow = ReferenceEvaluator.evaluate(asked.request(), asked.policies());
            Answer fast = CompiledPolicies.of(asked.policies()).evaluate(asked.request());
            if (!slow.equals(fast)) {
                assertThat(Asking.shown(fast)).as(json).isEqualTo(Asking.shown(slow));
            }
            byte[] line = json.getBytes(StandardCharsets.UTF_8);
            LineEvaluator.Decided written = lines.decide(line, 0, line.length);
            if (written == null || !Asking.shown(written).equals(Asking.shown(slow))) {
                assertThat(written == null ? "left" : Asking.shown(written))
                        .as(json)
                        .isEqualTo(Asking.shown(slow));
            }
            decisions.merge(slow.decision(), 1, Integer::sum);
        }
        // A mix in which each decision has its part, so that agreement means something.
        assertThat(decisions.keySet()).containsExactlyInAnyOrder(Decision.values());
        assertThat(decisions.values()).allMatch(count -> count > REQUESTS / 8, String.valueOf(decisions));
    }

    private static BatchRequest asked(String json) {
        return switch (BatchRequest.read(Json.of(json))) {
            case BatchRequest.Read.Asked request -> request.request();
            case BatchRequest.Read.Broken broken -> throw new AssertionError(broken.error() + ": " + json);
        };
    }
}
