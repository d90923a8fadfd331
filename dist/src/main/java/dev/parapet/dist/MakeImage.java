package dev.parapet.dist;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Makes a folder that runs Parapet without a JDK: {@code MakeImage APPLICATION LAUNCHER IMAGE TIME}, where APPLICATION
 * holds the archives, LAUNCHER the start script, and TIME is what all files are dated with. The JDK that runs it is the one
 * of which the image takes what the application needs.
 */
public final class MakeImage {
    private MakeImage() {}

    /** Makes it. */
    public static void main(String[] arguments) throws Exception {
        Path application = Path.of(arguments[0]);
        Path launcher = Path.of(arguments[1]);
        Path image = Path.of(arguments[2]);
        FileTime time = FileTime.from(Instant.parse(arguments[3]));
        if (Files.exists(image)) {
            for (Path file : below(image).reversed()) {
                Files.delete(file);
            }
        }
        List<Path> archives;
        try (Stream<Path> files = Files.list(application)) {
            archives = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
        link(modules(archives), image);
        Path app = Files.createDirectories(image.resolve("app"));
        for (Path archive : archives) {
            Files.copy(archive, app.resolve(archive.getFileName()));
        }
        Path libraries = Files.createDirectories(app.resolve("native/lib"));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(application.resolve("native/lib"))) {
            for (Path library : files) {
                Files.copy(library, libraries.resolve(library.getFileName()));
            }
        }
        Files.copy(launcher.resolve("parapet"), image.resolve("bin/parapet"), StandardCopyOption.COPY_ATTRIBUTES);
        // The cache is only good for archives of the same date, and that is the one that they have when they are
        // unpacked.
        for (Path file : below(image)) {
            Files.setLastModifiedTime(file, time);
        }
        rehearse(image);
    }

    /** The modules of the JDK that the archives need. */
    private static String modules(List<Path> archives) {
        List<String> command = new ArrayList<>(List.of(
                "--multi-release",
                String.valueOf(Runtime.version().feature()),
                "--ignore-missing-deps",
                "--print-module-deps",
                "--class-path"));
        command.add(String.join(
                File.pathSeparator, archives.stream().map(Path::toString).toList()));
        archives.forEach(archive -> command.add(archive.toString()));
        return run("jdeps", command).lines().reduce("", (first, last) -> last);
    }

    private static void link(String modules, Path image) {
        run(
                "jlink",
                List.of(
                        "--add-modules",
                        modules,
                        "--output",
                        image.toString(),
                        "--strip-java-debug-attributes",
                        "--no-header-files",
                        "--no-man-pages",
                        "--compress",
                        "zip-6"));
    }

    /** Runs a tool of the JDK; what it prints, where it succeeds. */
    private static String run(String name, List<String> command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        ToolProvider tool = ToolProvider.findFirst(name)
                .orElseThrow(() -> new IllegalStateException("this JDK has no " + name + "; use a whole JDK"));
        int code = tool.run(stream, stream, command.toArray(String[]::new));
        String text = out.toString(StandardCharsets.UTF_8);
        if (code != 0) {
            throw new IllegalStateException(name + " failed: " + text);
        }
        return text;
    }

    /** Makes the ahead-of-time cache, by running what people run. */
    private static void rehearse(Path image) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                image.resolve("bin/java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                // What a rehearsal runs often a small scan does not: compiled by its example, it would take longer.
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-AOTRecordTraining",
                "-XX:AOTCacheOutput=" + image.resolve("app/parapet.aot"),
                "-Dparapet.rehearsal=1",
                "-cp",
                image.resolve("app/parapet.jar").toString(),
                "dev.parapet.cli.Main");
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the rehearsal failed: " + said);
        }
    }

    /** A folder and all below it, folders before what they hold. */
    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted(Comparator.naturalOrder()).toList();
        }
    }
}
