package dev.parapet.model.binary;

/**
 * SHA-256 (<a href="https://doi.org/10.6028/NIST.FIPS.180-4">FIPS 180-4</a>, 6.2). One of our own, since to ask the JDK for it starts all
 * of its security providers, which takes a small scan milliseconds, and would have each text copied to bytes first.
 *
 * <p>Parts are taken one after another; each says its length first where another split of the same bytes would mean something else, as
 * {@link #text} does.
 */
public final class Sha256 {
    private static final int BLOCK = 64;

    /** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
    private static final int[] ROUNDS = {
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
    };

    /** The first 32 bits of the fractional parts of the square roots of the first 8 primes. */
    private final int[] state = {
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
    };

    private final int[] schedule = new int[64];
    private final byte[] block = new byte[BLOCK];
    private int filled;
    private long length;

    /** Takes bytes. */
    public Sha256 bytes(byte[] bytes, int from, int to) {
        length += to - from;
        int next = from;
        while (next < to) {
            int some = Math.min(to - next, BLOCK - filled);
            System.arraycopy(bytes, next, block, filled, some);
            filled += some;
            next += some;
            if (filled == BLOCK) {
                take();
            }
        }
        return this;
    }

    /** Takes all of some bytes. */
    public Sha256 bytes(byte[] bytes) {
        return bytes(bytes, 0, bytes.length);
    }

    /** Takes a number, as four bytes. */
    public Sha256 number(int number) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            next((byte) (number >>> shift));
        }
        return this;
    }

    /** Takes a text with its length: a byte for each {@code char} where all are below 256, else two. */
    public Sha256 text(String text) {
        int count = text.length();
        boolean wide = false;
        for (int i = 0; i < count && !wide; i++) {
            wide = text.charAt(i) > 0xFF;
        }
        number(count);
        next((byte) (wide ? 2 : 1));
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            if (wide) {
                next((byte) (c >>> 8));
            }
            next((byte) c);
        }
        return this;
    }

    /** Takes another hash. */
    public Sha256 digest(Digest digest) {
        return bytes(digest.bytes());
    }

    private void next(byte value) {
        length++;
        block[filled++] = value;
        if (filled == BLOCK) {
            take();
        }
    }

    /** The hash of all that was taken; nothing can be taken afterwards. */
    public Digest digest() {
        long bits = length * 8;
        next((byte) 0x80);
        while (filled != BLOCK - Long.BYTES) {
            next((byte) 0);
        }
        for (int shift = 56; shift >= 0; shift -= 8) {
            next((byte) (bits >>> shift));
        }
        return new Digest(pair(0), pair(2), pair(4), pair(6));
    }

    private long pair(int index) {
        return (long) state[index] << 32 | state[index + 1] & 0xFFFFFFFFL;
    }

    private void take() {
        filled = 0;
        int[] w = schedule;
        for (int i = 0; i < 16; i++) {
            w[i] = block[4 * i] << 24
                    | (block[4 * i + 1] & 0xFF) << 16
                    | (block[4 * i + 2] & 0xFF) << 8
                    | block[4 * i + 3] & 0xFF;
        }
        for (int i = 16; i < w.length; i++) {
            int before15 = w[i - 15];
            int before2 = w[i - 2];
            int s0 = Integer.rotateRight(before15, 7) ^ Integer.rotateRight(before15, 18) ^ before15 >>> 3;
            int s1 = Integer.rotateRight(before2, 17) ^ Integer.rotateRight(before2, 19) ^ before2 >>> 10;
            w[i] = w[i - 16] + s0 + w[i - 7] + s1;
        }
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        int e = state[4];
        int f = state[5];
        int g = state[6];
        int h = state[7];
        for (int i = 0; i < w.length; i++) {
            int s1 = Integer.rotateRight(e, 6) ^ Integer.rotateRight(e, 11) ^ Integer.rotateRight(e, 25);
            int choice = e & f ^ ~e & g;
            int first = h + s1 + choice + ROUNDS[i] + w[i];
            int s0 = Integer.rotateRight(a, 2) ^ Integer.rotateRight(a, 13) ^ Integer.rotateRight(a, 22);
            int majority = a & b ^ a & c ^ b & c;
            h = g;
            g = f;
            f = e;
            e = d + first;
            d = c;
            c = b;
            b = a;
            a = first + s0 + majority;
        }
        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }
}
