package dev.parapet.core.iam;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.parapet.core.graph.json.JsonText;
import dev.parapet.core.iam.batch.BatchRequest;
import dev.parapet.core.iam.compiled.CompiledPolicies;
import dev.parapet.core.iam.compiled.LineEvaluator;
import dev.parapet.core.iam.evaluation.Answer;
import dev.parapet.core.iam.evaluation.Decision;
import dev.parapet.core.iam.evaluation.ReferenceEvaluator;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.policy.PolicyReader;
import dev.parapet.core.iam.request.Context;
import dev.parapet.core.iam.request.ContextValue;
import dev.parapet.core.iam.request.Policies;
import dev.parapet.core.iam.request.Principal;
import dev.parapet.core.iam.request.Request;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
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

    @FuzzTest(maxDuration = "5s")
    void wildcards(FuzzedDataProvider data) {
        String pattern = data.consumeString(40);
        String text = data.consumeRemainingAsString();
        if (pattern.indexOf('$') >= 0) {
            return;
        }
        Policy policy = PolicyReader.read(mapping(
                        "Statement",
                        mapping(
                                "Effect", word("Allow"),
                                "Action", word("*"),
                                "Resource", word("*"),
                                "Condition", mapping("StringLike", mapping("k", word(pattern))))))
                .policy();
        Answer answer = agree(
                new Request(
                        new Principal.User("arn:aws:iam::111122223333:user/alice", "111122223333"),
                        "s3:GetObject",
                        "arn:aws:s3:::bucket/key",
                        true,
                        "111122223333",
                        new Context(Map.of("k", new ContextValue.One(text)), true)),
                Policies.ofIdentity(List.of(policy)));
        boolean covered = naive(pattern, text);
        if (covered != (answer.decision() == Decision.ALLOWED)) {
            throw new AssertionError("'" + pattern + "' covers '" + text + "': " + covered);
        }
    }

    /** One row of the table of "pattern so far covers text so far" after the other. */
    private static boolean naive(String pattern, String text) {
        boolean[][] covers = new boolean[pattern.length() + 1][text.length() + 1];
        covers[0][0] = true;
        for (int p = 1; p <= pattern.length(); p++) {
            char sign = pattern.charAt(p - 1);
            covers[p][0] = sign == '*' && covers[p - 1][0];
            for (int t = 1; t <= text.length(); t++) {
                covers[p][t] = sign == '*'
                        ? covers[p - 1][t] || covers[p][t - 1]
                        : covers[p - 1][t - 1] && (sign == '?' || sign == text.charAt(t - 1));
            }
        }
        return covers[pattern.length()][text.length()];
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

    private static Value word(String text) {
        return new Value.Text(text, SPAN);
    }

    private static Value mapping(Object... entries) {
        Map<String, Value.Entry> all = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            all.put((String) entries[i], new Value.Entry(SPAN, (Value) entries[i + 1]));
        }
        return new Value.Mapping(all, SPAN);
    }
}
