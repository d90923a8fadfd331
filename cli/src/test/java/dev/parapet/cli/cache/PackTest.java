package dev.parapet.cli.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.model.binary.Digest;
import dev.parapet.model.binary.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PackTest {
    private static final Digest BUILD = new Sha256().text("a build").digest();

    private static Digest name(String name) {
        return new Sha256().text(name).digest();
    }

    private static byte[] bytes(Pack pack) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pack.parts().forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static Pack with(byte[] file, Map<String, String> added) {
        Pack pack = new Pack(BUILD, file);
        added.forEach((name, text) -> pack.put(name(name), text.getBytes(StandardCharsets.UTF_8)));
        return pack;
    }

    private static Map<String, String> few() {
        Map<String, String> few = new LinkedHashMap<>();
        few.put("empty", "");
        few.put("one", "1");
        few.put("a text", "some bytes that are kept");
        return few;
    }

    @Test
    void what_was_put_is_there_the_next_time() {
        Pack pack = new Pack(BUILD, bytes(with(new byte[0], few())));
        few().forEach((name, text) ->
                assertThat(pack.get(name(name))).asString().isEqualTo(text));
        assertThat(pack.get(name("nothing"))).isNull();
        assertThat(pack.isChanged()).isFalse();
    }

    @Test
    void a_damaged_entry_is_none() {
        byte[] whole = bytes(with(new byte[0], few()));
        for (int i = 0; i < whole.length; i++) {
            for (int change : new int[] {1, 0x80, 0xFF}) {
                byte[] changed = whole.clone();
                changed[i] ^= (byte) change;
                Pack pack = new Pack(BUILD, changed);
                few().forEach((name, text) -> {
                    byte[] got = pack.get(name(name));
                    assertThat(got == null || new String(got, StandardCharsets.UTF_8).equals(text))
                            .isTrue();
                });
                bytes(pack);
            }
        }
    }

    @Test
    void noise_is_none() {
        Random random = new Random(1);
        byte[] head = Arrays.copyOf(bytes(with(new byte[0], Map.of())), 40);
        for (int i = 0; i < 200; i++) {
            byte[] noise = new byte[random.nextInt(2_000)];
            random.nextBytes(noise);
            if (i % 2 == 0) {
                System.arraycopy(head, 0, noise, 0, Math.min(head.length, noise.length));
            }
            assertThat(bytes(with(noise, few()))).isNotEmpty();
            assertThat(new Pack(BUILD, noise).get(name("one"))).isNull();
        }
    }

    @Test
    void another_build_has_nothing_of_this() {
        byte[] whole = bytes(with(new byte[0], few()));
        Digest other = new Sha256().text("another build").digest();
        assertThat(new Pack(other, whole).get(name("one"))).isNull();
        // Nor where somebody wrote the other build's name into the head.
        System.arraycopy(other.bytes(), 0, whole, 8, Digest.SIZE);
        assertThat(new Pack(other, whole).get(name("one"))).isNull();
    }

    @Test
    void what_nobody_asks_for_goes_in_the_end() {
        byte[] file = bytes(with(new byte[0], few()));
        for (int i = 0; i < 20; i++) {
            Pack pack = with(file, Map.of("new " + i, ""));
            assertThat(pack.get(name("one"))).isNotNull();
            file = bytes(pack);
        }
        Pack pack = new Pack(BUILD, file);
        assertThat(pack.get(name("one"))).isNotNull();
        assertThat(pack.get(name("a text"))).isNull();
        assertThat(pack.get(name("new 19"))).isNotNull();
        assertThat(pack.get(name("new 2"))).isNull();
    }

    @Test
    void it_has_a_largest_size() {
        Pack pack = new Pack(BUILD, new byte[0]);
        byte[] large = new byte[Pack.MAXIMUM / 4];
        for (int i = 0; i < 8; i++) {
            pack.put(name("large " + i), large);
        }
        long size = 0;
        for (byte[] part : pack.parts()) {
            size += part.length;
        }
        assertThat(size).isBetween(Pack.MAXIMUM / 2L, (long) Pack.MAXIMUM);
    }
}
