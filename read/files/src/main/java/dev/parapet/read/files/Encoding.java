package dev.parapet.read.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to text. UTF-8, or UTF-16 where a byte order mark says so; these are the encodings that YAML 1.2 (section 5.2) and
 * JSON readers of the providers take.
 */
final class Encoding {
    private Encoding() {}

    /** The text without its byte order mark, or null when the bytes are no text. */
    static @Nullable String decode(byte[] bytes) {
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return withoutNul(decode(bytes, 2, StandardCharsets.UTF_16BE));
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return withoutNul(decode(bytes, 2, StandardCharsets.UTF_16LE));
        }
        // Bytes are looked through faster than the characters of a text that is not all Latin.
        boolean ascii = true;
        for (byte b : bytes) {
            if (b == 0) {
                return null;
            }
            ascii &= b > 0;
        }
        if (ascii) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        return decode(bytes, startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0, StandardCharsets.UTF_8);
    }

    private static @Nullable String withoutNul(@Nullable String text) {
        return text == null || text.indexOf('\0') >= 0 ? null : text;
    }

    private static @Nullable String decode(byte[] bytes, int from, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException ignored) {
            return null;
        }
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
