package dev.parapet.read.code.function;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.parapet.model.code.Language;
import dev.parapet.read.code.FilePaths;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A {@code package main} that gives its handler to {@code lambda.Start}: https://docs.aws.amazon.com/lambda/latest/dg/golang-handler.html.
 * The name of the handler in the template says nothing: a custom runtime runs {@code bootstrap}.
 */
final class GoHandlers {
    private static final Pattern MAIN = Pattern.compile("(?m)^package\\s+main\\b");

    /** https://pkg.go.dev/github.com/aws/aws-lambda-go/lambda: Start, StartWithOptions, StartHandlerFunc, StartWithContext. */
    private static final Pattern START = Pattern.compile(
            "(?m)^[^/\"\\n]*\\b\\w*[lL]ambda\\w*\\.Start(?:WithOptions|HandlerFunc|Handler|WithContext|HandlerWithContext)?\\(\\s*(?:context\\.\\w+\\(\\)\\s*,\\s*)?([^\\n]*)");

    private static final Pattern NAME = Pattern.compile("^([A-Za-z_]\\w*)\\s*[,)]");

    private static final Pattern BUILD = Pattern.compile("go\\s+build[^\\n;&|]*\\s([\\w./-]+)\\s*(?:[\\n;&|]|$)");

    private GoHandlers() {}

    static Optional<Located> find(Sought sought, Project project) {
        Set<String> packages = new LinkedHashSet<>();
        for (String folder : sought.folders()) {
            packages.add(folder);
            for (String script : List.of("Makefile", "build.sh", "Dockerfile")) {
                for (String built : Words.of(project.text(FilePaths.join(folder, script)), BUILD)) {
                    packages.add(FilePaths.join(folder, built.endsWith(".go") ? FilePaths.folder(built) : built));
                }
            }
        }
        for (String folder : packages) {
            Optional<Located> found = in(
                    project.paths().in(folder).stream()
                            .filter(path -> path.endsWith(".go") && !path.endsWith("_test.go"))
                            .toList(),
                    sought,
                    project);
            if (found.isPresent()) {
                return found;
            }
        }
        for (String folder : sought.folders()) {
            Optional<Located> found = in(project.below(folder, path -> path.endsWith(".go")), sought, project);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Located> in(List<String> files, Sought sought, Project project) {
        List<String> starting = new ArrayList<>();
        for (String path : files.subList(0, Math.min(files.size(), Project.MAXIMUM_SEARCHED))) {
            if (starting(path, project).isPresent()) {
                starting.add(path);
            }
        }
        return Project.chosen(starting, sought.hints()).map(path -> located(path, project));
    }

    /** The handler that a file starts; empty when it starts none. */
    static Optional<Located> starting(String path, Project project) {
        return project.has(path, MAIN) && project.has(path, START)
                ? Optional.of(located(path, project))
                : Optional.empty();
    }

    private static Located located(String path, Project project) {
        Matcher start = START.matcher(project.text(path));
        String folder = FilePaths.folder(path);
        String module = project.around(folder, "", "go.mod"::equals).orElse(folder);
        if (start.find()) {
            Matcher name = NAME.matcher(start.group(1));
            if (name.find()) {
                Pattern declaration = Pattern.compile("(?m)^func\\s+" + Pattern.quote(name.group(1)) + "\\s*\\(");
                for (String file : project.paths().in(folder)) {
                    if (file.endsWith(".go") && project.has(file, declaration)) {
                        return Located.of(Language.GO, file, name.group(1), module);
                    }
                }
            }
        }
        // The handler is made where the program starts.
        return Located.of(Language.GO, path, "main", module);
    }
}
