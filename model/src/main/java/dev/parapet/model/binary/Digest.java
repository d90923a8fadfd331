package dev.parapet.model.binary;

/**
 * A hash of 32 bytes. Two contents that people can make have different ones.
 *
 * @param first the first eight bytes, the most significant one first
 */
public record Digest(long first, long second, long third, long fourth) {
    /** How many bytes it has. */
    public static final int SIZE = 32;

    /** The hash that stands in some bytes. */
    public static Digest at(byte[] bytes, int offset) {
        return new Digest(
                number(bytes, offset),
                number(bytes, offset + 8),
                number(bytes, offset + 16),
                number(bytes, offset + 24));
    }

    private static long number(byte[] bytes, int offset) {
        long number = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            number = number << 8 | bytes[offset + i] & 0xFF;
        }
        return number;
    }

    /** Its bytes. */
    public byte[] bytes() {
        byte[] bytes = new byte[SIZE];
        long[] numbers = {first, second, third, fourth};
        for (int i = 0; i < SIZE; i++) {
            bytes[i] = (byte) (numbers[i / 8] >>> 56 - i % 8 * 8);
        }
        return bytes;
    }

    /** Its bytes as hexadecimal digits. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(2 * SIZE);
        for (long number : new long[] {first, second, third, fourth}) {
            char[] digits = new char[16];
            for (int i = 0; i < digits.length; i++) {
                digits[i] = Character.forDigit((int) (number >>> 60 - 4 * i) & 0xF, 16);
            }
            text.append(digits);
        }
        return text.toString();
    }
}
