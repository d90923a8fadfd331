package dev.parapet.core.knowledge;

import dev.parapet.model.ShippedFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A table that is a row of gzip members, so that each part is unpacked when it is first asked for: of hundreds of services a scan meets
 * few. The first member is the index, which says where the others begin, counted from its own end.
 */
public final class PackedTable {
    /** A member begins with ten bytes when it has neither a name nor a comment (RFC 1952), and ends with eight. */
    private static final int HEADER = 10;

    private static final int TRAILER = 8;

    private final String name;
    private final byte[] packed;
    private final List<String> index;
    private final int behind;

    private PackedTable(String name, byte[] packed) {
        this.name = name;
        this.packed = packed;
        Unpacked first = unpack(0);
        this.index = linesOf(first.text());
        this.behind = HEADER + first.length() + TRAILER;
    }

    private record Unpacked(String text, int length) {}

    /** The table that lies beside a class. */
    public static PackedTable read(Class<?> beside, String name) {
        return new PackedTable(name, ShippedFile.bytes(beside, name));
    }

    /** The lines of the index; those that begin with {@code #} are remarks. */
    public List<String> index() {
        return index;
    }

    /** The lines of the member that begins so far behind the index. */
    public List<String> lines(int start) {
        return linesOf(unpack(behind + start).text());
    }

    private static List<String> linesOf(String text) {
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            int end = text.indexOf('\n', at);
            lines.add(text.substring(at, end));
            at = end + 1;
        }
        return lines;
    }

    private Unpacked unpack(int start) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed, start + HEADER, packed.length - start - HEADER);
            byte[] out = new byte[16_384];
            int length = 0;
            while (!inflater.finished()) {
                if (length == out.length) {
                    out = Arrays.copyOf(out, 2 * length);
                }
                int got = inflater.inflate(out, length, out.length - length);
                if (got == 0 && !inflater.finished()) {
                    throw new IllegalStateException("the table " + name + " is cut short");
                }
                length += got;
            }
            return new Unpacked(new String(out, 0, length, StandardCharsets.UTF_8), (int) inflater.getBytesRead());
        } catch (DataFormatException e) {
            throw new IllegalStateException("the table " + name + " cannot be unpacked", e);
        } finally {
            inflater.end();
        }
    }
}
