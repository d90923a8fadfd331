package dev.parapet.read.code.function;

import com.google.re2j.Pattern;
import dev.parapet.model.code.Language;
import dev.parapet.read.code.FilePaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code Assembly::Namespace.Type::Method}, or {@code Assembly} for a program that starts the runtime's client itself:
 * https://docs.aws.amazon.com/lambda/latest/dg/csharp-handler.html. What the Annotations framework generates
 * ({@code Namespace.Type_Method_Generated::Method}) calls {@code Type.Method}.
 */
final class DotNetHandlers {
    private static final Pattern GENERATED = Pattern.compile("^(.*?)_[^_]+_Generated$");

    private static final Pattern STARTS = Pattern.compile(
            "LambdaBootstrapBuilder\\b|new\\s+LambdaBootstrap\\b|AddAWSLambdaHosting\\b|\\bUseLambdaServer\\b");

    private static final Pattern GIVEN = Pattern.compile(
            "LambdaBootstrapBuilder\\s*\\.\\s*Create(?:<[^(]*>)?\\(\\s*(?:\\w+\\.)*([A-Za-z_]\\w*)\\s*[,)]");

    /** The builder is often given a variable that holds the method. */
    private static final Pattern ASSIGNED =
            Pattern.compile("\\b([A-Za-z_]\\w*)\\s*=\\s*(?:\\w+\\.)*([A-Za-z_]\\w*)\\s*;");

    /** https://docs.aws.amazon.com/lambda/latest/dg/csharp-package-asp.html. */
    private static final Pattern HOSTING = Pattern.compile("\\.AddAWSLambdaHosting\\s*\\(");

    private static final Pattern ANNOTATED = Pattern.compile("\\[LambdaFunction\\b");

    private DotNetHandlers() {}

    static Optional<Located> find(Sought sought, Project project) {
        String[] parts = sought.handler().split("::", -1);
        for (String folder : sought.folders()) {
            List<String> files = project.below(
                    folder, path -> path.endsWith(".cs") && !path.contains("/obj/") && !path.contains("/bin/"));
            Optional<Located> found = parts.length == 3
                    ? type(parts[1], parts[2], files, folder, sought, project)
                    : program(files, folder, sought, project);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The program in a file that makes an application of ASP.NET the handler; empty where it does not. */
    static Optional<Located> hosting(String path, Project project) {
        return project.has(path, HOSTING)
                ? Optional.of(Located.of(Language.CSHARP, path, started(project.text(path)), FilePaths.folder(path)))
                : Optional.empty();
    }

    private static Optional<Located> type(
            String whole, String method, List<String> files, String folder, Sought sought, Project project) {
        var generated = GENERATED.matcher(whole);
        String type = generated.find() ? generated.group(1) : whole;
        int dot = Math.max(type.lastIndexOf('.'), type.lastIndexOf('+'));
        String name = type.substring(dot + 1);
        String namespace = dot < 0 ? "" : type.substring(0, dot).replace('+', '.');
        Pattern declaration = Pattern.compile("\\b(?:class|record|struct)\\s+" + Pattern.quote(name) + "\\b");
        Pattern declaredMethod = Pattern.compile("\\b" + Pattern.quote(method) + "\\s*(?:<[^(]*>)?\\(");
        List<String> candidates = new ArrayList<>();
        // Most types stand in a file of their name; the rest is looked into after those.
        for (String path : sorted(files, name)) {
            if (candidates.size() < Project.MAXIMUM_SEARCHED && project.has(path, declaration)) {
                candidates.add(path);
            }
        }
        candidates =
                narrowed(candidates, Pattern.compile("\\bnamespace\\s+" + Pattern.quote(namespace) + "\\b"), project);
        candidates = narrowed(candidates, declaredMethod, project);
        return Project.chosen(candidates, sought.hints())
                .map(path -> Located.of(Language.CSHARP, path, name + '.' + method, folder));
    }

    private static List<String> sorted(List<String> files, String name) {
        List<String> named = files.stream()
                .filter(path -> FilePaths.name(path).equals(name + ".cs"))
                .toList();
        List<String> all = new ArrayList<>(named);
        files.stream()
                .filter(path -> !named.contains(path))
                .limit(Project.MAXIMUM_SEARCHED)
                .forEach(all::add);
        return all;
    }

    private static List<String> narrowed(List<String> candidates, Pattern by, Project project) {
        List<String> narrow =
                candidates.stream().filter(path -> project.has(path, by)).toList();
        return narrow.isEmpty() ? candidates : narrow;
    }

    private static Optional<Located> program(List<String> files, String folder, Sought sought, Project project) {
        List<String> starting = new ArrayList<>();
        for (String path : files.subList(0, Math.min(files.size(), Project.MAXIMUM_SEARCHED))) {
            if (project.has(path, STARTS)) {
                starting.add(path);
            }
        }
        if (starting.isEmpty()) {
            return annotated(files, folder, sought, project);
        }
        return Project.chosen(starting, sought.hints())
                .map(path -> Located.of(Language.CSHARP, path, started(project.text(path)), folder));
    }

    private static String started(String text) {
        List<String> given = Words.of(text, GIVEN);
        if (given.isEmpty()) {
            return Pattern.compile("\\bMain\\s*\\(").matcher(text).find() ? main(text) : "";
        }
        String name = given.getFirst();
        var assigned = ASSIGNED.matcher(text);
        while (assigned.find()) {
            if (assigned.group(1).equals(name)) {
                name = assigned.group(2);
                break;
            }
        }
        boolean method = Pattern.compile("\\b" + Pattern.quote(name) + "\\s*\\([^)]*\\)\\s*(?:=>|\\{)")
                .matcher(text)
                .find();
        String type = type(text);
        return !method || type.isEmpty() ? main(text) : type + '.' + name;
    }

    /** Without a class the statements of the file itself are what runs. */
    private static String main(String text) {
        String type = type(text);
        return type.isEmpty()
                        || !Pattern.compile("\\bMain\\s*\\(").matcher(text).find()
                ? ""
                : type + ".Main";
    }

    private static String type(String text) {
        List<String> types = Words.of(text, Pattern.compile("(?m)^\\s*(?:\\w+\\s+)*class\\s+(\\w+)"));
        return types.isEmpty() ? "" : types.getFirst();
    }

    /** The Annotations framework can generate the program too; which function it runs, ANNOTATIONS_HANDLER says. */
    private static Optional<Located> annotated(List<String> files, String folder, Sought sought, Project project) {
        String method = sought.environment().getOrDefault("ANNOTATIONS_HANDLER", "");
        if (method.isEmpty()) {
            return Optional.empty();
        }
        List<String> candidates = files.stream()
                .filter(path -> project.has(path, ANNOTATED)
                        && project.has(path, Pattern.compile("\\b" + Pattern.quote(method) + "\\s*\\(")))
                .toList();
        return Project.chosen(candidates, sought.hints())
                .map(path -> Located.of(Language.CSHARP, path, type(project.text(path)) + '.' + method, folder));
    }
}
