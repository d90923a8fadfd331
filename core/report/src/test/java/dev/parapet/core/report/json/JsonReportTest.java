package dev.parapet.core.report.json;

import static dev.parapet.core.report.FindingBuilder.finding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.report.Golden;
import dev.parapet.core.report.Samples;
import dev.parapet.core.report.Scan;
import dev.parapet.core.report.Schemas;
import dev.parapet.core.report.Template;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReportTest {
    private static String write(Scan scan) throws IOException {
        StringBuilder out = new StringBuilder();
        new JsonReport().write(scan, out);
        return out.toString();
    }

    @Test
    void aScanReadsAsFormatsSays() throws IOException {
        Golden.assertSame("shop.json", write(Samples.shop()));
    }

    @Test
    void itIsValidByItsSchema() throws IOException {
        assertThat(Schemas.faults("parapet.scan-1.json", write(Samples.shop()))).isEmpty();
    }

    @Test
    void theSchemaIsStrict() throws IOException {
        String scan = write(Samples.shop());
        assertThat(Schemas.faults("parapet.scan-1.json", scan.replace("\"condition\"", "\"when\"")))
                .hasSize(1);
        assertThat(Schemas.faults("parapet.scan-1.json", scan.replace("\"missing\": [\"Parameter Retention\"],", "")))
                .hasSize(1);
        assertThat(Schemas.faults("parapet.scan-1.json", scan.replace("\"IsProd is true\"", "null")))
                .hasSize(1);
    }

    @Test
    void hostileTextStaysAscii() throws IOException {
        Template template = new Template("a.yaml", "A\u001b[31m\u009b31m\u202e\ud800:\n");
        Scan scan = Samples.scan(
                List.of(template),
                List.of(),
                List.of(finding(
                                "r",
                                template.resource("A\u001b[31m\u009b31m\u202e\ud800", "T", null, null),
                                template.whole())
                        .build()),
                List.of(),
                List.of());
        String document = write(scan);
        assertThat(document).contains("A\\u001B[31m\\u009B31m\\u202E\\uD800");
        assertThat(document.chars()).allMatch(c -> c == '\n' || (c >= ' ' && c <= '~'));
    }
}
