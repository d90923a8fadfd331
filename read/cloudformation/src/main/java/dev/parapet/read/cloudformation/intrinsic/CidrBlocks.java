package dev.parapet.read.cloudformation.intrinsic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Divides a block of addresses ({@code Fn::Cidr}): {@code count} blocks of {@code 2^bits} addresses each, one behind the
 * other from the start of the block. The provider's default is 8 bits for IPv4, 64 for IPv6.
 */
final class CidrBlocks {
    /** The provider's own limit. */
    private static final int MAX_COUNT = 256;

    private CidrBlocks() {}

    /** The blocks; none when the block cannot be read or is too small. */
    static List<String> of(String block, int count, int bits) {
        int slash = block.indexOf('/');
        if (slash < 0 || slash > 50 || count > MAX_COUNT) {
            return List.of();
        }
        String address = block.substring(0, slash);
        boolean six = address.indexOf(':') >= 0;
        int width = six ? 128 : 32;
        int prefix = number(block.substring(slash + 1), 10);
        int[] groups = six ? six(address) : four(address);
        int size = bits > 0 ? bits : six ? 64 : 8;
        if (groups.length == 0 || prefix < 0 || prefix > width || size > width - prefix) {
            return List.of();
        }
        int room = width - prefix - size;
        if (room < 31 && count > (1 << room)) {
            return List.of();
        }
        BigInteger start = BigInteger.ZERO;
        for (int group : groups) {
            start = start.shiftLeft(six ? 16 : 8).or(BigInteger.valueOf(group));
        }
        start = start.shiftRight(width - prefix).shiftLeft(width - prefix);
        List<String> blocks = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            BigInteger at = start.add(BigInteger.valueOf(i).shiftLeft(size));
            blocks.add((six ? written6(at) : written4(at)) + "/" + (width - size));
        }
        return blocks;
    }

    private static int number(String text, int radix) {
        if (text.isEmpty() || text.length() > 4) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) > 'f' ? -1 : Character.digit(text.charAt(i), radix);
            if (digit < 0) {
                return -1;
            }
            number = number * radix + digit;
        }
        return number;
    }

    private static List<String> pieces(String text, char mark) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == mark) {
                pieces.add(text.substring(start, i));
                start = i + 1;
            }
        }
        return pieces;
    }

    private static int[] four(String address) {
        List<String> pieces = pieces(address, '.');
        int[] groups = new int[4];
        if (pieces.size() != 4) {
            return new int[0];
        }
        for (int i = 0; i < 4; i++) {
            groups[i] = number(pieces.get(i), 10);
            if (groups[i] < 0 || groups[i] > 255) {
                return new int[0];
            }
        }
        return groups;
    }

    private static int[] six(String address) {
        int gap = address.indexOf("::");
        List<String> head =
                gap < 0 ? pieces(address, ':') : gap == 0 ? List.of() : pieces(address.substring(0, gap), ':');
        String behind = gap < 0 ? "" : address.substring(gap + 2);
        List<String> tail = behind.isEmpty() ? List.of() : pieces(behind, ':');
        if (head.size() + tail.size() > 8 || (gap < 0 && head.size() != 8)) {
            return new int[0];
        }
        int[] groups = new int[8];
        for (int i = 0; i < head.size() + tail.size(); i++) {
            boolean first = i < head.size();
            int group = number(first ? head.get(i) : tail.get(i - head.size()), 16);
            if (group < 0) {
                return new int[0];
            }
            groups[first ? i : 8 - tail.size() + i - head.size()] = group;
        }
        return groups;
    }

    private static String written4(BigInteger address) {
        long bits = address.longValue();
        return (bits >> 24 & 255) + "." + (bits >> 16 & 255) + "." + (bits >> 8 & 255) + "." + (bits & 255);
    }

    private static String written6(BigInteger address) {
        StringBuilder written = new StringBuilder();
        int last = 8;
        while (last > 0 && group(address, last - 1) == 0) {
            last--;
        }
        for (int i = 0; i < last; i++) {
            written.append(i == 0 ? "" : ":").append(Integer.toHexString(group(address, i)));
        }
        return last == 8 ? written.toString() : written.append("::").toString();
    }

    private static int group(BigInteger address, int index) {
        return address.shiftRight(16 * (7 - index)).intValue() & 0xffff;
    }
}
