package dev.parapet.cli.cache;

import dev.parapet.cli.Argument;
import dev.parapet.cli.Console;
import dev.parapet.cli.Version;
import dev.parapet.model.binary.Digest;
import dev.parapet.model.binary.Sha256;
import dev.parapet.model.binary.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What scans of the same places keep, one {@link Pack} for each combination of places. The disk is not looked at before something is
 * asked for. Whatever goes wrong with it (a folder that is somebody else's, a full disk) costs what would have been kept, and nothing
 * else. Several processes may use a folder at once: a file is there whole or not at all, and the last one that writes it wins.
 */
public final class ScanCache implements Store {
    private static final String ENDING = ".pack";
    private static final String UNFINISHED = ".part";

    /** How much all packs may take, in bytes; those go first that were not used for the longest. */
    private static final long MAXIMUM = 256_000_000;

    /** How old a file is that a process began and never finished, in milliseconds. */
    private static final long ABANDONED = 3_600_000;

    private final @Nullable Path folder;
    private final List<Path> places;
    private @Nullable Pack pack;
    private @Nullable Path file;

    private ScanCache(@Nullable Path folder, List<Path> places) {
        this.folder = folder;
        this.places = places;
    }

    /**
     * The cache of a scan.
     *
     * @param places what is scanned
     * @param wanted whether anything is to be kept and used again
     */
    public static ScanCache of(Console console, List<Path> places, boolean wanted) {
        return new ScanCache(
                wanted ? CacheFolder.place(console.environment(), System.getProperty("os.name", "")) : null, places);
    }

    /** The option by which a command goes without. */
    public static Argument<Boolean> leftOut() {
        return Argument.flag("Read all code anew, and keep nothing for the next time.", "--no-cache");
    }

    @Override
    public boolean keeps() {
        return folder != null && Version.build().isPresent();
    }

    @Override
    public byte @Nullable [] get(Digest name) {
        return pack().get(name);
    }

    @Override
    public void put(Digest name, byte[] bytes) {
        pack().put(name, bytes);
    }

    private Pack pack() {
        Pack open = pack;
        if (open == null) {
            Digest build = build();
            byte[] kept = new byte[0];
            try {
                file = folder == null || Version.build().isEmpty() ? null : file(folder);
                kept = file == null ? kept : bytes(file);
            } catch (IOException | SecurityException ignored) {
                // Nothing is kept then.
                file = null;
            }
            open = new Pack(build, kept);
            pack = open;
        }
        return open;
    }

    /** All that could make the same code mean something else: the build, and what it runs on. */
    private static Digest build() {
        return new Sha256()
                .text(Version.build().orElse(""))
                .text(Runtime.version().toString())
                .text(System.getProperty("os.name", ""))
                .text(System.getProperty("os.arch", ""))
                .digest();
    }

    /** The file for the places; null where none may be used. */
    private @Nullable Path file(Path folder) throws IOException {
        List<Path> real = new ArrayList<>();
        for (Path place : places) {
            real.add(place.toRealPath());
        }
        if (CacheFolder.isWithin(folder, real) || !CacheFolder.open(folder)) {
            return null;
        }
        Sha256 name = new Sha256();
        real.stream().map(Path::toString).sorted().forEach(name::text);
        return folder.resolve(name.digest() + ENDING);
    }

    private byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            if (!CacheFolder.isOwn(file, parent(file)) || Files.size(file) > Pack.MAXIMUM) {
                return new byte[0];
            }
            return in.readNBytes(Pack.MAXIMUM);
        } catch (NoSuchFileException ignored) {
            return new byte[0];
        }
    }

    private static Path parent(Path file) {
        return Optional.ofNullable(file.getParent()).orElseThrow();
    }

    /** Writes what came to it. To be called when all else is done. */
    public void save() {
        if (pack == null || file == null) {
            return;
        }
        try {
            if (pack.isChanged()) {
                write(pack.parts(), file);
                sweep(parent(file));
            } else {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            }
        } catch (IOException | SecurityException ignored) {
            // The next scan does the work again.
        }
    }

    private static void write(List<byte[]> parts, Path file) throws IOException {
        Path part = file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + UNFINISHED);
        try {
            Files.deleteIfExists(part);
            try (OutputStream out = Channels.newOutputStream(Files.newByteChannel(
                    part,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    CacheFolder.permissions("rw-------")))) {
                for (byte[] each : parts) {
                    out.write(each);
                }
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Deletes what is too much, and what was never finished. */
    private static void sweep(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        }
        record Aged(Path file, long size, FileTime time) {}
        List<Aged> packs = new ArrayList<>();
        for (Path each : files) {
            FileTime time = Files.getLastModifiedTime(each, LinkOption.NOFOLLOW_LINKS);
            if (each.toString().endsWith(ENDING)) {
                packs.add(new Aged(each, Files.size(each), time));
            } else if (each.toString().endsWith(UNFINISHED)
                    && time.toMillis() < System.currentTimeMillis() - ABANDONED) {
                Files.deleteIfExists(each);
            }
        }
        packs.sort(Comparator.comparing(Aged::time).reversed());
        long sum = 0;
        for (Aged each : packs) {
            sum += each.size();
            if (sum > MAXIMUM) {
                Files.deleteIfExists(each.file());
            }
        }
    }
}
