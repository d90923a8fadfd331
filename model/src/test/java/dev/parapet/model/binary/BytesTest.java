package dev.parapet.model.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BytesTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, -1, 63, 64, -64, -65, 127, 128, 16_383, 16_384, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void numbers_come_back(int number) {
        ByteWriter out = new ByteWriter("");
        out.signed(number);
        out.number(number & Integer.MAX_VALUE);
        ByteReader in = new ByteReader(out.bytes());
        assertThat(in.signed()).isEqualTo(number);
        assertThat(in.number()).isEqualTo(number & Integer.MAX_VALUE);
        in.end();
    }

    @Test
    void texts_come_back_whatever_they_hold() {
        List<String> texts = List.of("", "a", "stands here", "stands here", "\uD800", "\u0000\uFFFF", "here");
        String source = "it stands here, and nowhere else";
        ByteWriter out = new ByteWriter(source);
        out.list(texts, text -> out.text(text, 3, source.length()));
        byte[] bytes = out.bytes();
        ByteReader in = new ByteReader(bytes, 0, bytes.length, source);
        assertThat(in.list(() -> in.text(3))).isEqualTo(texts);
        in.end();
    }

    @Test
    void what_the_source_says_is_not_said_again() {
        String source = "password = \"correct horse battery staple\"";
        ByteWriter out = new ByteWriter(source);
        out.text("correct horse battery staple", 11, source.length());
        assertThat(out.bytes()).hasSizeLessThan(6);
    }

    @Test
    void few_bytes_do_not_become_much() {
        String source = "x".repeat(1_000);
        ByteWriter out = new ByteWriter(source);
        out.number(100);
        for (int i = 0; i < 100; i++) {
            // Each time the place of the whole source, which the writer says by its number the second time.
            out.number(ByteWriter.PLACE);
            out.number(0);
            out.number(source.length());
        }
        byte[] bytes = out.bytes();
        ByteReader in = new ByteReader(bytes, 0, bytes.length, source);
        assertThatThrownBy(() -> in.list(in::text)).isInstanceOf(MalformedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7f", "05ffffffff", "ffffffffff", "8080808080808080", "02", "01ff01ff01"})
    void what_nobody_wrote_is_no_text(String hexadecimal) {
        byte[] bytes = HexFormat.of().parseHex(hexadecimal);
        assertThatThrownBy(() -> new ByteReader(bytes).text()).isInstanceOf(MalformedException.class);
    }
}
