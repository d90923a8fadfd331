package dev.parapet.read.cloudformation.sam.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Sha1Test {
    @Test
    void isTheJdksAtEveryLengthAroundTheEndsOfBlocks() throws NoSuchAlgorithmException {
        StringBuilder text = new StringBuilder();
        for (int length = 0; length < 300; length++) {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            assertThat(Sha1.of(text.toString()))
                    .as("%s bytes", bytes.length)
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-1").digest(bytes)));
            text.append((char) (length % 7 == 0 ? 'é' + length : 'a' + length % 26));
        }
    }

    /** RFC 3174, section 7.3. */
    @Test
    void isThatOfTheStandardsExamples() {
        assertThat(Sha1.of("abc")).isEqualTo("a9993e364706816aba3e25717850c26c9cd0d89d");
        assertThat(Sha1.of("a".repeat(1_000_000))).isEqualTo("34aa973cd4c4daa4f61eeb2bdbad27316534016f");
    }
}
