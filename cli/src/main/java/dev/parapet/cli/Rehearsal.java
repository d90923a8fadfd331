package dev.parapet.cli;

import dev.parapet.model.ShippedFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs what people run, so that the JDK can see which classes that takes: the ahead-of-time cache is made from what it saw. The
 * launcher starts it once after each build.
 */
final class Rehearsal {
    private static final List<List<String>> COMMANDS = List.of(
            List.of("scan", "FOLDER"),
            List.of("scan", "--format", "json", "FOLDER"),
            List.of("scan", "--format", "sarif", "TEMPLATE"),
            List.of("scan", "--format", "html", "TEMPLATE"),
            List.of("scan", "--no-such-option"),
            List.of("iam", "needs", "FOLDER"),
            List.of("expand", "TEMPLATE"),
            List.of("expand", "--format", "json", "TEMPLATE"),
            List.of("rules", "list"),
            List.of("help", "scan"));

    private static final String CONFIGURATION = """
            version = 0.1
            [default.deploy.parameters]
            parameter_overrides = "Owner=me"
            confirm_changeset = true
            """;

    private static final String CODE = """
            import os
            import boto3
            table = boto3.resource("dynamodb").Table(os.environ["TABLE"])
            def handler(event, context):
                for record in event["Records"]:
                    table.put_item(Item={"id": f"order-{record['body']}"})
                return {"statusCode": 200}
            """;

    private Rehearsal() {}

    /** Runs the commands on a template of its own, and says nothing. */
    static void run(Console like) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        try {
            // A cache of its own: the first scan fills it, the next ones read it.
            Path caches = Files.createTempDirectory("parapet");
            Console.Environment environment = name -> name.equals("XDG_CACHE_HOME")
                    ? caches.toString()
                    : like.environment().get(name);
            try {
                Console console = new Console(nowhere, nowhere, true, false, 100, environment, like.today());
                run(console, Files.createTempDirectory("parapet"));
            } finally {
                delete(caches);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException("there is no place for a template to rehearse with", problem);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private static void run(Console console, Path folder) throws IOException {
        Path template = folder.resolve("template.yaml");
        Path configuration = folder.resolve("samconfig.toml");
        Path code = folder.resolve("orders.py");
        try {
            Files.writeString(template, ShippedFile.text(Rehearsal.class, "rehearsal.yaml"));
            Files.writeString(configuration, CONFIGURATION);
            Files.writeString(code, CODE);
            for (List<String> command : COMMANDS) {
                Program.run(
                        console,
                        command.stream()
                                .map(word -> switch (word) {
                                    case "TEMPLATE" -> template.toString();
                                    case "FOLDER" -> folder.toString();
                                    default -> word;
                                })
                                .toArray(String[]::new));
            }
        } finally {
            Files.deleteIfExists(template);
            Files.deleteIfExists(configuration);
            Files.deleteIfExists(code);
            Files.delete(folder);
        }
    }
}
