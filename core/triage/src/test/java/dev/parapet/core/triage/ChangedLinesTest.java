package dev.parapet.core.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.model.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangedLinesTest {
    private static final Application APPLICATION = new Application("""
            Resources:
              Orders:
                Type: AWS::Any::Thing
                Name: orders
              Mail:
                Type: AWS::Any::Thing
            """)
            .resource("Orders")
            .finding("head", "  Orders:")
            .finding("name", "    Name:")
            .resource("Mail")
            .finding("head", "  Mail:");

    private static String kept(String path, int first, int last) {
        StringBuilder out = new StringBuilder();
        ChangedLines changed = new ChangedLines(Map.of(path, List.of(new ChangedLines.Range(first, last))));
        for (Finding finding : changed.keep(APPLICATION.findings())) {
            out.append(finding.fingerprint()).append(' ');
        }
        return out.toString();
    }

    @Test
    void whatAChangeBearsOnIsKept() {
        assertThat(kept("template.yaml", 1, 1)).isEmpty();
        assertThat(kept("template.yaml", 3, 3)).isEqualTo("head/Orders ");
        assertThat(kept("template.yaml", 4, 4)).isEqualTo("head/Orders name/Orders ");
        assertThat(kept("template.yaml", 4, 5)).isEqualTo("head/Orders name/Orders head/Mail ");
        assertThat(kept("other.yaml", 1, 9)).isEmpty();
    }
}
