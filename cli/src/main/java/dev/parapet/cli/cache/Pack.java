package dev.parapet.cli.cache;

import dev.parapet.model.binary.Digest;
import dev.parapet.model.binary.Sha256;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Named bytes in one file: a word that says what it is, the build, and one entry after another (its name, its checksum, for how long
 * nobody asked for it, its length, and the bytes). A checksum is over the build and the name too, so that an entry which was damaged, moved
 * or made by another build is as if it were absent. Not for several threads.
 */
final class Pack {
    /** How large one may become, in bytes. What is used goes in first. */
    static final int MAXIMUM = 64_000_000;

    /** How often a pack is written without an entry being asked for before that goes. */
    private static final int MAXIMUM_AGE = 8;

    private static final byte[] WORD = {'P', 'a', 'r', 'a', 'p', 'e', 't', 1};
    private static final int HEAD = WORD.length + Digest.SIZE;
    private static final int ENTRY_HEAD = 2 * Digest.SIZE + 1 + Integer.BYTES;

    private record Entry(int offset, int length, int age) {}

    private final Digest build;
    private final byte[] file;
    private final Map<Digest, Entry> entries = new LinkedHashMap<>();
    private final Map<Digest, byte[]> added = new LinkedHashMap<>();
    private final Set<Digest> used = new HashSet<>();

    /**
     * A pack.
     *
     * @param build the build whose entries count
     * @param file what stands in its file, which may be anything; empty where there is none
     */
    Pack(Digest build, byte[] file) {
        this.build = build;
        this.file = file;
        if (file.length >= HEAD
                && Arrays.equals(WORD, Arrays.copyOf(file, WORD.length))
                && Digest.at(file, WORD.length).equals(build)) {
            index();
        }
    }

    private void index() {
        int at = HEAD;
        while (file.length - at >= ENTRY_HEAD) {
            int behind = at + 2 * Digest.SIZE;
            int age = file[behind] & 0xFF;
            int length = 0;
            for (int i = 1; i <= Integer.BYTES; i++) {
                length = length << 8 | file[behind + i] & 0xFF;
            }
            int begin = at + ENTRY_HEAD;
            if (length < 0 || length > file.length - begin) {
                return;
            }
            entries.put(Digest.at(file, at), new Entry(begin, length, age));
            at = begin + length;
        }
    }

    private Digest checksum(Digest name, byte[] bytes, int from, int to) {
        return new Sha256().digest(build).digest(name).bytes(bytes, from, to).digest();
    }

    /** The bytes of a name; null where there are none, or not what was written. */
    byte @Nullable [] get(Digest name) {
        byte[] fresh = added.get(name);
        if (fresh != null) {
            return fresh;
        }
        Entry entry = entries.get(name);
        if (entry == null) {
            return null;
        }
        int end = entry.offset() + entry.length();
        if (!checksum(name, file, entry.offset(), end)
                .equals(Digest.at(file, entry.offset() - ENTRY_HEAD + Digest.SIZE))) {
            entries.remove(name);
            return null;
        }
        used.add(name);
        return Arrays.copyOfRange(file, entry.offset(), end);
    }

    /** Gives a name bytes. */
    void put(Digest name, byte[] bytes) {
        entries.remove(name);
        added.put(name, bytes);
    }

    /** Whether there is anything that the file does not have. */
    boolean isChanged() {
        return !added.isEmpty();
    }

    /** What the file is to hold from now on. */
    List<byte[]> parts() {
        List<byte[]> parts = new ArrayList<>();
        parts.add(WORD);
        parts.add(build.bytes());
        long size = HEAD;
        for (Map.Entry<Digest, byte[]> each : added.entrySet()) {
            size += ENTRY_HEAD + each.getValue().length;
            if (size > MAXIMUM) {
                return parts;
            }
            Digest sum = checksum(each.getKey(), each.getValue(), 0, each.getValue().length);
            parts.add(head(each.getKey(), sum, 0, each.getValue().length));
            parts.add(each.getValue());
        }
        List<Map.Entry<Digest, Entry>> old = new ArrayList<>(entries.entrySet());
        old.sort(Comparator.comparingInt(it -> age(it.getKey(), it.getValue())));
        for (Map.Entry<Digest, Entry> each : old) {
            Entry entry = each.getValue();
            int age = age(each.getKey(), entry);
            size += ENTRY_HEAD + entry.length();
            if (size > MAXIMUM || age > MAXIMUM_AGE) {
                return parts;
            }
            Digest sum = Digest.at(file, entry.offset() - ENTRY_HEAD + Digest.SIZE);
            parts.add(head(each.getKey(), sum, age, entry.length()));
            parts.add(Arrays.copyOfRange(file, entry.offset(), entry.offset() + entry.length()));
        }
        return parts;
    }

    private int age(Digest name, Entry entry) {
        return used.contains(name) ? 0 : entry.age() + 1;
    }

    private static byte[] head(Digest name, Digest sum, int age, int length) {
        byte[] head = new byte[ENTRY_HEAD];
        System.arraycopy(name.bytes(), 0, head, 0, Digest.SIZE);
        System.arraycopy(sum.bytes(), 0, head, Digest.SIZE, Digest.SIZE);
        head[2 * Digest.SIZE] = (byte) age;
        for (int i = 0; i < Integer.BYTES; i++) {
            head[2 * Digest.SIZE + 1 + i] = (byte) (length >>> 24 - 8 * i);
        }
        return head;
    }
}
