package dev.parapet.core.report;

import static dev.parapet.core.report.FindingBuilder.finding;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.parapet.core.report.source.Printable;
import dev.parapet.core.report.text.Style;
import dev.parapet.model.Position;
import dev.parapet.model.Resource;
import dev.parapet.model.Span;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReportFuzzTest {
    /** Whatever a file holds and wherever in it a finding lies, every report is written, and none sends an escape to a terminal. */
    @FuzzTest(maxDuration = "60s")
    void everyReportIsWritten(FuzzedDataProvider data) throws IOException {
        int[] places = data.consumeInts(6);
        check(data.consumeRemainingAsString(), places.length == 6 ? places : new int[6]);
    }

    private static void check(String text, int[] places) throws IOException {
        Template template = new Template("t.yaml", "A:\n" + text);
        Resource resource = template.resource("A", "AWS::Any::Thing", null, null);
        Scan scan = Samples.scan(
                List.of(template),
                List.of(resource),
                List.of(finding("some-rule", resource, span(places, 0))
                        .says("Title", "message")
                        .evidence(text, span(places, 2))
                        .evidence("fact", span(places, 4))
                        .build()),
                List.of(),
                List.of());
        for (Format format : Format.values()) {
            for (int width : new int[] {40, 100}) {
                StringBuilder out = new StringBuilder();
                format.report(Words.TEXTS, new Style(false, width, true)).write(scan, out);
                assertThat(out.chars().filter(c -> c < ' ' && c != '\n' && !(format == Format.HTML && c == '\t')))
                        .isEmpty();
                if (format == Format.TEXT) {
                    excerptsFit(out.toString(), width);
                }
            }
        }
    }

    /** Lines of the file take no more room than there is. */
    private static void excerptsFit(String report, int width) {
        for (String line : report.split("\n", -1)) {
            String start = line.stripLeading();
            if (!start.isEmpty() && Character.isDigit(start.charAt(0)) && start.contains(" | ")) {
                assertThat(Printable.width(line)).as(line).isLessThanOrEqualTo(width);
            }
        }
    }

    /** A span of small numbers; each pair of places says where it starts and how far it goes. */
    private static Span span(int[] places, int at) {
        int line = Math.floorMod(places[at], 7) + 1;
        int column = Math.floorMod(places[at] >> 8, 90) + 1;
        int more = Math.floorMod(places[at + 1], 5);
        int end = more == 0
                ? column + Math.floorMod(places[at + 1] >> 8, 20)
                : Math.floorMod(places[at + 1] >> 8, 20) + 1;
        return new Span("t.yaml", new Position(line, column), new Position(line + more, end));
    }

    @Test
    void textsOfNothingButSignsAreShown() throws IOException {
        Random random = new Random(20261124);
        String signs = "\n\r\t \u001b\u202e\u6f22\u0301\ud83d\udd12ab{}\"<&|#`\u009b\ufeff";
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(120); n > 0; n--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            check(text.toString(), random.ints(6).toArray());
        }
    }
}
