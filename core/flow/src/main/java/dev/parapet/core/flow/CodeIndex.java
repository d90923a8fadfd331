package dev.parapet.core.flow;

import dev.parapet.core.flow.scope.FileScopes;
import dev.parapet.model.code.CodeBase;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files of a project with their scopes. */
final class CodeIndex {
    /** Files of a project that are read to find what implements an interface. */
    private static final int MAXIMUM_FILES = 1_000;

    private final CodeBase code;
    private final Modules modules;
    private final IdentityHashMap<CodeFile, FileScopes> scopes = new IdentityHashMap<>();
    private final IdentityHashMap<CodeFile, List<CodeFile>> siblings = new IdentityHashMap<>();
    private @Nullable List<String> javaPaths;
    private final Map<Imported, List<CodeFile>> packages = new HashMap<>();

    /** A module as files of one folder import it. */
    private record Imported(String folder, String module) {}

    CodeIndex(CodeBase code) {
        this.code = code;
        this.modules = new Modules(code);
    }

    /** The files that were asked for so far, in the order of their paths. */
    List<FileScopes> loaded() {
        return scopes.values().stream()
                .sorted(Comparator.comparing(it -> it.file().path()))
                .toList();
    }

    FileScopes scopes(CodeFile file) {
        return scopes.computeIfAbsent(file, FileScopes::of);
    }

    /** The file that an import means; of a package of several files, the first. */
    Optional<CodeFile> resolve(String module, CodeFile from) {
        return from.language() == Language.GO
                ? packages
                        .computeIfAbsent(
                                new Imported(Modules.folder(from.path()), module),
                                ignored -> code.packageFiles(module, from))
                        .stream()
                        .findFirst()
                : modules.resolve(module, from);
    }

    /** The file of a Python module by its whole name, of which a package may have no file of its own. */
    Optional<CodeFile> pythonModule(String name) {
        return modules.python(name);
    }

    /**
     * The file of a class of Java by its path, without an extension, from the folder that packages begin in, its source before what was compiled of it;
     * null where there is none.
     */
    @Nullable
    CodeFile javaFile(String name, String sourceRoot) {
        CodeFile source = javaFileOf(name + ".java", sourceRoot);
        return source == null ? javaFileOf(name + ".class", sourceRoot) : source;
    }

    private @Nullable CodeFile javaFileOf(String path, String sourceRoot) {
        List<String> candidates = new ArrayList<>();
        candidates.add(Modules.join(sourceRoot, path));
        code.roots().forEach(root -> candidates.add(Modules.join(root, path)));
        for (String one : javaPaths()) {
            if (one.endsWith("/" + path)) {
                candidates.add(one);
            }
        }
        for (String candidate : candidates) {
            if (code.exists(candidate)) {
                return code.file(candidate).orElse(null);
            }
        }
        return null;
    }

    /** All files of Java of the project, in the order of their paths, as many as are read of one project. */
    List<FileScopes> javaFiles() {
        return javaPaths().stream()
                .limit(MAXIMUM_FILES)
                .flatMap(path -> code.file(path).stream())
                .map(this::scopes)
                .toList();
    }

    /** Whether the project has classes in a package of Java. */
    boolean isJavaPackage(String name) {
        String folder = name.replace('.', '/');
        return javaPaths().stream().map(Modules::folder).anyMatch(it -> it.equals(folder) || it.endsWith("/" + folder));
    }

    private List<String> javaPaths() {
        if (javaPaths == null) {
            javaPaths = code.paths(Language.JAVA);
        }
        return javaPaths;
    }

    List<CodeFile> siblings(CodeFile file) {
        return siblings.computeIfAbsent(file, code::siblings);
    }

    Optional<CodeFile> file(String path) {
        return code.file(path);
    }
}
