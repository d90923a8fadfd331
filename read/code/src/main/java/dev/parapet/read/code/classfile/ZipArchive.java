package dev.parapet.read.code.classfile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A zip or jar file in memory, as its directory says it: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT. Only what is asked for is
 * unpacked, and never onto a disk. Archives of more than 65,534 files, of several parts, and what is encrypted are not read.
 */
final class ZipArchive {
    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int MAXIMUM_COMMENT = 0xFFFF;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_SIZE = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_SIZE = 30;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private record Entry(int method, int packed, int size, int offset) {}

    private final ByteBuffer bytes;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /**
     * Reads the directory of an archive.
     *
     * @throws ArchiveException when it has none that is whole
     */
    ZipArchive(byte[] content) throws ArchiveException {
        this.bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        try {
            readDirectory();
        } catch (IndexOutOfBoundsException e) {
            throw invalid();
        }
    }

    private static ArchiveException invalid() {
        return new ArchiveException("is not a valid archive");
    }

    private void readDirectory() throws ArchiveException {
        int end = end();
        int count = bytes.getShort(end + 10) & 0xFFFF;
        int size = bytes.getInt(end + 12);
        // What stands before the archive, such as a script that starts it, moves all places.
        int moved = end - size - bytes.getInt(end + 16);
        int at = end - size;
        if (count == 0xFFFF || moved < 0) {
            throw new ArchiveException("is an archive of a form that is not read");
        }
        for (int i = 0; i < count; i++) {
            if (bytes.getInt(at) != ENTRY) {
                throw invalid();
            }
            int nameLength = bytes.getShort(at + 28) & 0xFFFF;
            byte[] name = new byte[nameLength];
            bytes.get(at + ENTRY_SIZE, name);
            Entry entry = new Entry(
                    bytes.getShort(at + 10) & 0xFFFF,
                    bytes.getInt(at + 20),
                    bytes.getInt(at + 24),
                    bytes.getInt(at + 42) + moved);
            entries.putIfAbsent(new String(name, StandardCharsets.UTF_8), entry);
            int others = (bytes.getShort(at + 30) & 0xFFFF) + (bytes.getShort(at + 32) & 0xFFFF);
            at += ENTRY_SIZE + nameLength + others;
        }
    }

    /** Where the last record begins, behind which is only a comment. */
    private int end() throws ArchiveException {
        int last = bytes.limit() - END_SIZE;
        for (int at = last; at >= 0 && at >= last - MAXIMUM_COMMENT; at--) {
            if (bytes.getInt(at) == END) {
                return at;
            }
        }
        throw invalid();
    }

    /** The names of what is in it, as the archive gives them. */
    Set<String> names() {
        return entries.keySet();
    }

    /**
     * What a file in it holds; empty when there is none of the name, it is larger than {@code limit}, or it is broken.
     *
     * @param limit in bytes
     */
    Optional<byte[]> read(String name, int limit) {
        Entry entry = entries.get(name);
        if (entry == null || entry.size() < 0 || entry.size() > limit || entry.packed() < 0) {
            return Optional.empty();
        }
        try {
            if (bytes.getInt(entry.offset()) != LOCAL) {
                return Optional.empty();
            }
            int names = (bytes.getShort(entry.offset() + 26) & 0xFFFF) + (bytes.getShort(entry.offset() + 28) & 0xFFFF);
            int start = entry.offset() + LOCAL_SIZE + names;
            ByteBuffer packed = bytes.slice(start, entry.packed());
            return switch (entry.method()) {
                case STORED -> Optional.of(Arrays.copyOfRange(bytes.array(), start, start + entry.packed()));
                case DEFLATED -> inflate(packed, entry.size());
                default -> Optional.empty();
            };
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** Unpacks what must have a size; what has another is broken. */
    private static Optional<byte[]> inflate(ByteBuffer packed, int size) {
        byte[] content = new byte[size];
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(packed);
            int length = 0;
            while (length < size) {
                int more = inflater.inflate(content, length, size - length);
                if (more == 0) {
                    return Optional.empty();
                }
                length += more;
            }
            return Optional.of(content);
        } catch (DataFormatException e) {
            return Optional.empty();
        }
    }
}
