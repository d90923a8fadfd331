package dev.parapet.model.code;

import java.util.List;
import java.util.Optional;

/** The files of a project, read when they are asked for. */
public interface CodeBase {
    /** Whether there is a file of code at a path, relative to the scanned root. */
    boolean exists(String path);

    /** The code of a file; empty when there is none, or it could not be read. The same path gives the same object. */
    Optional<CodeFile> file(String path);

    /**
     * The folders in which modules are looked for that are named without a leading dot: where the function's code is put, and
     * its layers. Relative to the scanned root; the root itself is empty.
     */
    List<String> roots();

    /** The files of the package that an import names, where a package is several files (Go), in the order of their paths. */
    default List<CodeFile> packageFiles(String module, CodeFile from) {
        return List.of();
    }

    /** The paths, with or without an extension, that a module of ECMAScript is when it is named by another name of it. */
    default List<String> aliases(String module) {
        return List.of();
    }

    /**
     * The paths of all files of a language in the project, sorted, where what is looked for can be in any of them: what implements an
     * interface of Java, what a framework finds by its annotations.
     */
    default List<String> paths(Language language) {
        return List.of();
    }

    /** The other files whose names are seen without an import: of the same package (Java, Go), of the project (C#). */
    default List<CodeFile> siblings(CodeFile file) {
        return List.of();
    }
}
