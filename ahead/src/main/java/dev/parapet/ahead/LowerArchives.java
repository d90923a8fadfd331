package dev.parapet.ahead;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Lowers the classes of an application where they lie: {@code LowerArchives FOLDER PREFIX MARK}, where those archives of the folder
 * are rewritten whose names begin with the prefix. What all the application is made of is then known by a hash, which the archive that is
 * called as the prefix gets as the text MARK. A second run changes nothing.
 */
public final class LowerArchives {
    private LowerArchives() {}

    /** Does it. */
    public static void main(String[] arguments) throws IOException {
        List<Path> archives;
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            archives = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
        Map<Path, byte[]> lowered = new LinkedHashMap<>();
        List<URL> urls = new ArrayList<>();
        for (Path archive : archives) {
            urls.add(archive.toUri().toURL());
        }
        try (URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new))) {
            Lowering lowering = new Lowering(loader);
            for (Path archive : archives) {
                if (String.valueOf(archive.getFileName()).startsWith(arguments[1])) {
                    lowered.put(archive, lower(archive, lowering));
                }
            }
        }
        // Only now, since the archives are read as a class path until here.
        for (Map.Entry<Path, byte[]> archive : lowered.entrySet()) {
            Files.write(archive.getKey(), archive.getValue());
        }
        Path folder = Path.of(arguments[0]);
        BuildMark.put(folder, folder.resolve(arguments[1] + ".jar"), arguments[2]);
    }

    private static byte[] lower(Path archive, Lowering lowering) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(archive));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(entry.getTimeLocal());
                out.putNextEntry(copy);
                out.write(entry.getName().endsWith(".class") ? lowering.lower(content) : content);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
