package dev.parapet.cli.cache;

import dev.parapet.cli.Console;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which scans keep what they know, for this user alone: {@code parapet/code} in the folder for caches of the user.
 * What lies there could change what a scan says, so that nothing is read that anybody else could have written.
 */
final class CacheFolder {
    private static final int OTHERS_WRITE = 0_022;

    /** The process itself, as Linux shows it: its owner is who runs it. */
    private static final Path SELF = Path.of("/proc/self");

    private CacheFolder() {}

    /**
     * Where the folder is or would be; null where the surroundings do not say. The place is said by {@code XDG_CACHE_HOME}
     * (https://specifications.freedesktop.org/basedir-spec/latest/) where it is set, else by the system's custom.
     *
     * @param system what the system is called
     */
    static @Nullable Path place(Console.Environment environment, String system) {
        String name = system.toLowerCase(Locale.ROOT);
        Path caches = absolute(environment.get("XDG_CACHE_HOME"));
        if (caches == null) {
            Path home = absolute(environment.get("HOME"));
            if (name.startsWith("windows")) {
                caches = absolute(environment.get("LOCALAPPDATA"));
            } else if (home != null) {
                caches = name.startsWith("mac") ? home.resolve("Library").resolve("Caches") : home.resolve(".cache");
            }
        }
        return caches == null ? null : caches.resolve("parapet").resolve("code");
    }

    private static @Nullable Path absolute(@Nullable String path) {
        if (path == null || path.isEmpty()) {
            return null;
        }
        try {
            Path place = Path.of(path);
            return place.isAbsolute() ? place : null;
        } catch (InvalidPathException ignored) {
            return null;
        }
    }

    /** Whether the folder lies, or would lie, in one of some places, where it would become a part of what is scanned. */
    static boolean isWithin(Path folder, List<Path> places) throws IOException {
        Path existing = folder;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        Path real = existing.toRealPath().resolve(existing.relativize(folder));
        for (Path place : places) {
            if (real.startsWith(place)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Makes the folder where it is not there.
     *
     * @return whether it is the user's own, and nobody else can write to it
     */
    static boolean open(Path folder) throws IOException {
        if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
            Path parent = folder.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(folder, permissions("rwx------"));
        }
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && isOwn(folder, folder);
    }

    /**
     * Whether a file is the user's, and nobody else can write to it. Where the system has no such permissions, folders of users are apart.
     *
     * @param folder the folder, in which a file can be made to learn who the user is
     */
    static boolean isOwn(Path file, Path folder) throws IOException {
        if (!isUnix()) {
            return true;
        }
        Map<String, Object> attributes = Files.readAttributes(file, "unix:uid,mode", LinkOption.NOFOLLOW_LINKS);
        return attributes.get("uid") instanceof Integer owner
                && attributes.get("mode") instanceof Integer mode
                && (mode & OTHERS_WRITE) == 0
                && owner == user(folder);
    }

    private static int user(Path folder) throws IOException {
        if (Files.isDirectory(SELF)) {
            return owner(SELF);
        }
        Path probe = Files.createTempFile(folder, "", ".part", permissions("rw-------"));
        try {
            return owner(probe);
        } finally {
            Files.delete(probe);
        }
    }

    private static int owner(Path file) throws IOException {
        return Files.getAttribute(file, "unix:uid") instanceof Integer owner ? owner : -1;
    }

    private static boolean isUnix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("unix");
    }

    /** What to make a file or folder with, so that it is never anybody else's to read. */
    static FileAttribute<?>[] permissions(String text) {
        return isUnix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))}
                : new FileAttribute<?>[0];
    }
}
