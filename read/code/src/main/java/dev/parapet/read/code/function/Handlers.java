package dev.parapet.read.code.function;

import dev.parapet.read.code.FilePaths;
import java.util.Optional;

/** The handler of a program whose folder and runtime are known. */
final class Handlers {
    private final Project project;

    Handlers(Project project) {
        this.project = project;
    }

    /** Where the handler is; empty where it is not found. */
    Optional<Located> find(Sought sought) {
        Optional<Located> launched = launched(sought);
        if (launched.isPresent()) {
            return launched;
        }
        return switch (sought.family()) {
            case PYTHON -> PythonHandlers.find(sought, project);
            case NODE -> NodeHandlers.find(sought, project);
            case JAVA -> JavaHandlers.find(sought, project);
            case DOTNET -> DotNetHandlers.find(sought, project);
            case GO -> GoHandlers.find(sought, project);
            case RUBY -> Optional.empty();
            case CUSTOM -> custom(sought);
            case UNKNOWN -> unknown(sought);
        };
    }

    /** A script in the place of a handler starts a program: {@code run.sh}. */
    private Optional<Located> launched(Sought sought) {
        String script = FilePaths.name(sought.handler());
        if (!script.endsWith(".sh") && !script.equals("bootstrap")) {
            return Optional.empty();
        }
        return Launches.of(script, sought.folders(), project);
    }

    private Optional<Located> custom(Sought sought) {
        return GoHandlers.find(sought, project)
                .or(() -> DotNetHandlers.find(sought, project))
                .or(() -> sought.handler().contains("::") || sought.handler().contains(".")
                        ? JavaHandlers.find(sought, project)
                        : Optional.empty())
                .or(() -> OtherLanguages.of(sought.folders(), project).isPresent()
                        ? Optional.empty()
                        : NodeHandlers.find(sought, project).or(() -> PythonHandlers.find(sought, project)));
    }

    /** The handler's own form tells what it may be. */
    private Optional<Located> unknown(Sought sought) {
        if (sought.handler().contains("::")) {
            return JavaHandlers.find(sought, project).or(() -> DotNetHandlers.find(sought, project));
        }
        return PythonHandlers.find(sought, project)
                .or(() -> NodeHandlers.find(sought, project))
                .or(() -> GoHandlers.find(sought, project))
                .or(() -> JavaHandlers.find(sought, project));
    }
}
