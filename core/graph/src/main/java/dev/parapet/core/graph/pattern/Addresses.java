package dev.parapet.core.graph.pattern;

import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Addresses of the Internet Protocol and ranges of them, versions 4 and 6 (RFC 4291, section 2.2). */
final class Addresses {
    private Addresses() {}

    /**
     * A range.
     *
     * @param start its first address, 4 or 16 bytes as numbers from 0 to 255
     * @param bits how many of the leading bits an address of the range shares with it
     */
    record Range(List<Integer> start, int bits) {}

    /** The range that a text such as {@code 10.0.0.0/8} means, or null. */
    static @Nullable Range range(String text) {
        int slash = text.indexOf('/');
        List<Integer> start = slash < 0 ? null : address(text.substring(0, slash));
        String length = text.substring(slash + 1);
        if (start == null || !length.matches("\\d{1,3}") || Integer.parseInt(length) > start.size() * 8) {
            return null;
        }
        return new Range(start, Integer.parseInt(length));
    }

    /** Whether a leaf of an event is an address of a range. */
    static Outcome within(String range, Value value) {
        Range bounds = range(range);
        if (bounds == null || value instanceof Value.Composed || value instanceof Value.Reference) {
            return Outcome.UNKNOWN;
        }
        List<Integer> address = value instanceof Value.Text text ? address(text.text()) : null;
        if (address == null || address.size() != bounds.start().size()) {
            return Outcome.NO;
        }
        for (int bit = 0; bit < bounds.bits(); bit++) {
            int mask = 128 >> bit % 8;
            if ((address.get(bit / 8) & mask) != (bounds.start().get(bit / 8) & mask)) {
                return Outcome.NO;
            }
        }
        return Outcome.YES;
    }

    private static @Nullable List<Integer> address(String text) {
        return text.indexOf(':') < 0 ? version4(text) : version6(text);
    }

    private static @Nullable List<Integer> version4(String text) {
        String[] parts = text.split("\\.", -1);
        List<Integer> bytes = new ArrayList<>();
        for (String part : parts) {
            if (!part.matches("\\d{1,3}") || Integer.parseInt(part) > 255) {
                return null;
            }
            bytes.add(Integer.parseInt(part));
        }
        return bytes.size() == 4 ? bytes : null;
    }

    private static @Nullable List<Integer> version6(String text) {
        int gap = text.indexOf("::");
        List<Integer> before = groups(gap < 0 ? text : text.substring(0, gap));
        List<Integer> after = gap < 0 ? List.of() : groups(text.substring(gap + 2));
        if (before == null || after == null) {
            return null;
        }
        int missing = 16 - before.size() - after.size();
        if (gap < 0 ? missing != 0 : missing < 2) {
            return null;
        }
        List<Integer> bytes = new ArrayList<>(before);
        for (int i = 0; i < missing; i++) {
            bytes.add(0);
        }
        bytes.addAll(after);
        return bytes;
    }

    /** The bytes of some groups of hexadecimal digits, the last of which may be an address of version 4. */
    private static @Nullable List<Integer> groups(String text) {
        List<Integer> bytes = new ArrayList<>();
        if (text.isEmpty()) {
            return bytes;
        }
        String[] groups = text.split(":", -1);
        for (int i = 0; i < groups.length; i++) {
            List<Integer> embedded = i == groups.length - 1 ? version4(groups[i]) : null;
            if (embedded != null) {
                bytes.addAll(embedded);
            } else if (groups[i].matches("[0-9A-Fa-f]{1,4}")) {
                int group = Integer.parseInt(groups[i], 16);
                bytes.add(group >> 8);
                bytes.add(group & 255);
            } else {
                return null;
            }
        }
        return bytes;
    }
}
