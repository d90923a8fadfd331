package dev.parapet.core.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.parapet.core.report.Golden;
import dev.parapet.core.report.Hostile;
import dev.parapet.core.report.Samples;
import dev.parapet.core.report.Scan;
import dev.parapet.core.report.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SarifReportTest {
    private static String write(Scan scan) throws IOException {
        StringBuilder out = new StringBuilder();
        new SarifReport(Words.TEXTS).write(scan, out);
        return out.toString();
    }

    @Test
    void aScanReadsAsCodeScanningExpects() throws IOException {
        Golden.assertSame("shop.sarif", write(Samples.shop()));
    }

    /** Runs under {@code tools/check-sarif}, which says where the schema is. */
    @Test
    void itIsValidByTheOfficialSchema() throws IOException {
        String schema = System.getProperty("sarif.schema", "");
        assumeTrue(!schema.isEmpty(), "tools/check-sarif gives the official schema");
        JsonSchema official = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
                .getSchema(Files.readString(Path.of(schema)), InputFormat.JSON);
        for (Scan scan : List.of(
                Samples.shop(), Hostile.scan(), Samples.scan(List.of(), List.of(), List.of(), List.of(), List.of()))) {
            assertThat(official.validate(
                            write(scan),
                            InputFormat.JSON,
                            context -> context.getExecutionConfig().setFormatAssertionsEnabled(true)))
                    .isEmpty();
        }
    }

    @Test
    void pathsAreUris() {
        assertThat(RelativeUri.of("a b/\u00fc#?:%.yaml")).isEqualTo("a%20b/%C3%BC%23%3F%3A%25.yaml");
        assertThat(RelativeUri.of("a\\x1b\\xff\\\\x1b")).isEqualTo("a%1B%FF%5Cx1b");
    }
}
