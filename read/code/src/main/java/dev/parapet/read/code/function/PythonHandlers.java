package dev.parapet.read.code.function;

import dev.parapet.model.code.Language;
import dev.parapet.read.code.FilePaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code folder/module.function}: https://docs.aws.amazon.com/lambda/latest/dg/python-handler.html. */
final class PythonHandlers {
    /** Handlers of agents, which call the one that an environment variable names; each as its maker documents it. */
    private static final Map<String, String> WRAPPERS = Map.of(
            "datadog_lambda.handler.handler", "DD_LAMBDA_HANDLER",
            "newrelic_lambda_wrapper.handler", "NEW_RELIC_LAMBDA_HANDLER",
            "lumigo_tracer._handler._handler", "LUMIGO_ORIGINAL_HANDLER",
            "thundra.handler.wrapper", "THUNDRA_AGENT_LAMBDA_HANDLER");

    private PythonHandlers() {}

    static Optional<Located> find(Sought sought, Project project) {
        String handler =
                sought.environment().getOrDefault(WRAPPERS.getOrDefault(sought.handler(), ""), sought.handler());
        int dot = handler.lastIndexOf('.');
        if (dot <= 0) {
            return Optional.empty();
        }
        String module = FilePaths.join("", handler.substring(0, dot).replace('.', '/'));
        String symbol = handler.substring(dot + 1);
        for (String folder : sought.folders()) {
            for (String path : List.of(module + ".py", module + "/__init__.py")) {
                String candidate = FilePaths.join(folder, path);
                if (project.exists(candidate)) {
                    return Optional.of(Located.of(Language.PYTHON, candidate, symbol, folder));
                }
            }
        }
        return elsewhere(module, symbol, sought, project);
    }

    /** A build may take the packages out of a folder such as src. */
    private static Optional<Located> elsewhere(String module, String symbol, Sought sought, Project project) {
        for (String folder : sought.folders()) {
            List<String> candidates = new ArrayList<>();
            for (String path : List.of('/' + module + ".py", '/' + module + "/__init__.py")) {
                candidates.addAll(project.below(folder, file -> file.endsWith(path)));
            }
            Optional<Located> found = Project.chosen(candidates, sought.hints()).map(path -> {
                int end = path.lastIndexOf('/' + module);
                return Located.of(Language.PYTHON, path, symbol, path.substring(0, end), folder);
            });
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
