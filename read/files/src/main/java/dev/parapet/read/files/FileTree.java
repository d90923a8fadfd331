package dev.parapet.read.files;

import dev.parapet.model.Fault;
import dev.parapet.model.SourceFile;
import dev.parapet.model.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The regular files below some places on disk. Links are not followed, special files are never opened, and every file or
 * folder that is passed over for such a reason has one fault. Folders that hold what tools made of the sources, or the
 * sources of others ({@link #FOREIGN}), are no part of the application and are left out without a word.
 */
public final class FileTree implements SourceTree {
    /**
     * Names of folders that are not the author's: version control, installed dependencies, and what build tools keep for
     * themselves. {@code cdk.out} is none of them: it holds the templates that a CDK application deploys.
     */
    public static final Set<String> FOREIGN = Set.of(
            ".git",
            ".hg",
            ".svn",
            "node_modules",
            "bower_components",
            ".venv",
            "venv",
            "site-packages",
            "__pycache__",
            ".tox",
            ".aws-sam",
            ".serverless",
            ".terraform",
            ".gradle");

    private record Folder(Path path, int depth) {}

    private final Bounds bounds;
    private final Path base;
    private final Map<String, Path> files = new TreeMap<>();
    private final Map<String, Fault> faults = new TreeMap<>();

    private FileTree(Path base, Bounds bounds) {
        this.base = base;
        this.bounds = bounds;
    }

    /**
     * Lists what is below some places.
     *
     * @param places files and folders; a place that is itself a link is followed, because somebody named it
     * @throws PlaceException when a place does not exist or cannot be read
     */
    public static FileTree of(Collection<Path> places, Bounds bounds) throws PlaceException {
        List<Path> real = new ArrayList<>();
        for (Path place : places) {
            real.add(realPath(place));
        }
        FileTree tree = new FileTree(commonFolder(real), bounds);
        for (Path place : real) {
            tree.list(place);
        }
        return tree;
    }

    /** The same files, for a look whose faults are nobody's business. */
    public FileTree apart() {
        FileTree apart = new FileTree(base, bounds);
        apart.files.putAll(files);
        return apart;
    }

    private static Path realPath(Path place) throws PlaceException {
        try {
            return place.toRealPath();
        } catch (NoSuchFileException ignored) {
            throw new PlaceException("'" + PathText.of(place) + "' does not exist; give the path of an application");
        } catch (IOException | SecurityException problem) {
            throw new PlaceException("'" + PathText.of(place) + "' cannot be read: " + Problem.inWords(problem));
        }
    }

    private static Path commonFolder(List<Path> places) {
        Path common = null;
        for (Path place : places) {
            Path folder = Files.isDirectory(place) ? place : parent(place);
            if (common == null) {
                common = folder;
            }
            while (!folder.startsWith(common)) {
                common = parent(common);
            }
        }
        return common == null ? Path.of("") : common;
    }

    private static Path parent(Path path) {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }

    private void list(Path place) {
        Deque<Folder> open = new ArrayDeque<>();
        enter(place, 0, open);
        while (!open.isEmpty()) {
            Folder folder = open.remove();
            List<Path> entries = entries(folder.path());
            entries.sort(Comparator.naturalOrder());
            for (Path entry : entries) {
                enter(entry, folder.depth() + 1, open);
            }
        }
    }

    private List<Path> entries(Path folder) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path entry : stream) {
                entries.add(entry);
            }
        } catch (IOException | DirectoryIteratorException problem) {
            fault(folder, Fault.Kind.UNREADABLE, "the folder cannot be listed: " + Problem.inWords(problem));
        }
        return entries;
    }

    private void enter(Path path, int depth, Deque<Folder> open) {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException problem) {
            fault(path, Fault.Kind.UNREADABLE, "it cannot be looked at: " + Problem.inWords(problem));
            return;
        }
        if (attributes.isSymbolicLink()) {
            fault(path, Fault.Kind.UNSUPPORTED, "it is a link, and links are not followed; scan what it points to");
        } else if (attributes.isDirectory()) {
            if (depth > bounds.depth()) {
                fault(
                        path,
                        Fault.Kind.LIMIT,
                        "the folder lies more than " + bounds.depth()
                                + " folders deep and was left out; scan it by itself");
            } else if (depth == 0 || !FOREIGN.contains(name(path))) {
                open.add(new Folder(path, depth));
            }
        } else if (!attributes.isRegularFile()) {
            fault(path, Fault.Kind.UNSUPPORTED, "it is a device, a pipe or a socket, and was not opened");
        } else if (files.size() >= bounds.files()) {
            fault(
                    base,
                    Fault.Kind.LIMIT,
                    "there are more than " + bounds.files()
                            + " files, and the rest was left out; scan a part at a time");
            open.clear();
        } else {
            files.put(PathText.of(base, path), path);
        }
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }

    private void fault(Path path, Fault.Kind kind, String message) {
        fault(PathText.of(base, path), kind, message);
    }

    private synchronized void fault(String path, Fault.Kind kind, String message) {
        faults.putIfAbsent(path, new Fault(kind, path, 1, message));
    }

    /** The folder that all paths are relative to. */
    public Path base() {
        return base;
    }

    @Override
    public List<String> paths() {
        return List.copyOf(files.keySet());
    }

    @Override
    public Optional<SourceFile> read(String path) {
        @Nullable Path file = files.get(path);
        if (file == null) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(bounds.bytes() + 1);
            if (bytes.length > bounds.bytes()) {
                fault(
                        path,
                        Fault.Kind.LIMIT,
                        "it is larger than " + bounds.bytes() / 1_000_000 + " MB and was not read; split it");
                return Optional.empty();
            }
            String text = Encoding.decode(bytes);
            if (text == null) {
                fault(path, Fault.Kind.UNREADABLE, "it is not text in UTF-8; save it as UTF-8");
                return Optional.empty();
            }
            return Optional.of(new SourceFile(path, text));
        } catch (IOException problem) {
            fault(path, Fault.Kind.UNREADABLE, "it cannot be read: " + Problem.inWords(problem));
            return Optional.empty();
        }
    }

    @Override
    public byte[] peek(String path, int length) {
        @Nullable Path file = files.get(path);
        if (file == null) {
            return new byte[0];
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(length);
        } catch (IOException problem) {
            fault(path, Fault.Kind.UNREADABLE, "it cannot be read: " + Problem.inWords(problem));
            return new byte[0];
        }
    }

    @Override
    public synchronized List<Fault> faults() {
        return List.copyOf(faults.values());
    }

    /** Says in words why the system refused. */
    private static final class Problem {
        private Problem() {}

        static String inWords(Throwable problem) {
            return switch (problem) {
                case AccessDeniedException ignored -> "permission denied";
                case NoSuchFileException ignored -> "it is gone";
                case NotDirectoryException ignored -> "it is no folder any more";
                default -> {
                    String message = problem.getMessage();
                    yield message == null ? problem.getClass().getSimpleName() : message;
                }
            };
        }
    }
}
