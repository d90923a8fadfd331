package dev.parapet.core.rule.file;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.parapet.core.knowledge.Wildcards;
import dev.parapet.core.rule.Bench;
import dev.parapet.core.rule.evaluation.BudgetExceeded;
import dev.parapet.core.rule.expression.ExpressionException;
import dev.parapet.core.rule.secret.Secrets;
import java.util.Set;

/** Whatever a rule file, a pattern or a text holds, the answer is a value or a complaint, soon. */
final class RuleFileFuzzTest {
    private static final RuleFileReader READER = new RuleFileReader(Set.of("a-fact"));

    @FuzzTest(maxDuration = "5s")
    void rule_file(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        try {
            READER.read("a.md", data.remainingBytes() % 2 == 0 ? text : "---\n" + text);
        } catch (RuleFileException e) {
            if (e.line() < 1) {
                throw new AssertionError("a complaint without a line", e);
            }
        }
    }

    @FuzzTest(maxDuration = "5s")
    void expression(FuzzedDataProvider data) {
        try {
            Bench.ask(data.consumeRemainingAsString(), "A: [1, {B: x, C: null}]\nT: some text\n");
        } catch (IllegalArgumentException e) {
            if (!(e.getCause() instanceof ExpressionException)) {
                throw e;
            }
        } catch (BudgetExceeded e) {
            // It took as many steps as it may.
            assert e.getMessage() != null;
        }
    }

    @FuzzTest(maxDuration = "5s")
    void config(FuzzedDataProvider data) {
        try {
            Config.read("parapet.yaml", data.consumeRemainingAsString());
        } catch (RuleFileException e) {
            if (e.line() < 1) {
                throw new AssertionError("a complaint without a line", e);
            }
        }
    }

    @FuzzTest(maxDuration = "5s")
    void wildcards(FuzzedDataProvider data) {
        String pattern = data.consumeString(200);
        String text = data.consumeRemainingAsString();
        Wildcards.matches(pattern, text);
        Secrets.looksLikeSecret(pattern, text);
        if (!Wildcards.matches(pattern + "*", pattern)) {
            throw new AssertionError("a pattern does not cover itself");
        }
    }

    @FuzzTest(maxDuration = "5s")
    void json(FuzzedDataProvider data) {
        StringBuilder quoted = new StringBuilder("T: \"");
        for (byte b : data.consumeRemainingAsBytes()) {
            quoted.append("\\x").append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
        }
        Bench.ask(
                "json(resource.T) == statements(resource.T)",
                quoted.append("\"\n").toString());
    }
}
