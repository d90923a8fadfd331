package dev.parapet.core.report.sarif;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The relative URI of a scanned file (RFC 3986, section 4.2). */
final class RelativeUri {
    private static final String HEX = "0123456789ABCDEF";
    /** What a path segment may hold unescaped: unreserved, sub-delims and {@code @}; a colon is escaped as in a first segment. */
    private static final String PLAIN = "-._~!$&'()*+,;=@/";

    private RelativeUri() {}

    /** The URI of a path, whose {@code \xNN} stands for a byte and whose doubled backslash for one. */
    static String of(String path) {
        StringBuilder uri = new StringBuilder(path.length() + 8);
        for (int i = 0; i < path.length(); ) {
            int c = path.codePointAt(i);
            if (c == '\\' && i + 3 < path.length() && path.charAt(i + 1) == 'x') {
                uri.append('%').append(path.substring(i + 2, i + 4).toUpperCase(Locale.ROOT));
                i += 4;
                continue;
            }
            if (isPlain(c)) {
                uri.append((char) c);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    uri.append('%').append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
                }
            }
            boolean doubled = c == '\\' && i + 1 < path.length() && path.charAt(i + 1) == '\\';
            i += doubled ? 2 : Character.charCount(c);
        }
        return uri.toString();
    }

    private static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || (c < 0x80 && PLAIN.indexOf(c) >= 0);
    }
}
