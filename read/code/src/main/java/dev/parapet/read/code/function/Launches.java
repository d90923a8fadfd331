package dev.parapet.read.code.function;

import com.google.re2j.Pattern;
import dev.parapet.model.code.Language;
import dev.parapet.read.code.CodeReader;
import dev.parapet.read.code.FilePaths;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Programs that a command starts: the {@code run.sh} of an application behind the Lambda Web Adapter
 * (https://github.com/awslabs/aws-lambda-web-adapter), the {@code bootstrap} of a custom runtime, the {@code CMD} of an image.
 */
final class Launches {
    private static final Pattern WORD = Pattern.compile("([A-Za-z0-9_@./:-]+)");

    /** Scripts of package.json that {@code npm start} and {@code npm run NAME} stand for. */
    private static final Pattern SCRIPT = Pattern.compile("\\b(?:npm|yarn|pnpm)\\s+(?:run\\s+)?(\\w+)");

    /** Words that are looked at for one function, scripts that start scripts included. */
    private static final int MAXIMUM_WORDS = 1_000;

    private final List<String> folders;
    private final Project project;
    private final Set<String> followed = new HashSet<>();
    private int words;

    private Launches(List<String> folders, Project project) {
        this.folders = folders;
        this.project = project;
    }

    /** What a command starts in one of some folders; empty when it starts nothing that is there. */
    static Optional<Located> of(String command, List<String> folders, Project project) {
        return new Launches(folders, project).started(command);
    }

    private Optional<Located> started(String command) {
        for (String folder : folders) {
            for (String word : Words.of(withoutComments(command), WORD)) {
                if (words++ >= MAXIMUM_WORDS) {
                    return Optional.empty();
                }
                Optional<Located> started = started(word, folder, project)
                        .or(() -> shell(word, folder, project)
                                .filter(followed::add)
                                .flatMap(script -> started(project.text(script))));
                if (started.isPresent()) {
                    return started;
                }
            }
            for (String script : Words.of(command, SCRIPT)) {
                String meant = JsonFile.read(project.text(FilePaths.join(folder, "package.json")))
                        .map(json -> json.text("scripts", script))
                        .filter(followed::add)
                        .orElse("");
                Optional<Located> started = started(meant);
                if (started.isPresent()) {
                    return started;
                }
            }
        }
        return Optional.empty();
    }

    private static String withoutComments(String command) {
        return command.replaceAll("(?m)^\\s*#.*$", "");
    }

    /** A file of code, or the {@code module:application} that servers of Python are given. */
    private static Optional<Located> started(String word, String folder, Project project) {
        String inside = word.startsWith("/var/task/") ? word.substring("/var/task/".length()) : word;
        String path = FilePaths.join(folder, inside);
        Optional<Language> language = CodeReader.language(path);
        if (language.isPresent() && project.exists(path)) {
            return Optional.of(Located.of(language.get(), path, "", folder));
        }
        int colon = inside.indexOf(':');
        String module = (colon < 0 ? inside : inside.substring(0, colon)).replace('.', '/');
        String python = FilePaths.join(folder, module + ".py");
        if (!module.isEmpty() && colon != 0 && project.exists(python)) {
            return Optional.of(Located.of(Language.PYTHON, python, "", folder));
        }
        return built(path, folder, project);
    }

    /** {@code node dist/server.js} of a source in TypeScript. */
    private static Optional<Located> built(String path, String folder, Project project) {
        if (!path.endsWith(".js")) {
            return Optional.empty();
        }
        String module = path.substring(0, path.length() - ".js".length());
        return TypeScriptConfig.around(folder, project)
                .flatMap(config -> config.source(module))
                .map(source -> source + ".ts")
                .filter(project::exists)
                .or(() -> Project.chosen(
                        project.below(folder, it -> it.endsWith('/' + FilePaths.name(module) + ".ts")),
                        Hints.of(List.of(module))))
                .map(source -> Located.of(Language.TYPESCRIPT, source, "", folder));
    }

    private static Optional<String> shell(String word, String folder, Project project) {
        String path =
                FilePaths.join(folder, word.startsWith("/var/task/") ? word.substring("/var/task/".length()) : word);
        boolean script = path.endsWith(".sh") || FilePaths.name(path).equals("bootstrap");
        return script && project.exists(path) ? Optional.of(path) : Optional.empty();
    }
}
