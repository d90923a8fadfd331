package dev.parapet.ahead;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The hash of all the files of an application, by which what one build keeps for later is not taken for what another would say. */
final class BuildMark {
    private static final HexFormat HEX = HexFormat.of();

    private BuildMark() {}

    /**
     * Puts the hash into an archive of the application.
     *
     * @param folder the application
     * @param archive the archive, whose times and such count for nothing, and the text itself neither
     * @param name the name of the text in it
     */
    static void put(Path folder, Path archive, String name) throws IOException {
        MessageDigest hash;
        try {
            hash = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException problem) {
            throw new IllegalStateException("every JDK has SHA-256", problem);
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            byte[] content = Files.readAllBytes(file);
            take(hash, folder.relativize(file).toString(), file.equals(archive) ? without(content, name) : content);
        }
        Files.write(archive, with(Files.readAllBytes(archive), name, HEX.formatHex(hash.digest())));
    }

    private static void take(MessageDigest hash, String name, byte[] content) {
        hash.update((name + "\0" + content.length + "\0").getBytes(StandardCharsets.UTF_8));
        hash.update(content);
    }

    /** What the entries of an archive but one hold, one after another. */
    private static byte[] without(byte[] archive, String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.getName().equals(name)) {
                    byte[] content = in.readAllBytes();
                    out.writeBytes((entry.getName() + "\0" + content.length + "\0").getBytes(StandardCharsets.UTF_8));
                    out.writeBytes(content);
                }
            }
        }
        return out.toByteArray();
    }

    private static byte[] with(byte[] archive, String name, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            ZipEntry last = null;
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.getName().equals(name)) {
                    last = entry;
                    put(out, entry, in.readAllBytes());
                }
            }
            if (last == null) {
                throw new IllegalStateException("the archive for the mark of the build is empty");
            }
            ZipEntry mark = new ZipEntry(name);
            // A time that is the same in every build of the same sources.
            mark.setTimeLocal(last.getTimeLocal());
            put(out, mark, text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream out, ZipEntry entry, byte[] content) throws IOException {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(entry.getTimeLocal());
        out.putNextEntry(copy);
        out.write(content);
        out.closeEntry();
    }
}
