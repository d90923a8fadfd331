package dev.parapet.core.rule.secret;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.parapet.core.graph.Graph;
import dev.parapet.model.Position;
import dev.parapet.model.SourceFile;
import dev.parapet.model.Span;
import java.util.List;

/** Whatever a secret and the text around it are, the secret is gone from its place and every line is as long as it was. */
final class RedactionFuzzTest {
    private static final String PATH = "template.yaml";

    @FuzzTest(maxDuration = "5s")
    void a_secret_is_hidden_and_lines_stay(FuzzedDataProvider data) {
        String secret = data.consumeString(40);
        Position start = new Position(data.consumeInt(1, 5), data.consumeInt(1, 40));
        Position end = new Position(data.consumeInt(start.line(), 8), data.consumeInt(start.column(), 80));
        String before = data.consumeString(60);
        String text = before + secret + data.consumeRemainingAsString();
        FoundSecrets found = new FoundSecrets();
        found.add(secret, new Span(PATH, start, end), null);
        found.addFrom(text, new Span(PATH, start, end), null);
        Redaction redaction = Redaction.of(new Graph(List.of(), List.of(), List.of()), found);
        String hidden = redaction.hide(new SourceFile(PATH, text)).text();
        List<Integer> lengths = lengths(text);
        if (!lengths(hidden).equals(lengths)) {
            throw new AssertionError("lines have another length: " + text);
        }
        String quoted = redaction.hide("\"" + secret + "\"");
        boolean plain = secret.length() > 1 && secret.indexOf('"') < 0 && secret.equals(Secrets.exactly(secret));
        if (plain && !quoted.substring(1, quoted.length() - 1).codePoints().allMatch(RedactionFuzzTest::isMask)) {
            throw new AssertionError("a secret between quotation marks is told: " + quoted);
        }
    }

    private static boolean isMask(int c) {
        return c == '*' || c == 0x1f7b6 || c == '\n' || c == '\r';
    }

    private static List<Integer> lengths(String text) {
        return text.lines().map(line -> line.codePointCount(0, line.length())).toList();
    }
}
