package dev.parapet.core.report.text;

import static dev.parapet.core.report.FindingBuilder.finding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.report.Golden;
import dev.parapet.core.report.Hostile;
import dev.parapet.core.report.Samples;
import dev.parapet.core.report.Scan;
import dev.parapet.core.report.Template;
import dev.parapet.core.report.Words;
import dev.parapet.model.Finding;
import dev.parapet.model.Resource;
import dev.parapet.model.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextReportTest {
    private static String write(Scan scan, Style style) throws IOException {
        StringBuilder out = new StringBuilder();
        new TextReport(Words.TEXTS, style).write(scan, out);
        return out.toString();
    }

    @Test
    void whatToDoFirstStandsFirst() throws IOException {
        Golden.assertSame("shop.txt", write(Samples.shop(), Style.PLAIN));
    }

    @Test
    void verboseListsWhatDoesNotCount() throws IOException {
        Golden.assertSame("shop-verbose.txt", write(Samples.shop(), new Style(true, 60, true)));
    }

    @Test
    void theSameOfManyResourcesIsSaidOnce() throws IOException {
        Template one = new Template("one.yaml", functions("A", 4));
        Template two = new Template("two.yaml", functions("B", 30));
        List<Resource> resources = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Template template : List.of(one, two)) {
            for (int i = 1; template.text().contains("Fn" + i + ":"); i++) {
                Resource function = template.resource(
                        (template == one ? "A" : "B") + "Fn" + i, "AWS::Lambda::Function", null, null);
                resources.add(function);
                findings.add(finding("function-dead-letter", function, function.head())
                        .severity(Severity.MEDIUM)
                        .says("Events may be lost", function.id().name() + " loses events that fail")
                        .build());
                findings.add(finding("function-tracing", function, function.head())
                        .severity(Severity.INFO)
                        .hygiene()
                        .says("No tracing", function.id().name() + " is not traced")
                        .build());
            }
        }
        Golden.assertSame(
                "folded.txt",
                write(Samples.scan(List.of(one, two), resources, findings, List.of(), List.of()), Style.PLAIN));
    }

    @Test
    void namesOfOtherResourcesDoNotKeepFindingsApart() throws IOException {
        Template template = new Template("a.yaml", "Url1:\nFn1:\nUrl2:\nFn2:\n");
        List<Resource> resources = new ArrayList<>();
        for (String name : List.of("Url1", "Fn1", "Url2", "Fn2")) {
            resources.add(template.resource(name, "AWS::Any::Thing", null, null));
        }
        List<Finding> findings = List.of(
                finding("r", resources.get(0), resources.get(0).head())
                        .says("T", "Fn1 is open")
                        .build(),
                finding("r", resources.get(2), resources.get(2).head())
                        .says("T", "Fn2 is open")
                        .build(),
                finding("r", resources.get(3), resources.get(3).head())
                        .says("T", "Fn2 is closed")
                        .build());
        assertThat(write(Samples.scan(List.of(template), resources, findings, List.of(), List.of()), Style.PLAIN))
                .startsWith("""
                        -- Then (3) ----------------------------------------------------------------------------------------

                        medium: Fn1 is open
                         --> a.yaml:1:1  Url1 (AWS::Any::Thing)
                          |
                        1 | Url1:
                          | ^^^^
                          |
                          = also: Url2:3
                          = more: parapet rules show r

                        medium: Fn2 is closed
                        """);
    }

    private static String functions(String prefix, int count) {
        StringBuilder text = new StringBuilder("Resources:\n");
        for (int i = 1; i <= count; i++) {
            text.append("  ").append(prefix).append("Fn").append(i).append(":\n    Type: AWS::Lambda::Function\n");
        }
        return text.toString();
    }

    @Test
    void whatIsUndeterminedStandsUnderWhatWouldSettleIt() throws IOException {
        Template template = new Template("a.yaml", "One:\nTwo:\n");
        Resource one = template.resource("One", "AWS::Lambda::Function", null, null);
        Resource two = template.resource("Two", "AWS::SQS::Queue", null, null);
        List<Finding> findings = List.of(
                finding("r", one, one.head())
                        .says("A risk", "One may be wrong")
                        .missing("Parameter A", "AWS::Region")
                        .build(),
                finding("r", two, two.head())
                        .says("A risk", "Two may be wrong")
                        .missing("Parameter A", "AWS::Region")
                        .build(),
                finding("s", two, two.head())
                        .says("Else", "Two may be worse")
                        .missing("the file x.yaml")
                        .build());
        assertThat(write(
                        Samples.scan(List.of(template), List.of(one, two), findings, List.of(), List.of()),
                        Style.PLAIN))
                .isEqualTo("""
                        -- Undetermined (3) --------------------------------------------------------------------------------
                        Parameter A, AWS::Region are not known; give --parameter A=VALUE and --parameter AWS::Region=VALUE
                        to settle whether:
                          medium    A risk (r): 2 resources: a.yaml: One:1, Two:2
                        the file x.yaml is not known, so it is open whether:
                          medium    Two may be worse (s): a.yaml:2:1 Two

                        Nothing was found for certain.
                        Besides: 3 undetermined.
                        Looked at 1 file, 2 resources (1 function); 17 checks are satisfied.
                        """);
    }

    @Test
    void aCleanScanSaysWhatWasLookedAt() throws IOException {
        Template template = new Template("a.yaml", "Fn:\n");
        Resource function = template.resource("Fn", "AWS::Lambda::Function", null, null);
        assertThat(write(
                        Samples.scan(List.of(template), List.of(function), List.of(), List.of(), List.of()),
                        Style.PLAIN))
                .isEqualTo("""
                        Nothing was found.
                        Looked at 1 file, 1 resource (1 function); 17 checks are satisfied.
                        """);
    }

    @Test
    void aScanWithoutResourcesIsNotCalledClean() throws IOException {
        Template template = new Template("a.yaml", "x: 1\n");
        assertThat(write(Samples.scan(List.of(template), List.of(), List.of(), List.of(), List.of()), Style.PLAIN))
                .isEqualTo("""
                        No resource was found, so nothing was checked.
                        Looked at 1 file, 0 resources (0 functions); 17 checks are satisfied.
                        """);
    }

    @Test
    void noEscapeOfAScannedNameReachesTheTerminal() throws IOException {
        assertThat(write(Hostile.scan(), new Style(false, 80, true)).chars())
                .allMatch(c -> c == '\n' || (c >= ' ' && c <= '~'));
    }
}
