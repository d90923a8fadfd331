package dev.parapet.model;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads files that are shipped beside classes: tables, rules, pages. They are taken straight from the archive that the class comes
 * from, since {@link Class#getResourceAsStream} looks through all modules of the JDK first, for each file: a tenth of a small scan.
 */
public final class ShippedFile {
    /** The archives that classes come from; empty for a folder, as tests have it. They stay open, like those of the class path. */
    private static final Map<ProtectionDomain, Optional<ZipFile>> ARCHIVES = new ConcurrentHashMap<>();

    private ShippedFile() {}

    /**
     * The text of a file.
     *
     * @param beside a class of the package that the file lies in
     * @param name the name of the file, with folders below that of the package
     * @throws IllegalStateException when there is no such file, which is a fault of the build
     * @throws UncheckedIOException when it cannot be read
     */
    public static String text(Class<?> beside, String name) {
        return new String(bytes(beside, name), StandardCharsets.UTF_8);
    }

    /** The bytes of a file; see {@link #text}. */
    public static byte[] bytes(Class<?> beside, String name) {
        return find(beside, name)
                .orElseThrow(() -> new IllegalStateException(
                        "'" + name + "' is missing from this build of Parapet; build it again"));
    }

    /** The bytes of a file; empty when there is none. See {@link #text}. */
    public static Optional<byte[]> find(Class<?> beside, String name) {
        try (InputStream in = open(beside, name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("'" + name + "' of this build of Parapet cannot be read", e);
        }
    }

    private static @Nullable InputStream open(Class<?> beside, String name) throws IOException {
        ZipFile archive = ARCHIVES.computeIfAbsent(beside.getProtectionDomain(), ShippedFile::archive)
                .orElse(null);
        if (archive == null) {
            return beside.getResourceAsStream(name);
        }
        ZipEntry entry = archive.getEntry(beside.getPackageName().replace('.', '/') + "/" + name);
        return entry == null ? null : archive.getInputStream(entry);
    }

    private static Optional<ZipFile> archive(ProtectionDomain domain) {
        CodeSource source = domain.getCodeSource();
        if (source == null
                || source.getLocation() == null
                || !source.getLocation().getPath().endsWith(".jar")) {
            return Optional.empty();
        }
        try {
            URI location = source.getLocation().toURI();
            return location.getScheme().equals("file")
                    ? Optional.of(new ZipFile(new File(location)))
                    : Optional.empty();
        } catch (IOException | URISyntaxException e) {
            return Optional.empty();
        }
    }
}
