package dev.parapet.core.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TriageFuzzTest {
    /** Whatever a template's text is, its comments are read: each lies in the text and begins with its sign. */
    @FuzzTest(maxDuration = "60s")
    void commentsLieInTheText(FuzzedDataProvider data) {
        check(data.consumeRemainingAsString());
    }

    private static void check(String text) {
        String[] lines = text.split("\r\n|\r|\n", -1);
        for (Comment comment : YamlComments.of(text)) {
            String line = lines[comment.line() - 1];
            int at = line.offsetByCodePoints(0, comment.column() - 1);
            assertThat(line.substring(at)).isEqualTo("#" + comment.text());
            assertThat(line.substring(0, at).isBlank()).isEqualTo(comment.alone());
        }
        new Application("Resources:\n  A:\n    B: 1\n" + text)
                .resource("A")
                .finding("rule", "    B:", "CKV_AWS_1", "AWS-0001", "kics:a")
                .triage("2026-01-01");
    }

    /** Whatever a baseline's text is, it is read or refused. */
    @FuzzTest(maxDuration = "60s")
    void aBaselineIsReadOrRefused(FuzzedDataProvider data) {
        try {
            assertThat(Baseline.parse("b", data.consumeRemainingAsString()).apply(List.of()))
                    .isEmpty();
        } catch (UnreadableBaseline refused) {
            assertThat(refused).hasMessageStartingWith("b:");
        }
    }

    @Test
    void textsOfNothingButSignsAreRead() {
        Random random = new Random(20261124);
        String signs = "#'\"|>-:?!&*[]{},\\ \n\r\t a\u00e9\ud83d\udd12";
        String[] words = {
            "parapet:ignore ", "checkov:skip=CKV_AWS_1:", "trivy:ignore:*", "kics-scan ignore-block", "until:2027-01-01"
        };
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(60); n > 0; n--) {
                text.append(
                        random.nextInt(8) == 0
                                ? words[random.nextInt(words.length)]
                                : String.valueOf(signs.charAt(random.nextInt(signs.length()))));
            }
            check(text.toString());
        }
    }

    @Test
    void aLongTextIsReadInLinearTime() {
        for (String part : List.of(
                "#", "# a\n", "'", "\"\\", "- ", "a: ", "[", "|", "&a ", "\n", "a:\n  ", "# parapet:ignore x\n")) {
            String text = part.repeat(1_000_000 / part.length());
            assertTimeout(Duration.ofSeconds(5), () -> YamlComments.of(text));
        }
    }
}
