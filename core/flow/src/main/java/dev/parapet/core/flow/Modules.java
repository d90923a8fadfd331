package dev.parapet.core.flow;

import dev.parapet.model.code.CodeBase;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.Language;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which file of the project an import means. */
final class Modules {
    private static final List<String> ECMASCRIPT =
            List.of(".ts", ".mts", ".cts", ".tsx", ".js", ".mjs", ".cjs", ".jsx");

    private final CodeBase code;

    Modules(CodeBase code) {
        this.code = code;
    }

    /** The file that {@code module} is, imported by {@code from}; empty when it is not of the project. */
    Optional<CodeFile> resolve(String module, CodeFile from) {
        List<String> candidates = switch (from.language()) {
            case PYTHON -> python(module, from);
            case JAVASCRIPT, TYPESCRIPT -> ecmascript(module, from);
            case JAVA ->
                Stream.of(".java", ".class")
                        .flatMap(end -> code.roots().stream().map(root -> join(root, module.replace('.', '/') + end)))
                        .toList();
            // Their packages and namespaces are several files: CodeBase.siblings.
            case GO, CSHARP -> List.of();
        };
        for (String candidate : candidates) {
            if (code.exists(candidate)) {
                return code.file(candidate);
            }
        }
        return Optional.empty();
    }

    /** The file of a Python module by its whole name. */
    Optional<CodeFile> python(String module) {
        for (String root : code.roots()) {
            String base = join(root, module.replace('.', '/'));
            for (String candidate : List.of(base + ".py", join(base, "__init__.py"))) {
                if (code.exists(candidate)) {
                    return code.file(candidate);
                }
            }
        }
        return Optional.empty();
    }

    /** https://docs.python.org/3/reference/import.html#the-import-system. */
    private List<String> python(String module, CodeFile from) {
        int dots = 0;
        while (dots < module.length() && module.charAt(dots) == '.') {
            dots++;
        }
        String path = module.substring(dots).replace('.', '/');
        List<String> folders = new ArrayList<>();
        if (dots > 0) {
            String folder = folder(from.path());
            for (int i = 1; i < dots; i++) {
                folder = folder(folder);
            }
            folders.add(folder);
        } else {
            folders.addAll(code.roots());
        }
        List<String> candidates = new ArrayList<>();
        for (String folder : folders) {
            String base = join(folder, path);
            candidates.add(base + ".py");
            candidates.add(join(base, "__init__.py"));
        }
        return candidates;
    }

    /**
     * https://nodejs.org/api/modules.html#all-together for relative paths, and TypeScript's way of naming the file that will be
     * there after it is compiled.
     */
    private List<String> ecmascript(String module, CodeFile from) {
        List<String> candidates = new ArrayList<>();
        code.aliases(module).forEach(alias -> candidates(alias, candidates));
        if (module.startsWith(".") || module.startsWith("/")) {
            candidates(join(folder(from.path()), module), candidates);
        } else {
            code.roots().forEach(root -> candidates(join(root, module), candidates));
        }
        return candidates;
    }

    private static void candidates(String base, List<String> into) {
        if (ECMASCRIPT.stream().anyMatch(base::endsWith)) {
            into.add(base);
        }
        // A source in TypeScript is imported by the name of what it is compiled to.
        int dot = base.lastIndexOf('.');
        if (dot > base.lastIndexOf('/') && ECMASCRIPT.contains(base.substring(dot))) {
            ECMASCRIPT.forEach(extension -> into.add(base.substring(0, dot) + extension));
        }
        ECMASCRIPT.forEach(extension -> into.add(base + extension));
        ECMASCRIPT.forEach(extension -> into.add(join(base, "index" + extension)));
    }

    static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** A path in a folder, {@code .} and {@code ..} followed. One that leaves the scanned root is in no folder. */
    static String join(String folder, String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (folder + "/" + path).split("/", -1)) {
            switch (part) {
                case "", "." -> {}
                case ".." -> {
                    if (parts.pollLast() == null) {
                        return "..";
                    }
                }
                default -> parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }

    static boolean isEcmaScript(Language language) {
        return language == Language.JAVASCRIPT || language == Language.TYPESCRIPT;
    }
}
