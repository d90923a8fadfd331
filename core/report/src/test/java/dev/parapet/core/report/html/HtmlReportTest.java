package dev.parapet.core.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.graph.Edge;
import dev.parapet.core.graph.EdgeKind;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.Node;
import dev.parapet.core.graph.NodeKind;
import dev.parapet.core.report.Golden;
import dev.parapet.core.report.Hostile;
import dev.parapet.core.report.Samples;
import dev.parapet.core.report.Scan;
import dev.parapet.core.report.Template;
import dev.parapet.core.report.Words;
import dev.parapet.model.Resource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    private static String write(Scan scan) throws IOException {
        StringBuilder out = new StringBuilder();
        new HtmlReport(
                        Words.TEXTS,
                        (graph, to) -> to.append("<svg viewBox=\"0 0 10 10\"><rect width=\"10\" height=\"10\"/></svg>"))
                .write(scan, out);
        return out.toString();
    }

    /** The page without its style and script, and without their hashes. */
    private static String content(String page) {
        return page.replaceAll("(?s)<(style|script)>.*?</\\1>", "<$1></$1>").replaceAll("sha256-[^']+", "sha256-");
    }

    @Test
    void allOfAScanIsOnThePage() throws IOException {
        Golden.assertSame("shop.html", content(write(Samples.shop())));
    }

    @Test
    void eachStackHasAPictureOfItsOwn() throws IOException {
        Template one = new Template("one.yaml", "A:\nB:\nC:\n");
        Template two = new Template("two.yaml", "D:\n");
        List<Resource> resources = List.of(
                one.resource("A", "AWS::Lambda::Function", null, null),
                one.resource("B", "AWS::SQS::Queue", null, null),
                one.resource("C", "AWS::SQS::Queue", null, null),
                two.resource("D", "AWS::SQS::Queue", null, null));
        List<Node> nodes = new ArrayList<>();
        for (Resource resource : resources) {
            nodes.add(new Node(
                    resource.id().toString(), NodeKind.RESOURCE, resource.id().name(), resource, null, null));
        }
        List<Edge> edges = List.of(
                new Edge("one.yaml#A", "one.yaml#B", EdgeKind.REFERS_TO, one.whole(), "it says so", null),
                new Edge("one.yaml#A", "two.yaml#D", EdgeKind.REFERS_TO, one.whole(), "it says so", null));
        Scan scan = Samples.scan(List.of(one, two), resources, List.of(), List.of(), List.of());
        Scan drawn = new Scan(
                scan.version(),
                scan.stacks(),
                () -> new Graph(scan.stacks(), nodes, edges),
                List.of(),
                List.of(),
                List.of(),
                2,
                0,
                scan.source());
        StringBuilder pictures = new StringBuilder();
        StringBuilder out = new StringBuilder();
        new HtmlReport(Words.TEXTS, (graph, to) -> {
                    to.append("<svg></svg>");
                    graph.nodes().forEach(node -> pictures.append(node.label()));
                    pictures.append('\n');
                })
                .write(drawn, out);
        assertThat(pictures.toString()).isEqualTo("ABD\nAD\n");
        assertThat(out.toString()).contains("<summary>one.yaml</summary>", "<summary>two.yaml</summary>");
    }

    @Test
    void itLoadsNothing() throws IOException {
        assertThat(write(Samples.shop()))
                .contains("content=\"default-src 'none'; style-src 'sha256-")
                .doesNotContain("src=", "@import", "url(", "fetch(", "http:", "style=\"");
    }

    @Test
    void hostileNamesAreNoMarkup() throws IOException {
        String page = content(write(Hostile.scan()));
        assertThat(page)
                .doesNotContain(
                        "<img", "<b>%", "alert(1)</script>", "\u001b", "\u202e", "\ud800", "onerror=alert(1)>\"")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(page.split("<script", -1)).hasSize(2);
    }

    @Test
    void rulesKeepTheirLittleMarkdown() throws IOException {
        StringBuilder out = new StringBuilder();
        Prose.write("One `a<b` two\nthree.\n\n- x\n- `y`\n\n```yaml\nA: <b>\n\n  B: 1\n```\nEnd <i>", out);
        assertThat(out.toString())
                .isEqualTo("<p>One <code>a&lt;b</code> two three.</p><ul><li>x</li><li><code>y</code></li></ul>"
                        + "<pre><code>A: &lt;b&gt;\n\n  B: 1\n</code></pre><p>End &lt;i&gt;</p>");
    }
}
