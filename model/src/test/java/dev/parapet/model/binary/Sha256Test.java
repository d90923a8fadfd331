package dev.parapet.model.binary;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class Sha256Test {
    @Test
    void it_is_that_of_the_jdk() throws Exception {
        Random random = new Random(1);
        for (int length = 0; length < 300; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            int cut = length == 0 ? 0 : random.nextInt(length);
            Digest digest =
                    new Sha256().bytes(bytes, 0, cut).bytes(bytes, cut, length).digest();
            byte[] expected = MessageDigest.getInstance("SHA-256").digest(bytes);
            assertThat(digest.toString()).isEqualTo(HexFormat.of().formatHex(expected));
            assertThat(digest.bytes()).isEqualTo(expected);
            assertThat(Digest.at(expected, 0)).isEqualTo(digest);
        }
    }

    @Test
    void texts_that_differ_have_different_ones_however_they_are_split() {
        assertThat(new Sha256().text("ab").text("c").digest())
                .isNotEqualTo(new Sha256().text("a").text("bc").digest());
        assertThat(new Sha256().text("\u0161").digest())
                .isNotEqualTo(new Sha256().text("\u0001a").digest());
        assertThat(new Sha256().text("\uD800").digest())
                .isNotEqualTo(new Sha256().text("?").digest());
    }
}
