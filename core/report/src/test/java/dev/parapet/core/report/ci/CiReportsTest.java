package dev.parapet.core.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.report.Golden;
import dev.parapet.core.report.Hostile;
import dev.parapet.core.report.Report;
import dev.parapet.core.report.Samples;
import dev.parapet.core.report.Scan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

class CiReportsTest {
    private static String write(Report report, Scan scan) throws IOException {
        StringBuilder out = new StringBuilder();
        report.write(scan, out);
        return out.toString();
    }

    @Test
    void junit() throws IOException {
        Golden.assertSame("shop.xml", write(new JunitReport(), Samples.shop()));
    }

    @Test
    void junitOfHostileNamesIsWellFormed() throws IOException, ParserConfigurationException, SAXException {
        byte[] text = write(new JunitReport(), Hostile.scan()).getBytes(StandardCharsets.UTF_8);
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(text));
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(6);
    }

    @Test
    void gitlab() throws IOException {
        Golden.assertSame("shop.gitlab.json", write(new GitlabReport(), Samples.shop()));
    }

    @Test
    void github() throws IOException {
        Golden.assertSame("shop.md", write(new GithubReport(), Samples.shop()));
    }

    @Test
    void hostileNamesMeanNothingInMarkdown() {
        assertThat(Markdown.of("<b>|`*_[a](b) @all #1\u001b\n\\ www.x https://y"))
                .isEqualTo(
                        "&#60;b&#62;&#124;&#96;&#42;&#95;&#91;a&#93;&#40;b&#41; &#64;all &#35;1\\x1b\\x0a&#92; www.<wbr>x"
                                + " https&#58;/<wbr>/<wbr>y");
        assertThat(Markdown.of(Hostile.EVIL)).doesNotContain("<script", "<img", "@", "[", "`", "|", "\n", "\u202e");
    }
}
