package dev.parapet.read.code;

import dev.parapet.model.SourceFile;
import dev.parapet.model.SourceTree;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Packages of Python that an installer put among the scanned files, as {@code pip install --target} does for layers: libraries, which are
 * known by their names like all others and not followed. An installer lists what it put in a file {@code RECORD}
 * (https://packaging.python.org/en/latest/specifications/recording-installed-packages/).
 */
final class InstalledPackages {
    private static final String INFO = ".dist-info";

    private static final String RECORD = INFO + "/RECORD";

    /** Stands beside the list where the package came from a folder or repository, and may be the author's own. */
    private static final String DIRECT = "direct_url.json";

    private static final int MAXIMUM_LISTS = 1_000;

    /** The files and folders that packages begin in. */
    private final Set<String> places = new HashSet<>();

    /** Those of some files. */
    InstalledPackages(SourceTree tree) {
        List<String> paths = tree.paths();
        Set<String> direct = new HashSet<>();
        paths.stream()
                .filter(path -> path.endsWith(INFO + '/' + DIRECT))
                .forEach(path -> direct.add(FilePaths.folder(path)));
        paths.stream()
                .filter(path -> path.endsWith(RECORD) && !direct.contains(FilePaths.folder(path)))
                .limit(MAXIMUM_LISTS)
                .map(tree::read)
                .flatMap(Optional::stream)
                .forEach(this::add);
    }

    /** A line is a path from the folder that holds the list's folder, a hash and a size, separated by commas. */
    private void add(SourceFile list) {
        String around = FilePaths.folder(FilePaths.folder(list.path()));
        list.text().lines().forEach(line -> {
            String path = line.replace("\"", "").split(",", 2)[0];
            String first = path.split("/", 2)[0];
            if (!first.isEmpty() && !first.startsWith(".") && !first.endsWith(INFO)) {
                places.add(FilePaths.join(around, first));
            }
        });
    }

    /** Whether a file is part of one. */
    boolean hold(String path) {
        for (String at = path; !places.isEmpty() && !at.isEmpty(); at = FilePaths.folder(at)) {
            if (places.contains(at)) {
                return true;
            }
        }
        return false;
    }
}
