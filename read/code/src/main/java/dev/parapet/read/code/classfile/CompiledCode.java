package dev.parapet.read.code.classfile;

import dev.parapet.model.SourceTree;
import dev.parapet.read.code.CodeReading;
import dev.parapet.read.code.FilePaths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The class files of a project that lie in an archive or a folder. They are read when they are asked for, and never run. A class in an archive has
 * the path {@code build/app.jar!/com/example/Orders.class}; the classes inside it are a part of that file.
 */
public final class CompiledCode {
    /** https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html: what can be uploaded has at most 50 MB. */
    private static final int MAXIMUM_ARCHIVE = 50 << 20;

    /** The same: unpacked, it has at most 250 MB. */
    private static final int MAXIMUM_UNPACKED = 250 << 20;

    /** Bytes of class files that are kept of one project. */
    private static final int MAXIMUM_OWN = 30 << 20;

    private static final int MAXIMUM_CLASS = 3_000_000;
    private static final String CLASS = ".class";

    /** Where classes lie in archives that frameworks make: https://docs.spring.io/spring-boot/specification/executable-jar/nested-jars.html. */
    private static final List<String> FOLDERS = List.of("", "BOOT-INF/classes/");

    private final Set<String> names = new HashSet<>();
    private final List<String> roots = new ArrayList<>();
    private final Map<String, Supplier<CodeReading>> files = new LinkedHashMap<>();
    private int unpacked;
    private int kept;

    private CompiledCode() {}

    /** Whether a file is, by its name, an archive that can hold class files. */
    public static boolean isArchive(String path) {
        return path.endsWith(".jar") || path.endsWith(".zip");
    }

    /** Whether a file is, by its name, a class file. */
    public static boolean isClass(String path) {
        return path.endsWith(CLASS);
    }

    /**
     * The project's classes in an archive; empty where a class is not among them.
     *
     * @param path the archive
     * @param handler the internal name of the handler's class
     * @throws ArchiveException when the archive cannot be read
     */
    public static Optional<CompiledCode> inArchive(String path, String handler, SourceTree tree)
            throws ArchiveException {
        byte[] content = tree.peek(path, MAXIMUM_ARCHIVE + 1);
        if (content.length > MAXIMUM_ARCHIVE) {
            throw new ArchiveException("has more than 50 MB");
        }
        CompiledCode code = new CompiledCode();
        code.add(path + "!", new ZipArchive(content), handler);
        return code.found(handler);
    }

    /**
     * The project's classes in a folder; empty where a class is not among them.
     *
     * @param root the folder that packages begin in
     * @param handler the internal name of the handler's class
     */
    public static Optional<CompiledCode> inFolder(String root, String handler, SourceTree tree, FilePaths paths) {
        CompiledCode code = new CompiledCode();
        Map<String, Supplier<byte[]>> classes = new TreeMap<>();
        for (String path : paths.below(root)) {
            if (isClass(path)) {
                String inside = root.isEmpty() ? path : path.substring(root.length() + 1);
                classes.put(
                        inside.substring(0, inside.length() - CLASS.length()), () -> tree.peek(path, MAXIMUM_CLASS));
            }
        }
        code.add(root, classes, OwnPackages.of(handler, classes.keySet()));
        return code.found(handler);
    }

    private Optional<CompiledCode> found(String handler) {
        return names.contains(handler) ? Optional.of(this) : Optional.empty();
    }

    /** The folders that packages begin in. */
    public List<String> roots() {
        return List.copyOf(roots);
    }

    /** The files by their paths. */
    public Map<String, Supplier<CodeReading>> files() {
        return Map.copyOf(files);
    }

    /** The path of the file that a class is in; null where it is none of these. */
    public @Nullable String path(String internal) {
        String outer = outermost(internal, names);
        for (String root : roots) {
            String path = path(root, outer);
            if (files.containsKey(path)) {
                return path;
            }
        }
        return null;
    }

    private static String path(String root, String name) {
        return (root.isEmpty() ? "" : root + '/') + name + CLASS;
    }

    private void add(String file, ZipArchive archive, String handler) {
        Predicate<String> own = OwnPackages.of(handler, archive.names());
        for (String folder : FOLDERS) {
            Map<String, Supplier<byte[]>> classes = new TreeMap<>();
            for (String entry : archive.names()) {
                if (entry.startsWith(folder) && isClass(entry)) {
                    String name = entry.substring(folder.length(), entry.length() - CLASS.length());
                    classes.put(name, () -> archive.read(entry, MAXIMUM_CLASS).orElse(new byte[0]));
                }
            }
            add(FilePaths.join(file, folder), classes, own);
        }
        for (String entry : archive.names()) {
            if (entry.endsWith(".jar") && (entry.startsWith("lib/") || entry.startsWith("BOOT-INF/lib/"))) {
                library(file + '/' + entry + '!', archive.read(entry, MAXIMUM_ARCHIVE), handler);
            }
        }
    }

    /** Of an archive inside an archive, the classes that are of the handler's makers. */
    private void library(String path, Optional<byte[]> content, String handler) {
        unpacked += content.map(it -> it.length).orElse(0);
        if (content.isEmpty() || unpacked > MAXIMUM_UNPACKED || handler.indexOf('/') < 0) {
            return;
        }
        try {
            ZipArchive archive = new ZipArchive(content.get());
            Predicate<String> own = OwnPackages.of(handler, List.of("kotlin/"));
            Map<String, Supplier<byte[]>> classes = new TreeMap<>();
            for (String entry : archive.names()) {
                String name = entry.endsWith(CLASS) ? entry.substring(0, entry.length() - CLASS.length()) : "";
                if (own.test(name)) {
                    classes.put(name, () -> archive.read(entry, MAXIMUM_CLASS).orElse(new byte[0]));
                }
            }
            add(path, classes, own);
        } catch (ArchiveException e) {
            // A library that is broken is none of the project's; what is missing of it is not known, as of all
            // libraries.
        }
    }

    private void add(String root, Map<String, Supplier<byte[]>> classes, Predicate<String> own) {
        Map<String, TreeMap<String, byte[]>> sources = new TreeMap<>();
        for (Map.Entry<String, Supplier<byte[]>> one : classes.entrySet()) {
            String name = one.getKey();
            if (!own.test(name) || !isName(name) || kept > MAXIMUM_OWN) {
                continue;
            }
            byte[] content = one.getValue().get();
            kept += content.length;
            if (names.add(name)) {
                sources.computeIfAbsent(outermost(name, classes.keySet()), ignored -> new TreeMap<>())
                        .put(name, content);
            }
        }
        if (!sources.isEmpty()) {
            roots.add(root);
        }
        sources.forEach((name, parts) -> {
            String path = path(root, name);
            Map<String, CodeReading> known = new HashMap<>();
            files.put(
                    path,
                    () -> known.computeIfAbsent(name, ignored -> ClassFiles.read(path, name, parts, names::contains)));
        });
    }

    /** Whether a name is that of a class, and none that leads out of an archive. */
    private static boolean isName(String name) {
        return !name.isEmpty()
                && !name.startsWith("/")
                && !name.contains("..")
                && !name.contains("\\")
                && !name.startsWith("META-INF/")
                && !name.endsWith("module-info")
                && !name.endsWith("package-info");
    }

    /** The class that a class is inside, whose source it is in. */
    private static String outermost(String name, Set<String> all) {
        for (int i = name.indexOf('$'); i > 0; i = name.indexOf('$', i + 1)) {
            if (all.contains(name.substring(0, i))) {
                return name.substring(0, i);
            }
        }
        return name;
    }
}
