package dev.parapet.read.files;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Paths as text that is safe to print and tells every file from every other: {@code /} between the parts, control characters
 * and bytes that are not UTF-8 as {@code \xNN}, a backslash doubled.
 */
final class PathText {
    private PathText() {}

    /** The text of a path that somebody typed. */
    static String of(Path path) {
        String text = path.toString();
        return isPlain(text) ? text : escape(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The text of a path, relative to a folder that holds it; {@code .} for the folder itself. Both are absolute. */
    static String of(Path folder, Path path) {
        String text = folder.relativize(path).toString();
        if (text.isEmpty()) {
            return ".";
        }
        if (isPlain(text)) {
            return text;
        }
        byte[] whole = bytes(path);
        byte[] above = bytes(folder);
        int from = above.length == 0 ? 1 : above.length + 1;
        return escape(Arrays.copyOfRange(whole, from, whole.length));
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7F || c == '\\') {
                return false;
            }
        }
        return true;
    }

    /** The bytes of an absolute path without a slash at its end; {@link Path#toString} may have lost some, its URI has not. */
    private static byte[] bytes(Path path) {
        String uri = path.toUri().getRawPath();
        int end = uri.endsWith("/") ? uri.length() - 1 : uri.length();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < end; i++) {
            char c = uri.charAt(i);
            if (c == '%') {
                bytes.write(HexFormat.fromHexDigits(uri, i + 1, i + 3));
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        return bytes.toByteArray();
    }

    private static String escape(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < bytes.length) {
            int length = sequenceLength(bytes, i);
            int first = bytes[i] & 0xFF;
            if (length == 0 || (length == 1 && (first < ' ' || first == 0x7F))) {
                out.append("\\x").append(HexFormat.of().withUpperCase().toHexDigits((byte) first));
                i++;
                continue;
            }
            String character = new String(bytes, i, length, StandardCharsets.UTF_8);
            int codePoint = character.codePointAt(0);
            if (codePoint == '\\') {
                out.append("\\\\");
            } else if (Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.FORMAT) {
                for (int k = i; k < i + length; k++) {
                    out.append("\\x").append(HexFormat.of().withUpperCase().toHexDigits(bytes[k]));
                }
            } else {
                out.append(character);
            }
            i += length;
        }
        return out.toString();
    }

    /** The number of bytes of the UTF-8 character at {@code i}; 0 when there is none. */
    private static int sequenceLength(byte[] bytes, int i) {
        for (int length = 1; length <= 4 && i + length <= bytes.length; length++) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, i, length));
                return length;
            } catch (CharacterCodingException ignored) {
                // Not a whole character yet.
            }
        }
        return 0;
    }
}
