package dev.parapet.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.report.text.Style;
import dev.parapet.model.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormatTest {
    private static String write(Format format, Scan scan) throws IOException {
        StringBuilder out = new StringBuilder();
        format.report(Words.TEXTS, Style.PLAIN).write(scan, out);
        return out.toString();
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void theSameScanGivesTheSameBytesInWhateverOrderItsFindingsCame(Format format) throws IOException {
        Scan scan = Samples.shop();
        List<Finding> reversed = new ArrayList<>(scan.findings());
        Collections.reverse(reversed);
        Scan other = new Scan(
                scan.version(),
                scan.stacks(),
                scan.graph(),
                reversed,
                scan.notes(),
                scan.faults(),
                scan.files(),
                scan.satisfied(),
                scan.source());
        String document = write(format, scan);
        assertThat(document).endsWith("\n").isEqualTo(write(format, other));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aFormatIsFoundByItsWord(Format format) {
        assertThat(Format.ofWord(format.word())).contains(format);
        assertThat(Format.ofWord(format.word() + "s")).isEmpty();
    }
}
