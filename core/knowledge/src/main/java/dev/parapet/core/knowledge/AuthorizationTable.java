package dev.parapet.core.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code service-authorization.txt.gz}, made by {@code tools/iam-actions.py}, which says how its lines read. It is a row of
 * gzip members, so that a service is unpacked when it is first asked for: a scan meets few of the hundreds. The first member is the
 * index; of each service the first has its actions, the last what else is known of them.
 */
final class AuthorizationTable {
    private static final String NAME = "service-authorization.txt.gz";

    /** A member begins with ten bytes when it has neither a name nor a comment (RFC 1952), and ends with eight. */
    private static final int HEADER = 10;

    private static final int TRAILER = 8;

    private static final class Standard {
        static final AuthorizationTable TABLE = read();
    }

    private final byte[] packed;
    private final Map<String, int[]> members = new TreeMap<>();

    private AuthorizationTable(byte[] packed) {
        this.packed = packed;
        Unpacked index = unpack(0);
        int behind = HEADER + index.length() + TRAILER;
        for (String line : index.text().lines().toList()) {
            if (!line.startsWith("#")) {
                String[] words = Table.words(line);
                int[] starts = new int[words.length - 1];
                for (int i = 0; i < starts.length; i++) {
                    starts[i] = behind + Integer.parseInt(words[i + 1]);
                }
                members.put(words[0], starts);
            }
        }
    }

    private record Unpacked(String text, int length) {}

    static AuthorizationTable standard() {
        return Standard.TABLE;
    }

    private static AuthorizationTable read() {
        try (InputStream in = AuthorizationTable.class.getResourceAsStream(NAME)) {
            if (in == null) {
                throw new IOException("the table is missing");
            }
            return new AuthorizationTable(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the table " + NAME + " cannot be read", e);
        }
    }

    /** The prefixes of all services, sorted; {@code *}, which has the global condition keys, is one. */
    Collection<String> services() {
        return Collections.unmodifiableSet(members.keySet());
    }

    /** Whether there is a service of this prefix. */
    boolean has(String service) {
        return members.containsKey(service);
    }

    /** The lines of a service about the levels of its actions; none for a prefix that is nobody's. */
    List<String> actions(String service) {
        int[] starts = members.get(service);
        return starts == null || starts.length < 2 ? List.of() : lines(starts[0]);
    }

    /** The lines of a service about keys, resources and what actions take; null for a prefix that is nobody's. */
    @Nullable
    List<String> facts(String service) {
        int[] starts = members.get(service);
        return starts == null ? null : lines(starts[starts.length - 1]);
    }

    private List<String> lines(int start) {
        String text = unpack(start).text();
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
                    throw new IllegalStateException("the table " + NAME + " is cut short");
                }
                length += got;
            }
            return new Unpacked(new String(out, 0, length, StandardCharsets.UTF_8), (int) inflater.getBytesRead());
        } catch (DataFormatException e) {
            throw new IllegalStateException("the table " + NAME + " cannot be unpacked", e);
        } finally {
            inflater.end();
        }
    }
}
