package dev.parapet.core.iam;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.parapet.core.graph.json.JsonText;
import dev.parapet.core.iam.batch.BatchRequest;
import dev.parapet.core.iam.compiled.CompiledPolicies;
import dev.parapet.core.iam.compiled.LineEvaluator;
import dev.parapet.core.iam.evaluation.ReferenceEvaluator;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.nio.charset.StandardCharsets;

/** In actions, resources and conditions wildcards cover what a naive matcher says, to all evaluators alike. */
final class WildcardFuzzTest {
    private static final Span SPAN = Span.of("fuzz.json", 1, 1, 1, 1);

    /** Whatever its case. */
    @FuzzTest(maxDuration = "5s")
    void actions(FuzzedDataProvider data) {
        String pattern = data.consumeString(40);
        String action = "x:" + data.consumeRemainingAsString().replace("*", "") + "y";
        check(decide(action, pattern, "arn:aws:s3:::b/k", "*", "StringLike", "v", "v"), pattern, action, true);
    }

    /** What comes behind the fifth colon, in which case counts. */
    @FuzzTest(maxDuration = "5s")
    void resources(FuzzedDataProvider data) {
        String pattern = data.consumeString(40);
        String name = data.consumeRemainingAsString().replace("*", "");
        if (isPlain(pattern)) {
            check(
                    decide(
                            "s3:GetObject",
                            "*",
                            "arn:aws:s3:::" + name,
                            "arn:aws:s3:::" + pattern,
                            "StringLike",
                            "v",
                            "v"),
                    pattern,
                    name,
                    false);
        }
    }

    /** The parts before, in which it does not. */
    @FuzzTest(maxDuration = "5s")
    void regions(FuzzedDataProvider data) {
        String pattern = data.consumeString(40).replace(":", "");
        String region = data.consumeRemainingAsString().replaceAll("[*:]", "");
        if (isPlain(pattern)) {
            check(
                    decide(
                            "x:DoIt",
                            "*",
                            "arn:aws:sqs:" + region + ":111122223333:q",
                            "arn:aws:sqs:" + pattern + ":*:q",
                            "StringLike",
                            "v",
                            "v"),
                    pattern,
                    region,
                    true);
        }
    }

    @FuzzTest(maxDuration = "5s")
    void conditions(FuzzedDataProvider data) {
        String pattern = data.consumeString(40);
        String text = data.consumeRemainingAsString();
        if (isPlain(pattern)) {
            check(
                    decide("s3:GetObject", "*", "arn:aws:s3:::b/k", "*", "StringLike", pattern, text),
                    pattern,
                    text,
                    false);
        }
    }

    /** Without policy variables. */
    private static boolean isPlain(String pattern) {
        return pattern.indexOf('$') < 0;
    }

    private static void check(boolean allowed, String pattern, String text, boolean ignoreCase) {
        if (allowed != naive(pattern, text, ignoreCase)) {
            throw new AssertionError("'" + pattern + "' covers '" + text + "': " + !allowed);
        }
    }

    /** Whether a statement with these patterns allows a request. */
    private static boolean decide(
            String action,
            String actions,
            String resource,
            String resources,
            String operator,
            String values,
            String value) {
        String json = "{\"principal\":\"" + Asking.USER + "\",\"action\":" + text(action) + ",\"resource\":"
                + text(resource)
                + ",\"resourceAccount\":\"111122223333\",\"context\":{\"k\":" + text(value)
                + "},\"identityPolicies\":[{"
                + "\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":" + text(actions)
                + ",\"Resource\":" + text(resources) + ",\"Condition\":{\"" + operator + "\":{\"k\":" + text(values)
                + "}}}]}]}";
        if (!(JsonText.parse(new Value.Text(json, SPAN)) instanceof JsonText.Result.Parsed parsed)
                || !(BatchRequest.read(parsed.value()) instanceof BatchRequest.Read.Asked(BatchRequest asked))) {
            throw new AssertionError(json);
        }
        String slow = Asking.shown(ReferenceEvaluator.evaluate(asked.request(), asked.policies()));
        String fast = Asking.shown(CompiledPolicies.of(asked.policies()).evaluate(asked.request()));
        byte[] line = json.getBytes(StandardCharsets.UTF_8);
        LineEvaluator.Decided onLine = new LineEvaluator().decide(line, 0, line.length);
        if (!fast.equals(slow) || (onLine != null && !Asking.shown(onLine).equals(slow))) {
            throw new AssertionError(slow + " is not " + fast + " or that of the line: " + json);
        }
        return slow.startsWith("allowed");
    }

    private static String text(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            json.append(
                    c >= ' ' && c < 127 && c != '"' && c != '\\' ? String.valueOf(c) : "\\u%04x".formatted((int) c));
        }
        return json.append('"').toString();
    }

    /** One row of the table of "pattern so far covers text so far" after the other. */
    private static boolean naive(String pattern, String text, boolean ignoreCase) {
        boolean[][] covers = new boolean[pattern.length() + 1][text.length() + 1];
        covers[0][0] = true;
        for (int p = 1; p <= pattern.length(); p++) {
            char sign = pattern.charAt(p - 1);
            covers[p][0] = sign == '*' && covers[p - 1][0];
            for (int t = 1; t <= text.length(); t++) {
                char c = text.charAt(t - 1);
                boolean same = sign == c || (ignoreCase && String.valueOf(sign).equalsIgnoreCase(String.valueOf(c)));
                covers[p][t] = sign == '*'
                        ? covers[p - 1][t] || covers[p][t - 1]
                        : covers[p - 1][t - 1] && (sign == '?' || same);
            }
        }
        return covers[pattern.length()][text.length()];
    }
}
