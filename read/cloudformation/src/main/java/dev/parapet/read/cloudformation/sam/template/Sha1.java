package dev.parapet.read.cloudformation.sam.template;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * SHA-1 (<a href="https://www.rfc-editor.org/rfc/rfc3174">RFC 3174</a>, method 1), for names that SAM makes by it and nothing secret.
 * One of our own, since to ask the JDK for it starts all of its security providers, which takes a small scan six milliseconds.
 */
final class Sha1 {
    private static final int BLOCK = 64;

    private final int[] state = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
    private final int[] schedule = new int[80];

    private Sha1() {}

    /** The hash of a text in UTF-8, in hexadecimal digits. */
    static String of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        // A bit that is set, zeros, and the length in bits, which fills the last block.
        byte[] padded = Arrays.copyOf(bytes, (bytes.length + 8) / BLOCK * BLOCK + BLOCK);
        padded[bytes.length] = (byte) 0x80;
        long bits = 8L * bytes.length;
        for (int i = 0; i < 8; i++) {
            padded[padded.length - 1 - i] = (byte) (bits >>> (8 * i));
        }
        Sha1 hash = new Sha1();
        for (int block = 0; block < padded.length; block += BLOCK) {
            hash.take(padded, block);
        }
        return hash.digits();
    }

    private void take(byte[] bytes, int from) {
        int[] w = schedule;
        for (int t = 0; t < 16; t++) {
            int at = from + 4 * t;
            w[t] = bytes[at] << 24 | (bytes[at + 1] & 0xFF) << 16 | (bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF;
        }
        for (int t = 16; t < 80; t++) {
            int word = w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16];
            w[t] = word << 1 | word >>> 31;
        }
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        int e = state[4];
        for (int t = 0; t < 80; t++) {
            int mixed;
            if (t < 20) {
                mixed = (b & c | ~b & d) + 0x5A827999;
            } else if (t < 40) {
                mixed = (b ^ c ^ d) + 0x6ED9EBA1;
            } else if (t < 60) {
                mixed = (b & c | b & d | c & d) + 0x8F1BBCDC;
            } else {
                mixed = (b ^ c ^ d) + 0xCA62C1D6;
            }
            int next = (a << 5 | a >>> 27) + mixed + e + w[t];
            e = d;
            d = c;
            c = b << 30 | b >>> 2;
            b = a;
            a = next;
        }
        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
    }

    private String digits() {
        StringBuilder digits = new StringBuilder(40);
        for (int word : state) {
            for (int shift = 28; shift >= 0; shift -= 4) {
                digits.append(Character.forDigit(word >>> shift & 0xF, 16));
            }
        }
        return digits.toString();
    }
}
