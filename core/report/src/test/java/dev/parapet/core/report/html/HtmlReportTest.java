package dev.parapet.core.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.report.Golden;
import dev.parapet.core.report.Hostile;
import dev.parapet.core.report.Samples;
import dev.parapet.core.report.Scan;
import dev.parapet.core.report.Words;
import java.io.IOException;
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
