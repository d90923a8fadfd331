package dev.parapet.read.code.function;

import com.google.re2j.Pattern;
import dev.parapet.model.SourceFile;
import dev.parapet.model.SourceTree;
import dev.parapet.read.code.FilePaths;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The scanned files, as they are searched for handlers. */
final class Project {
    /** Files that one search looks into. */
    static final int MAXIMUM_SEARCHED = 400;

    /** Texts that are kept, as several functions are looked for in the same files. */
    private static final int KEPT_TEXTS = 64;

    /** Folders and files of tests, which hold handlers only to try them. */
    private static final Pattern TESTS = Pattern.compile(
            "(^|/)(tests?|__tests__|spec)/|\\.(test|spec)\\.[a-z]+$|_test\\.(go|py)$|(^|/)test_[^/]*\\.py$|Tests?\\.(java|cs)$");

    private final SourceTree tree;
    private final FilePaths paths;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Compiled compiled;

    Project(SourceTree tree, FilePaths paths) {
        this.tree = tree;
        this.paths = paths;
        this.compiled = new Compiled(tree, this);
    }

    /** What was compiled. */
    Compiled compiled() {
        return compiled;
    }

    FilePaths paths() {
        return paths;
    }

    boolean exists(String path) {
        return paths.exists(path);
    }

    /** The text of a file; empty when there is none that can be read. */
    String text(String path) {
        String known = texts.get(path);
        if (known == null) {
            known = paths.exists(path) ? tree.read(path).map(SourceFile::text).orElse("") : "";
            if (texts.size() >= KEPT_TEXTS) {
                texts.remove(texts.keySet().iterator().next());
            }
            texts.put(path, known);
        }
        return known;
    }

    /** The files below a folder that are wanted, those of tests and of declarations left out. */
    List<String> below(String folder, Predicate<String> wanted) {
        List<String> found = new ArrayList<>();
        for (String path : paths.below(folder)) {
            String inside = folder.isEmpty() ? path : path.substring(folder.length() + 1);
            if (wanted.test(path)
                    && !path.endsWith(".d.ts")
                    && !TESTS.matcher(inside).find()) {
                found.add(path);
            }
        }
        return found;
    }

    /** Whether a file's text has a match of a pattern. */
    boolean has(String path, Pattern pattern) {
        return pattern.matcher(text(path)).find();
    }

    /**
     * The one of some files that is meant: the only one; else the one that shares the most words of its path with the hints (the
     * function's name, what is left of its code's path); else the one that lies less deep than all others.
     */
    static Optional<String> chosen(List<String> candidates, Hints hints) {
        if (candidates.size() <= 1) {
            return candidates.stream().findFirst();
        }
        Comparator<String> order = Comparator.comparingInt((String path) -> -hints.shared(path))
                .thenComparingInt(path -> path.split("/", -1).length);
        List<String> sorted = candidates.stream().sorted(order).toList();
        return order.compare(sorted.get(0), sorted.get(1)) == 0 ? Optional.empty() : Optional.of(sorted.getFirst());
    }

    /** The nearest folder around, the folder itself first, that holds one of some files; empty when none does within the limit. */
    Optional<String> around(String folder, String limit, Predicate<String> name) {
        for (String at = folder; ; at = FilePaths.folder(at)) {
            if (paths.in(at).stream().map(FilePaths::name).anyMatch(name)) {
                return Optional.of(at);
            }
            if (at.isEmpty() || at.equals(limit)) {
                return Optional.empty();
            }
        }
    }
}
