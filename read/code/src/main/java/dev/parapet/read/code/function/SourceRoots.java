package dev.parapet.read.code.function;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.parapet.read.code.FilePaths;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The folders below which the sources of Java lie by their packages. */
final class SourceRoots {
    private static final Pattern STANDARD = Pattern.compile("^((?:.*/)?src/main/java)/");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");
    private static final int MAXIMUM_ROOTS = 100;

    private SourceRoots() {}

    /** The source roots below a folder: those of Maven's standard layout, else what is left of paths without their packages. */
    static List<String> of(String folder, Project project) {
        Set<String> roots = new LinkedHashSet<>();
        List<String> files = project.below(folder, path -> path.endsWith(".java"));
        for (String path : files) {
            Matcher standard = STANDARD.matcher(path);
            if (standard.find() && roots.size() < MAXIMUM_ROOTS) {
                roots.add(standard.group(1));
            }
        }
        if (roots.isEmpty() && !files.isEmpty() && files.size() <= Project.MAXIMUM_SEARCHED) {
            for (String path : files) {
                List<String> names = Words.of(project.text(path), PACKAGE);
                String in = names.isEmpty() ? "" : names.getFirst().replace('.', '/');
                String at = FilePaths.folder(path);
                if (('/' + at).endsWith('/' + in) && roots.size() < MAXIMUM_ROOTS) {
                    roots.add(at.equals(in) ? "" : at.substring(0, at.length() - in.length() - 1));
                }
            }
        }
        return List.copyOf(roots);
    }
}
