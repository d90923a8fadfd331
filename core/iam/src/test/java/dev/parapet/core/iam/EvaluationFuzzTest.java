package dev.parapet.core.iam;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.parapet.core.graph.json.JsonText;
import dev.parapet.core.iam.batch.BatchRequest;
import dev.parapet.core.iam.compiled.CompiledPolicies;
import dev.parapet.core.iam.compiled.LineEvaluator;
import dev.parapet.core.iam.evaluation.Answer;
import dev.parapet.core.iam.evaluation.ReferenceEvaluator;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.policy.PolicyReader;
import dev.parapet.core.iam.request.Context;
import dev.parapet.core.iam.request.Policies;
import dev.parapet.core.iam.request.Principal;
import dev.parapet.core.iam.request.Request;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Whatever a document or a pattern holds, both evaluators say the same of it, soon. */
final class EvaluationFuzzTest {
    private static final Span SPAN = Span.of("fuzz.json", 1, 1, 1, 1);

    @FuzzTest(maxDuration = "5s")
    void request(FuzzedDataProvider data) {
        Value.Text text = new Value.Text(data.consumeRemainingAsString(), SPAN);
        if (JsonText.parse(text) instanceof JsonText.Result.Parsed parsed
                && BatchRequest.read(parsed.value()) instanceof BatchRequest.Read.Asked asked) {
            agree(asked.request().request(), asked.request().policies());
        }
    }

    /** What is decided on the line is what is decided on the values of the line, which are then there. */
    @FuzzTest(maxDuration = "5s")
    void line(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        byte[] line = text.getBytes(StandardCharsets.UTF_8);
        LineEvaluator.Decided decided = new LineEvaluator().decide(line, 0, line.length);
        if (decided == null) {
            return;
        }
        if (!(JsonText.parse(new Value.Text(text, SPAN)) instanceof JsonText.Result.Parsed parsed)
                || !(BatchRequest.read(parsed.value()) instanceof BatchRequest.Read.Asked(BatchRequest asked))) {
            throw new AssertionError("decided, and no request: " + text);
        }
        String slow = Asking.shown(ReferenceEvaluator.evaluate(asked.request(), asked.policies()));
        if (!slow.equals(Asking.shown(decided)) || !asked.id().equals(decided.id())) {
            throw new AssertionError(slow + " is not " + Asking.shown(decided));
        }
    }

    @FuzzTest(maxDuration = "5s")
    void policy(FuzzedDataProvider data) {
        Value.Text text = new Value.Text(data.consumeRemainingAsString(), SPAN);
        if (JsonText.parse(text) instanceof JsonText.Result.Parsed parsed) {
            Policy policy = PolicyReader.read(parsed.value()).policy();
            agree(asked("s3:GetObject", "arn:aws:s3:::bucket/key"), Policies.ofIdentity(List.of(policy)));
        }
    }

    private static Request asked(String action, String resource) {
        return new Request(
                new Principal.User("arn:aws:iam::111122223333:user/alice", "111122223333"),
                action,
                resource,
                true,
                "111122223333",
                new Context(Map.of(), false));
    }

    private static Answer agree(Request request, Policies policies) {
        Answer slow = ReferenceEvaluator.evaluate(request, policies);
        Answer fast = CompiledPolicies.of(policies).evaluate(request);
        if (!slow.equals(fast)) {
            throw new AssertionError(Asking.shown(slow) + " is not " + Asking.shown(fast));
        }
        return slow;
    }
}
