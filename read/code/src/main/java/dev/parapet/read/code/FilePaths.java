package dev.parapet.read.code;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** The paths of the scanned files, to ask which there are; relative to the scanned root, which is the empty folder. */
public final class FilePaths {
    /** What {@link #join} gives for a path that leaves the scanned root; nothing is there. */
    public static final String OUTSIDE = "..";

    private final List<String> sorted;

    /** The paths of some files. */
    public FilePaths(Collection<String> paths) {
        this.sorted = Collections.unmodifiableList(
                Arrays.asList(paths.stream().sorted().toArray(String[]::new)));
    }

    /** Whether there is a file of this path. */
    public boolean exists(String path) {
        return Collections.binarySearch(sorted, path) >= 0;
    }

    /** The files in a folder and in those inside it, sorted. */
    public List<String> below(String folder) {
        if (folder.isEmpty()) {
            return sorted;
        }
        // '0' is the character after '/'.
        return sorted.subList(first(folder + '/'), first(folder + '0'));
    }

    /** The files in a folder itself, sorted. */
    public List<String> in(String folder) {
        return below(folder).stream()
                .filter(path -> folder(path).equals(folder))
                .toList();
    }

    /** Whether there is a file somewhere below a folder. */
    public boolean isFolder(String folder) {
        return !below(folder).isEmpty();
    }

    private int first(String from) {
        int found = Collections.binarySearch(sorted, from);
        return found < 0 ? -found - 1 : found;
    }

    /** The folder that a file or folder is in. */
    public static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** The last part of a path. */
    public static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** A path in a folder, {@code .} and {@code ..} followed, or {@link #OUTSIDE}. */
    public static String join(String folder, String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (folder + '/' + path.replace('\\', '/')).split("/", -1)) {
            switch (part) {
                case "", "." -> {}
                case ".." -> {
                    if (parts.pollLast() == null) {
                        return OUTSIDE;
                    }
                }
                default -> parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }
}
