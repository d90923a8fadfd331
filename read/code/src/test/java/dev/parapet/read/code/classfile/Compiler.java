package dev.parapet.read.code.classfile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;

/** Sources of Java to class files, for tests. */
final class Compiler {
    private Compiler() {}

    /**
     * The class files of a source, by their internal names.
     *
     * @param source the text of {@code A.java}
     * @param options options of javac, such as {@code -g}
     */
    static SequencedMap<String, byte[]> compile(String source, String... options) {
        try {
            Path folder = Files.createTempDirectory("classes");
            Path file = Files.writeString(folder.resolve("A.java"), source);
            List<String> arguments = new ArrayList<>(List.of(options));
            arguments.addAll(List.of("-proc:none", "-d", folder.toString(), file.toString()));
            ByteArrayOutputStream problems = new ByteArrayOutputStream();
            if (ToolProvider.getSystemJavaCompiler().run(null, problems, problems, arguments.toArray(String[]::new))
                    != 0) {
                throw new IllegalArgumentException(problems.toString(StandardCharsets.UTF_8));
            }
            return classes(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SequencedMap<String, byte[]> classes(Path folder) throws IOException {
        SequencedMap<String, byte[]> classes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted().toList().reversed()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (name.endsWith(".class")) {
                    classes.put(name.substring(0, name.length() - ".class".length()), Files.readAllBytes(path));
                }
                Files.delete(path);
            }
        }
        return classes;
    }

    /** An archive of files by their names. */
    static byte[] archive(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A jar of class files by their internal names. */
    static byte[] jar(Map<String, byte[]> classes) {
        Map<String, byte[]> files = new TreeMap<>();
        classes.forEach((name, content) -> files.put(name + ".class", content));
        return archive(files);
    }
}
