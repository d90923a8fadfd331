package dev.parapet.core.flow;

import dev.parapet.core.flow.scope.FileScopes;
import dev.parapet.model.code.CodeBase;
import dev.parapet.model.code.CodeFile;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** The files of a project with their scopes. */
final class CodeIndex {
    private final CodeBase code;
    private final Modules modules;
    private final IdentityHashMap<CodeFile, FileScopes> scopes = new IdentityHashMap<>();

    CodeIndex(CodeBase code) {
        this.code = code;
        this.modules = new Modules(code);
    }

    FileScopes scopes(CodeFile file) {
        return scopes.computeIfAbsent(file, FileScopes::of);
    }

    Optional<CodeFile> resolve(String module, CodeFile from) {
        return modules.resolve(module, from);
    }

    /** The file of a Python module by its whole name, of which a package may have no file of its own. */
    Optional<CodeFile> pythonModule(String name) {
        return modules.python(name);
    }

    List<CodeFile> siblings(CodeFile file) {
        return code.siblings(file);
    }

    Optional<CodeFile> file(String path) {
        return code.file(path);
    }
}
