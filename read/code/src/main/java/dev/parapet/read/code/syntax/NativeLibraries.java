package dev.parapet.read.code.syntax;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/**
 * Where the native libraries of tree-sitter are: files in the folder {@code native/lib} beside the archive or folder that this
 * class comes from. They are put there when Parapet is built, for the system that it is built on, so that nothing is unpacked
 * at run time and they are trusted as much as the archive is.
 */
final class NativeLibraries {
    private NativeLibraries() {}

    /**
     * Loads the library of {@code name} for as long as the JVM runs.
     *
     * @throws UnavailableException when there is none that this system can load
     */
    // The launchers allow native access; the files are part of Parapet.
    @SuppressWarnings("restricted")
    static SymbolLookup load(String name) throws UnavailableException {
        Path folder = folder();
        Path library = folder == null ? null : find(folder, name);
        if (library == null) {
            throw new UnavailableException("the native library " + name + " is missing from this build of Parapet");
        }
        try {
            return SymbolLookup.libraryLookup(library, Arena.global());
        } catch (IllegalArgumentException e) {
            throw new UnavailableException("this system cannot load the native library " + library.getFileName());
        }
    }

    private static @Nullable Path folder() {
        try {
            CodeSource source = NativeLibraries.class.getProtectionDomain().getCodeSource();
            return source == null ? null : Path.of(source.getLocation().toURI()).resolveSibling("native/lib");
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** The files are called {@code x86_64-linux-gnu-tree-sitter-python.so} and so on. */
    private static @Nullable Path find(Path folder, String name) {
        if (!Files.isDirectory(folder)) {
            return null;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*-" + name + ".{so,dylib,dll}")) {
            for (Path file : files) {
                return file;
            }
            return null;
        } catch (IOException e) {
            return null;
        }
    }
}
