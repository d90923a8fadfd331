package dev.parapet.read.code.function;

import com.google.re2j.Pattern;
import dev.parapet.model.Value;
import dev.parapet.read.code.FilePaths;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Container images that are built from a Dockerfile beside the template. The base images of Lambda take the handler as their
 * command: https://docs.aws.amazon.com/lambda/latest/dg/images-create.html; others start the runtime's client, which takes it, or a
 * program of their own.
 */
final class Images {
    /** Words of commands that start a runtime's client, the handler behind them: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html. */
    private static final Set<String> CLIENTS =
            Set.of("awslambdaric", "aws-lambda-ric", "com.amazonaws.services.lambda.runtime.api.client.AWSLambda");

    private static final Pattern JAVA = Pattern.compile("maven|gradle|corretto|jdk|jre|graalvm");

    private final Project project;
    private final Handlers handlers;

    Images(Project project, Handlers handlers) {
        this.project = project;
        this.handlers = handlers;
    }

    /**
     * The handler in an image.
     *
     * @param sought what is looked for, in the folder of the image's context
     * @param file the Dockerfile
     * @param target the stage; empty for the last
     * @param configured the function's own {@code ImageConfig}; null when it has none
     */
    Optional<Located> find(Sought sought, String file, String target, Value.Mapping configured) {
        Dockerfile dockerfile = Dockerfile.read(project.text(file), target);
        List<String> command = texts(configured, "Command").orElse(dockerfile.command());
        List<String> entry = texts(configured, "EntryPoint").orElse(dockerfile.entryPoint());
        List<String> all = new ArrayList<>(entry);
        all.addAll(command);
        // What is copied into the image is nearer than the rest of its context.
        List<String> copied = dockerfile.folders().stream()
                .map(folder -> FilePaths.join(sought.folder(), folder))
                .toList();
        Set<String> folders = new LinkedHashSet<>(copied);
        folders.add(FilePaths.folder(file));
        folders.addAll(sought.folders());
        Sought inside = sought.in(List.copyOf(folders));
        Family family = family(dockerfile.images());
        return handler(all, family)
                .flatMap(handler -> handlers.find(inside.of(handler, family)))
                .or(() -> Launches.of(String.join(" ", all), inside.folders(), project))
                .or(() -> handlers.find(inside.of("", family == Family.CUSTOM ? Family.UNKNOWN : family)))
                .map(located -> located.in(copied));
    }

    /** The handler among the words of a command; the first word where a base image of Lambda starts it. */
    private static Optional<String> handler(List<String> words, Family family) {
        for (int i = 0; i + 1 < words.size(); i++) {
            if (CLIENTS.contains(FilePaths.name(words.get(i)))) {
                return Optional.of(words.get(i + 1));
            }
        }
        return words.isEmpty() || (family == Family.UNKNOWN && words.size() > 1)
                ? Optional.empty()
                : Optional.of(words.getFirst());
    }

    /** The last image that tells: {@code public.ecr.aws/lambda/python:3.13}, {@code node:22-slim}, {@code golang:1.24}. */
    private static Family family(List<String> images) {
        for (String image : images.reversed()) {
            Family family = Family.of(FilePaths.name(image));
            if (family != Family.UNKNOWN && family != Family.CUSTOM) {
                return family;
            }
            // mcr.microsoft.com/dotnet/sdk:10.0
            if (image.contains("/dotnet/")) {
                return Family.DOTNET;
            }
            if (JAVA.matcher(image).find()) {
                return Family.JAVA;
            }
        }
        return Family.UNKNOWN;
    }

    private static Optional<List<String>> texts(Value.Mapping configured, String name) {
        if (!(configured.get(name) instanceof Value.Sequence words)) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        for (Value word : words.items()) {
            texts.add(word instanceof Value.Text text ? text.text() : "");
        }
        return Optional.of(texts);
    }
}
