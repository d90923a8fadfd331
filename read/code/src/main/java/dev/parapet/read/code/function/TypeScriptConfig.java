package dev.parapet.read.code.function;

import dev.parapet.read.code.CodeLayout;
import dev.parapet.read.code.FilePaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a tsconfig.json says of where things are: https://www.typescriptlang.org/tsconfig/.
 *
 * @param folder where it stands
 * @param outDir the folder of what is compiled; empty when it stands beside the sources
 * @param rootDir the folder whose structure is kept in {@code outDir}; empty when it is worked out by the compiler
 * @param paths other names of modules
 */
record TypeScriptConfig(String folder, String outDir, String rootDir, List<CodeLayout.Alias> paths) {
    private static final int MAXIMUM_EXTENDED = 5;

    /** The configuration that holds for a folder. */
    static Optional<TypeScriptConfig> around(String folder, Project project) {
        return project.around(folder, "", "tsconfig.json"::equals)
                .flatMap(at -> read(FilePaths.join(at, "tsconfig.json"), project, MAXIMUM_EXTENDED));
    }

    private static Optional<TypeScriptConfig> read(String path, Project project, int depth) {
        if (depth == 0) {
            return Optional.empty();
        }
        return JsonFile.read(project.text(path)).map(json -> {
            String folder = FilePaths.folder(path);
            TypeScriptConfig base = read(extended(folder, json), project, depth - 1)
                    .orElse(new TypeScriptConfig(folder, "", "", List.of()));
            List<CodeLayout.Alias> paths = paths(folder, json);
            return new TypeScriptConfig(
                    folder,
                    inFolder(folder, json.text("compilerOptions", "outDir"), base.outDir()),
                    inFolder(folder, json.text("compilerOptions", "rootDir"), base.rootDir()),
                    paths.isEmpty() ? base.paths() : paths);
        });
    }

    private static String extended(String folder, JsonFile json) {
        String name = json.text("extends");
        return !name.startsWith(".") ? "" : FilePaths.join(folder, name.endsWith(".json") ? name : name + ".json");
    }

    private static String inFolder(String folder, String path, String otherwise) {
        return path.isEmpty() ? otherwise : FilePaths.join(folder, path);
    }

    private static List<CodeLayout.Alias> paths(String folder, JsonFile json) {
        String base = FilePaths.join(folder, json.text("compilerOptions", "baseUrl"));
        List<CodeLayout.Alias> aliases = new ArrayList<>();
        json.at("compilerOptions", "paths").ifPresent(paths -> {
            for (String name : paths.names()) {
                for (String place : paths.at(name).orElseThrow().texts()) {
                    aliases.add(new CodeLayout.Alias(name, FilePaths.join(base, place)));
                }
            }
        });
        if (!json.text("compilerOptions", "baseUrl").isEmpty()) {
            aliases.add(new CodeLayout.Alias("*", FilePaths.join(base, "*")));
        }
        return aliases;
    }

    /** The source of a module, without its extension, that is made at a path; empty when it is not made here. */
    Optional<String> source(String module) {
        if (outDir.isEmpty() || !module.startsWith(outDir + '/')) {
            return Optional.empty();
        }
        return Optional.of(FilePaths.join(rootDir.isEmpty() ? folder : rootDir, module.substring(outDir.length() + 1)));
    }
}
