package dev.parapet.core.iam.value;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * An address or a block of addresses of IP version 4 or 6 (RFC 4632, RFC 4291 section 2.2).
 *
 * @param bits 32 or 128
 * @param address the address as a number
 * @param prefix how many of the leading bits count
 */
public record IpRange(int bits, BigInteger address, int prefix) {
    private static final int MAX_LENGTH = 64;

    /** Reads {@code 203.0.113.0/24}, {@code 2001:db8::/32} or one address; null when it is neither. */
    public static @Nullable IpRange parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return null;
        }
        int slash = text.indexOf('/');
        String written = slash < 0 ? text : text.substring(0, slash);
        boolean four = written.indexOf(':') < 0;
        BigInteger address = four ? version4(written) : version6(written);
        int bits = four ? 32 : 128;
        int prefix = slash < 0 ? bits : number(text.substring(slash + 1), 10, bits);
        return address == null || prefix < 0 ? null : new IpRange(bits, address, prefix);
    }

    /** An address in full: four numbers, or eight groups of hexadecimal digits. */
    public static String text(int bits, BigInteger address) {
        int width = bits == 32 ? 8 : 16;
        StringBuilder text = new StringBuilder();
        for (int left = bits - width; left >= 0; left -= width) {
            int part = address.shiftRight(left).intValue() & ((1 << width) - 1);
            text.append(width == 8 ? Integer.toString(part) : Integer.toHexString(part));
            text.append(left == 0 ? "" : width == 8 ? "." : ":");
        }
        return text.toString();
    }

    /** Whether an address lies within this block. */
    public boolean contains(IpRange other) {
        return bits == other.bits
                && prefix <= other.prefix
                && address.xor(other.address).bitLength() <= bits - prefix;
    }

    private static @Nullable BigInteger version4(String text) {
        long address = 0;
        int from = 0;
        for (int i = 0; i < 4; i++) {
            int dot = i < 3 ? text.indexOf('.', from) : text.length();
            int number = dot < 0 ? -1 : number(text, from, dot, 10, 255);
            if (number < 0) {
                return null;
            }
            address = address << 8 | number;
            from = dot + 1;
        }
        return BigInteger.valueOf(address);
    }

    private static @Nullable BigInteger version6(String text) {
        int gap = text.indexOf("::");
        int[] head = groups(gap < 0 ? text : text.substring(0, gap), gap < 0);
        int[] tail = gap < 0 ? new int[0] : groups(text.substring(gap + 2), true);
        if (head == null || tail == null) {
            return null;
        }
        int missing = 8 - head.length - tail.length;
        if (gap < 0 ? missing != 0 : missing < 1) {
            return null;
        }
        BigInteger address = BigInteger.ZERO;
        for (int i = 0; i < 8; i++) {
            int group = i < head.length ? head[i] : i < head.length + missing ? 0 : tail[i - head.length - missing];
            address = address.shiftLeft(16).or(BigInteger.valueOf(group));
        }
        return address;
    }

    /** Groups of an address; the last ones may be written as an address of version 4. */
    private static int @Nullable [] groups(String text, boolean last) {
        if (text.isEmpty()) {
            return new int[0];
        }
        String[] parts = text.split(":", -1);
        boolean mixed = last && parts[parts.length - 1].indexOf('.') >= 0;
        int[] groups = new int[mixed ? parts.length + 1 : parts.length];
        for (int i = 0; i < parts.length; i++) {
            if (mixed && i == parts.length - 1) {
                BigInteger four = version4(parts[i]);
                if (four == null) {
                    return null;
                }
                groups[i] = four.shiftRight(16).intValue();
                groups[i + 1] = four.intValue() & 0xffff;
            } else {
                groups[i] = number(parts[i], 16, 0xffff);
                if (groups[i] < 0) {
                    return null;
                }
            }
        }
        return groups;
    }

    private static int number(String text, int radix, int most) {
        return number(text, 0, text.length(), radix, most);
    }

    /** A number of at most four digits, or -1. */
    private static int number(String text, int from, int to, int radix, int most) {
        if (from == to || to - from > 4) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), radix) : -1;
            if (digit < 0) {
                return -1;
            }
            number = number * radix + digit;
        }
        return number <= most ? number : -1;
    }
}
