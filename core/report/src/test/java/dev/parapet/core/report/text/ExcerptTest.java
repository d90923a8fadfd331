package dev.parapet.core.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.report.Template;
import dev.parapet.core.report.source.Lines;
import dev.parapet.model.Span;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    private static String look(Template template, Span span, int width) throws IOException {
        Excerpt excerpt = new Excerpt(
                new Lines(template.file()),
                new Style(false, width, false),
                Paint.HIGH,
                Integer.toString(span.end().line()).length());
        excerpt.look(span);
        StringBuilder out = new StringBuilder();
        excerpt.write(out);
        return out.toString();
    }

    @Test
    void tabsAndWideCharactersKeepTheUnderlineInPlace() throws IOException {
        Template template = new Template("a", "\tname: \u6f22\u5b57\u0301 \ud83d\udd12 here # x\n");
        assertThat(look(template, template.span("here"), 80)).isEqualTo("""
                1 |     name: \u6f22\u5b57\u0301 \ud83d\udd12 here # x
                  |                   ^^^^
                """);
        assertThat(look(template, template.span("\u5b57\u0301"), 80)).isEqualTo("""
                1 |     name: \u6f22\u5b57\u0301 \ud83d\udd12 here # x
                  |             ^^
                """);
    }

    @Test
    void hostileCharactersAreWrittenOut() throws IOException {
        Template template = new Template("a", "a\u001b[2Jb\u202ec\u009bd\ud800e\u200bf");
        assertThat(look(template, template.span("f"), 80)).isEqualTo("""
                1 | a\\x1b[2Jb\\u{202e}c\\x9bd\\u{d800}e\\u{200b}f
                  |                                         ^
                """);
    }

    @Test
    void aBlockHasABar() throws IOException {
        Template template = new Template("a", "x:\n  - Effect: Allow\n    Action: '*'\n    Resource: '*'\n\ny: 1\n");
        Span block = Span.of("a", 2, 5, 6, 1);
        assertThat(look(template, block, 80)).isEqualTo("""
                2 | /   - Effect: Allow
                3 | |     Action: '*'
                4 | |     Resource: '*'
                  | |_________________^
                """);
    }

    @Test
    void theMiddleOfALongBlockIsLeftOut() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 20; i++) {
            text.append("line ").append(i).append('\n');
        }
        assertThat(look(new Template("a", text.toString()), Span.of("a", 2, 1, 19, 8), 80))
                .isEqualTo("""
                 2 | / line 2
                 3 | | line 3
                 4 | | line 4
                ...  |
                19 | | line 19
                   | |_______^
                """);
    }

    @Test
    void ofALongLineThePartAroundThePlaceIsShown() throws IOException {
        Template template =
                new Template("a", "{" + "\"a\":1,".repeat(100_000) + "\"here\":2," + "\"b\":3,".repeat(100));
        assertThat(look(template, template.span("\"here\":2"), 60)).isEqualTo("""
                1 | ...1,"a":1,"a":1,"here":2,"b":3,"b":3,"b":3,"b":3,"b"...
                  |                  ^^^^^^^^
                """);
    }

    @Test
    void aLineThatJustFitsIsNotCut() throws IOException {
        Template template = new Template("a", "x".repeat(52) + "here");
        assertThat(look(template, template.span("here"), 60))
                .isEqualTo("1 | " + "x".repeat(52) + "here\n  | " + " ".repeat(52) + "^^^^\n");
    }

    @Test
    void aPlaceBeyondTheTextIsNoFault() throws IOException {
        assertThat(look(new Template("a", "x"), Span.of("a", 1, 40, 3, 9), 60)).isEqualTo("""
                1 | x
                  |  ^
                """);
    }
}
