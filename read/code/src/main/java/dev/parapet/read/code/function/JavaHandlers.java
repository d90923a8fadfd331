package dev.parapet.read.code.function;

import com.google.re2j.Pattern;
import dev.parapet.model.code.Handler;
import dev.parapet.model.code.Language;
import dev.parapet.read.code.FilePaths;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code package.Class::method}, or {@code package.Class} for one that implements a handler's interface:
 * https://docs.aws.amazon.com/lambda/latest/dg/java-handler.html. Sources lie by package below the roots of a Maven or Gradle project
 * of one or more modules.
 */
final class JavaHandlers {
    private static final String METHOD_OF_INTERFACE = "handleRequest";

    private static final List<String> PROJECT_FILES =
            List.of("pom.xml", "build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts");

    /**
     * What a framework's own handler calls, by the beginning of its name: in what sort of class it is found, and the method.
     *
     * @param handler the beginning of the framework's class
     * @param text what the class of the project holds
     * @param method the method that is called; empty for the one that the environment or the text names
     */
    private record Framework(String handler, Pattern text, String method) {}

    private static final Pattern HANDLER_CLASS =
            Pattern.compile("implements\\s[^{]*\\bRequest(Stream)?Handler\\b|extends\\s+MicronautRequestHandler\\b");

    private static final Pattern SPRING_FUNCTION =
            Pattern.compile("\\b(?:Function|Consumer|Supplier)<[^;{=]*>\\s+(\\w+)\\s*\\(");

    /** https://docs.spring.io/spring-cloud-function, https://quarkus.io/guides/aws-lambda, https://micronaut-projects.github.io/micronaut-aws. */
    private static final List<Framework> FRAMEWORKS = List.of(
            new Framework("org.springframework.cloud.function.", SPRING_FUNCTION, ""),
            new Framework("io.quarkus.amazon.lambda.", HANDLER_CLASS, METHOD_OF_INTERFACE),
            new Framework("io.quarkus.funqy.lambda.", Pattern.compile("@Funq\\b"), ""),
            new Framework("com.amazonaws.serverless.proxy.spring.", Pattern.compile("@(?:Rest)?Controller\\b"), ""),
            new Framework("io.micronaut.", Pattern.compile("@Controller\\b"), ""));

    private static final Pattern FUNQY = Pattern.compile("@Funq\\b[^(]*?\\b(\\w+)\\s*\\(");

    private final Sought sought;
    private final Project project;

    private JavaHandlers(Sought sought, Project project) {
        this.sought = sought;
        this.project = project;
    }

    static Optional<Located> find(Sought sought, Project project) {
        return new JavaHandlers(sought, project).find();
    }

    private Optional<Located> find() {
        for (Framework framework : FRAMEWORKS) {
            if (sought.handler().startsWith(framework.handler())) {
                return ofFramework(framework);
            }
        }
        int colons = sought.handler().indexOf("::");
        String type = colons < 0 ? sought.handler() : sought.handler().substring(0, colons);
        String method = colons < 0 ? METHOD_OF_INTERFACE : sought.handler().substring(colons + 2);
        int nested = type.indexOf('$');
        String outer = nested < 0 ? type : type.substring(0, nested);
        String suffix = '/' + outer.replace('.', '/') + ".java";
        for (String folder : folders()) {
            List<String> candidates = project.below(folder, path -> ('/' + path).endsWith(suffix));
            Optional<String> found = Project.chosen(candidates, sought.hints());
            if (found.isPresent()) {
                String name = type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
                return found.map(path -> located(path, name + '.' + method, suffix.length(), folder));
            }
        }
        return project.compiled().find(sought, type, method);
    }

    /** What a build makes lies in the module that it is made of; its sources may be in a module beside it. */
    private List<String> folders() {
        Set<String> folders = new LinkedHashSet<>(sought.folders());
        for (String folder : sought.folders()) {
            String last = sought.folders().getLast();
            project.around(folder, last, PROJECT_FILES::contains).ifPresent(folders::add);
        }
        return List.copyOf(folders);
    }

    private Optional<Located> ofFramework(Framework framework) {
        for (String folder : folders()) {
            List<String> candidates = new ArrayList<>();
            for (String path : project.below(folder, it -> it.endsWith(".java"))) {
                if (candidates.size() < Project.MAXIMUM_SEARCHED && project.has(path, framework.text())) {
                    candidates.add(path);
                }
            }
            Optional<String> found = Project.chosen(named(candidates), sought.hints());
            if (found.isPresent()) {
                return found.map(path -> {
                    String type = FilePaths.name(path).replace(".java", "");
                    String method = framework.method().isEmpty() ? method(path) : framework.method();
                    // Of a class whose methods have annotations the framework calls those.
                    return located(path, method.isEmpty() ? type : type + '.' + method, 0, folder);
                });
            }
        }
        return Optional.empty();
    }

    /** Those of some classes that the environment names, all where it names none. */
    private List<String> named(List<String> candidates) {
        String name = sought.environment()
                .getOrDefault(
                        "SPRING_CLOUD_FUNCTION_DEFINITION",
                        sought.environment().getOrDefault("QUARKUS_LAMBDA_HANDLER", ""));
        if (name.isEmpty()) {
            return candidates;
        }
        Pattern pattern = Pattern.compile("(?i)\\b" + Pattern.quote(name) + "\\b");
        List<String> named =
                candidates.stream().filter(path -> project.has(path, pattern)).toList();
        return named.isEmpty() ? candidates : named;
    }

    private String method(String path) {
        List<String> methods = new ArrayList<>(Words.of(project.text(path), SPRING_FUNCTION));
        methods.addAll(Words.of(project.text(path), FUNQY));
        String named = sought.environment().getOrDefault("SPRING_CLOUD_FUNCTION_DEFINITION", "");
        return methods.contains(named) ? named : methods.isEmpty() ? "" : methods.getFirst();
    }

    private Located located(String path, String symbol, int suffix, String folder) {
        Set<String> roots = new LinkedHashSet<>();
        if (suffix > 0) {
            roots.add(path.length() < suffix ? "" : path.substring(0, path.length() - suffix));
        }
        roots.addAll(SourceRoots.of(folder, project));
        return new Located(new Handler(Language.JAVA, path, symbol), List.copyOf(roots));
    }
}
