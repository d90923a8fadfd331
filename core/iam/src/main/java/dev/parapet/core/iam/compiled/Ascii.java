package dev.parapet.core.iam.compiled;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Stretches of texts in ASCII compared, from a place to one behind the last. */
final class Ascii {
    /** Stands for any characters in a text whose variables are replaced, where a {@code *} is a {@code *}. */
    static final byte ANY = (byte) 0x80;
    /** Stands for any one character in such a text. */
    static final byte ONE = (byte) 0x81;

    private Ascii() {}

    static byte[] of(String word) {
        return word.getBytes(StandardCharsets.ISO_8859_1);
    }

    static boolean isSame(byte[] one, int oneFrom, int oneTo, byte[] other, int otherFrom, int otherTo) {
        return oneTo - oneFrom == otherTo - otherFrom && Arrays.equals(one, oneFrom, oneTo, other, otherFrom, otherTo);
    }

    static boolean isSameIgnoringCase(byte[] one, int oneFrom, int oneTo, byte[] other, int otherFrom, int otherTo) {
        if (oneTo - oneFrom != otherTo - otherFrom) {
            return false;
        }
        int shift = otherFrom - oneFrom;
        for (int i = oneFrom; i < oneTo; i++) {
            if (one[i] != other[i + shift] && lower(one[i]) != lower(other[i + shift])) {
                return false;
            }
        }
        return true;
    }

    /** Where a sign first stands; the end when nowhere. */
    static int indexOf(byte sign, byte[] text, int from, int to) {
        int at = from;
        while (at < to && text[at] != sign) {
            at++;
        }
        return at;
    }

    /** Whether a pattern as it is written covers a text. */
    static boolean covers(byte[] pattern, int from, int to, byte[] text, int textFrom, int textTo, boolean ignoreCase) {
        return covers(pattern, from, to, text, textFrom, textTo, ignoreCase, (byte) '*', (byte) '?');
    }

    /**
     * Whether a pattern covers a text. Going back to the last sign for any characters is enough: what an earlier one covers more or less makes
     * no difference.
     */
    static boolean covers(
            byte[] pattern,
            int from,
            int to,
            byte[] text,
            int textFrom,
            int textTo,
            boolean ignoreCase,
            byte any,
            byte one) {
        int sign = from;
        int at = textFrom;
        int resume = -1;
        int star = -1;
        while (at < textTo) {
            if (sign < to) {
                byte wanted = pattern[sign];
                if (wanted == any) {
                    star = ++sign;
                    if (sign == to) {
                        return true;
                    }
                    resume = at;
                    continue;
                }
                byte given = text[at];
                if (wanted == given || wanted == one || (ignoreCase && lower(wanted) == lower(given))) {
                    sign++;
                    at++;
                    continue;
                }
            }
            if (star < 0) {
                return false;
            }
            sign = star;
            at = ++resume;
        }
        while (sign < to && pattern[sign] == any) {
            sign++;
        }
        return sign == to;
    }

    private static int lower(byte sign) {
        return sign >= 'A' && sign <= 'Z' ? sign + 32 : sign;
    }
}
