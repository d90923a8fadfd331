package dev.parapet.model.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.model.SourceFile;
import dev.parapet.model.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CodeFileTest {
    private static Span span(String text, int start, int end) {
        return new CodeFile(new SourceFile("a.py", text), Language.PYTHON, null, List.of())
                .span(new TextRange(start, end));
    }

    @Test
    void lines_end_with_a_line_feed_a_carriage_return_or_both() {
        String text = "a\nb\r\nc\rd";
        assertThat(span(text, text.indexOf('b'), text.indexOf('c'))).isEqualTo(Span.of("a.py", 2, 1, 3, 1));
        assertThat(span(text, text.indexOf('d'), text.length())).isEqualTo(Span.of("a.py", 4, 1, 4, 2));
    }

    @Test
    void columns_are_code_points() {
        String text = "x = '\uD83D\uDD12' + y";
        assertThat(span(text, text.indexOf('y'), text.length())).isEqualTo(Span.of("a.py", 1, 11, 1, 12));
    }

    @Test
    void an_empty_text_has_one_place() {
        assertThat(span("", 0, 0)).isEqualTo(Span.of("a.py", 1, 1, 1, 1));
    }
}
