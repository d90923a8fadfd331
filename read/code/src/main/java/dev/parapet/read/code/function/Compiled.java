package dev.parapet.read.code.function;

import dev.parapet.model.SourceTree;
import dev.parapet.model.code.Handler;
import dev.parapet.model.code.Language;
import dev.parapet.read.code.FilePaths;
import dev.parapet.read.code.classfile.ArchiveException;
import dev.parapet.read.code.classfile.CompiledCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Handlers in class files, where there is no source: in the archive that the template names, else in one or a folder where a build puts them. */
final class Compiled {
    /** Archives that are looked into for one handler. */
    private static final int MAXIMUM_ARCHIVES = 8;

    /** Projects whose classes are kept, as several functions are of one. */
    private static final int KEPT = 2;

    private final SourceTree tree;
    private final Project project;
    private final Map<String, Optional<CompiledCode>> known = new LinkedHashMap<>();
    private final Map<String, String> problems = new HashMap<>();

    Compiled(SourceTree tree, Project project) {
        this.tree = tree;
        this.project = project;
    }

    /**
     * The handler of a function.
     *
     * @param type its class, as the template names it
     * @param method its method
     */
    Optional<Located> find(Sought sought, String type, String method) {
        String internal = type.replace('.', '/');
        String named = FilePaths.join(sought.folder(), sought.built());
        List<String> archives = new ArrayList<>();
        if (project.exists(named) && CompiledCode.isArchive(named)) {
            archives.add(named);
        } else {
            for (String folder : sought.folders()) {
                Optional<Located> found = inFolder(folder, internal, sought).map(it -> located(it, internal, method));
                if (found.isPresent()) {
                    return found;
                }
                archives.addAll(project.below(folder, Compiled::isOfProject));
            }
        }
        for (String archive :
                archives.stream().distinct().limit(MAXIMUM_ARCHIVES).toList()) {
            Optional<Located> found = inArchive(archive, internal).map(it -> located(it, internal, method));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Whether a file is an archive, and not one of those that builds make or bring beside what is deployed. */
    private static boolean isOfProject(String path) {
        return CompiledCode.isArchive(path)
                && !path.endsWith("-sources.jar")
                && !path.endsWith("-javadoc.jar")
                && !path.endsWith("-wrapper.jar");
    }

    private Optional<CompiledCode> inFolder(String folder, String internal, Sought sought) {
        String suffix = '/' + internal + ".class";
        List<String> candidates = project.below(folder, path -> ('/' + path).endsWith(suffix));
        return Project.chosen(candidates, sought.hints()).flatMap(path -> {
            String root = path.substring(0, Math.max(0, path.length() - suffix.length()));
            return kept(root, internal, () -> CompiledCode.inFolder(root, internal, tree, project.paths()));
        });
    }

    private Optional<CompiledCode> inArchive(String path, String internal) {
        return kept(path, internal, () -> {
            try {
                return CompiledCode.inArchive(path, internal, tree);
            } catch (ArchiveException e) {
                problems.put(path, String.valueOf(e.getMessage()));
                return Optional.empty();
            }
        });
    }

    private interface Reading {
        Optional<CompiledCode> read();
    }

    /** Functions of one package share what is read for them. */
    private Optional<CompiledCode> kept(String place, String internal, Reading reading) {
        String key = place + '!' + FilePaths.folder(internal);
        Optional<CompiledCode> code = known.get(key);
        if (code == null || code.isEmpty()) {
            code = reading.read();
            if (known.size() >= KEPT) {
                known.remove(known.keySet().iterator().next());
            }
            known.put(key, code);
        }
        return code.filter(it -> it.path(internal) != null);
    }

    private static Located located(CompiledCode code, String internal, String method) {
        String type = internal.substring(internal.lastIndexOf('/') + 1).replace('$', '.');
        String path = String.valueOf(code.path(internal));
        return new Located(new Handler(Language.JAVA, path, type + '.' + method), code.roots(), code.files());
    }

    /** Why an archive was not read; null where nothing was wrong with it. */
    @Nullable
    String problem(String path) {
        return problems.get(path);
    }
}
