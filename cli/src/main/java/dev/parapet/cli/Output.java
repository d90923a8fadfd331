package dev.parapet.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** Writes a document where the person wants it. */
public final class Output {
    private Output() {}

    /** Something that can be written. */
    @FunctionalInterface
    public interface Document {
        /**
         * Writes it.
         *
         * @throws IOException when {@code out} does
         */
        void write(Appendable out) throws IOException;
    }

    /**
     * Writes a document to a file, or to standard output where there is none. A file is there whole or stays as it was, whatever
     * ends the program.
     *
     * @throws Failure when the file cannot be written
     */
    public static void write(Console console, @Nullable Path file, Document document) throws Failure {
        try {
            if (file == null) {
                Writer out = new BufferedWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8));
                document.write(out);
                out.flush();
            } else {
                write(file, document);
            }
        } catch (IOException | SecurityException problem) {
            String name = file == null ? "standard output" : "'" + file + "'";
            throw new Failure(name + " cannot be written: " + reason(problem));
        }
    }

    private static void write(Path file, Document document) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        boolean isDevice = Files.exists(file) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        if (isDevice || folder == null || !Files.isWritable(folder)) {
            try (Writer out = Files.newBufferedWriter(file)) {
                document.write(out);
            }
            return;
        }
        Path part = folder.resolve(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        // Ctrl-C ends the program without the finally block.
        part.toFile().deleteOnExit();
        try {
            try (Writer out = Files.newBufferedWriter(part)) {
                document.write(out);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Why the system refused, in words. */
    public static String reason(Exception problem) {
        return switch (problem) {
            case AccessDeniedException ignored -> "permission denied";
            case NoSuchFileException ignored -> "there is no such file or folder";
            default -> {
                String message = problem.getMessage();
                yield message == null ? problem.getClass().getSimpleName() : message;
            }
        };
    }
}
