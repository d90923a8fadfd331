package dev.parapet.read.code.function;

import dev.parapet.model.Value;
import dev.parapet.model.code.Language;
import dev.parapet.read.code.CodeReader;
import dev.parapet.read.code.FilePaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code folder/module.export}: https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html, back to the source it is made from. */
final class NodeHandlers {
    /** A source in TypeScript stands beside what it was compiled to, and says more. */
    private static final List<String> EXTENSIONS =
            List.of(".ts", ".mts", ".cts", ".tsx", ".mjs", ".js", ".cjs", ".jsx");

    /** Parts of the handlers of agents, which call the one that an environment variable names; each as its maker documents it. */
    private static final Map<String, String> WRAPPERS = Map.of(
            "datadog-lambda-js", "DD_LAMBDA_HANDLER",
            "newrelic-lambda-wrapper", "NEW_RELIC_LAMBDA_HANDLER",
            "newrelic-esm-lambda-wrapper", "NEW_RELIC_LAMBDA_HANDLER",
            "lumigo-auto-instrument", "LUMIGO_ORIGINAL_HANDLER");

    private final Sought sought;
    private final Project project;
    private final String module;
    private final String symbol;

    private NodeHandlers(Sought sought, Project project, String module, String symbol) {
        this.sought = sought;
        this.project = project;
        this.module = module;
        this.symbol = symbol;
    }

    static Optional<Located> find(Sought sought, Project project) {
        String handler = unwrapped(sought);
        int dot = handler.indexOf('.', handler.lastIndexOf('/') + 1);
        if (dot <= 0) {
            return Optional.empty();
        }
        String module = FilePaths.join("", handler.substring(0, dot));
        return new NodeHandlers(sought, project, module, handler.substring(dot + 1)).find();
    }

    private static String unwrapped(Sought sought) {
        for (Map.Entry<String, String> wrapper : WRAPPERS.entrySet()) {
            if (sought.handler().contains(wrapper.getKey())) {
                return sought.environment().getOrDefault(wrapper.getValue(), sought.handler());
            }
        }
        return sought.handler();
    }

    private Optional<Located> find() {
        for (String folder : sought.folders()) {
            Optional<Located> there = entryPoint(folder)
                    .or(() -> file(FilePaths.join(folder, module)))
                    .or(() -> compiled(folder))
                    .map(path -> located(path, folder));
            if (there.isPresent()) {
                return there;
            }
        }
        for (String suffix : suffixes()) {
            for (String folder : sought.folders()) {
                Optional<String> found = Project.chosen(ending('/' + suffix, folder), sought.hints());
                if (found.isPresent()) {
                    return found.map(path -> located(path, folder));
                }
            }
        }
        return scripts();
    }

    private Located located(String path, String folder) {
        Language language = CodeReader.language(path).orElseThrow();
        return Located.of(language, path, symbol, folder);
    }

    /** The file of a module, which may be a folder. */
    private Optional<String> file(String module) {
        for (String base : List.of(module, module + "/index")) {
            for (String extension : EXTENSIONS) {
                if (project.exists(base + extension)) {
                    return Optional.of(base + extension);
                }
            }
        }
        return Optional.empty();
    }

    /** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-using-build-typescript.html. */
    private Optional<String> entryPoint(String folder) {
        if (sought.metadata() == null
                || !(sought.metadata().get("BuildProperties") instanceof Value.Mapping properties)
                || !(properties.get("EntryPoints") instanceof Value.Sequence points)) {
            return Optional.empty();
        }
        List<String> all = new ArrayList<>();
        for (Value point : points.items()) {
            if (point instanceof Value.Text text) {
                String path = FilePaths.join(folder, text.text());
                (project.exists(path) ? Optional.of(path) : file(path)).ifPresent(all::add);
            }
        }
        List<String> named = all.stream()
                .filter(path -> stem(path).equals(FilePaths.name(module)))
                .toList();
        return Project.chosen(named.isEmpty() ? all : named, sought.hints());
    }

    private static String stem(String path) {
        String name = FilePaths.name(path);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** What the compiler makes in {@code outDir} comes from {@code rootDir}. */
    private Optional<String> compiled(String folder) {
        String whole = FilePaths.join(folder, sought.built().isEmpty() ? module : sought.built() + '/' + module);
        return TypeScriptConfig.around(folder, project)
                .flatMap(config -> config.source(whole))
                .flatMap(this::file);
    }

    /** Ever less of the path of the module, since a build puts sources in other folders; last, what the code's folder is called. */
    private List<String> suffixes() {
        List<String> suffixes = new ArrayList<>();
        String whole = sought.built().isEmpty() ? module : sought.built() + '/' + module;
        suffixes.add(whole);
        for (int slash = whole.indexOf('/'); slash >= 0; slash = whole.indexOf('/', slash + 1)) {
            suffixes.add(whole.substring(slash + 1));
        }
        String built = FilePaths.name(sought.built());
        if (!built.isEmpty()) {
            suffixes.add(stem(built));
        }
        return suffixes;
    }

    private List<String> ending(String suffix, String folder) {
        return project.below(folder, path -> {
            for (String extension : EXTENSIONS) {
                if (('/' + path).endsWith(suffix + extension)) {
                    return true;
                }
            }
            return false;
        });
    }

    /** The sources that the commands of package.json or of a Makefile name. */
    private Optional<Located> scripts() {
        for (String folder : sought.folders()) {
            List<String> sources = BuildScripts.sources(folder, project).stream()
                    .filter(path -> EXTENSIONS.stream().anyMatch(path::endsWith))
                    .toList();
            Optional<String> found = Project.chosen(sources, sought.hints());
            if (found.isPresent()) {
                return found.map(path -> located(path, folder));
            }
        }
        return Optional.empty();
    }
}
