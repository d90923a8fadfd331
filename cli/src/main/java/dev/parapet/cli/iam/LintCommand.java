package dev.parapet.cli.iam;

import dev.parapet.cli.Argument;
import dev.parapet.cli.Command;
import dev.parapet.cli.Console;
import dev.parapet.cli.ExitCode;
import dev.parapet.cli.Failure;
import dev.parapet.cli.Output;
import dev.parapet.core.iam.lint.Diagnostic;
import dev.parapet.core.iam.lint.PolicyLint;
import dev.parapet.core.report.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** {@code parapet iam lint}. */
final class LintCommand extends Command {
    private static final String SCHEMA = "parapet.iam-lint/1";

    private final Console console;

    private final Argument<List<Path>> paths =
            add(Argument.paths("PATH", "Policies, CloudFormation and SAM templates, and folders of them."));

    private final Argument<TextOrJson> format = add(TextOrJson.option(SCHEMA));

    private final Argument<Path> output =
            add(Argument.file("FILE", "Write to this file instead of standard output.", "-o", "--output"));

    LintCommand(Console console) {
        super(
                "lint",
                "Say what is wrong with policies as texts.",
                "Looks for actions that do not exist or cannot be limited to resources, statements that another one shadows or denies,"
                        + " conditions that never hold or hold without their key, NotAction, NotResource and NotPrincipal that allow,"
                        + " principals that match nobody, services that act for strangers, and mistakes of the language.",
                "Exit code 0: nothing; 1: something; 2: a file could not be read.");
        this.console = console;
        addHelp();
    }

    @Override
    public int run() throws Failure {
        PolicyFiles files = PolicyFiles.withTemplates(paths.value());
        boolean all = console.note(files.faults());
        SortedSet<Diagnostic> found = new TreeSet<>();
        for (PolicyFiles.File file : files.documents()) {
            found.addAll(PolicyLint.of(file.document(), file.read(), file.place()));
        }
        List<Diagnostic> diagnostics = new ArrayList<>(found);
        Output.write(console, output.orNull(), out -> {
            switch (format.value()) {
                case TEXT -> text(diagnostics, out);
                case JSON -> json(diagnostics, out);
            }
        });
        boolean clean = diagnostics.stream().allMatch(each -> each.level() == Diagnostic.Level.NOTE);
        return !all ? ExitCode.FAILED : clean ? ExitCode.CLEAN : ExitCode.FOUND;
    }

    private static void text(List<Diagnostic> diagnostics, Appendable out) throws IOException {
        for (Diagnostic each : diagnostics) {
            out.append(each.span() + ": " + word(each) + ": " + each.message() + " [" + each.id() + "]\n");
        }
    }

    private static String word(Diagnostic diagnostic) {
        return diagnostic.level().name().toLowerCase(Locale.ROOT);
    }

    private static void json(List<Diagnostic> diagnostics, Appendable out) throws IOException {
        TextOrJson.document(SCHEMA, out, json -> {
            json.writeArrayFieldStart("diagnostics");
            for (Diagnostic each : diagnostics) {
                json.writeStartObject();
                json.writeStringField("id", each.id());
                json.writeStringField("level", word(each));
                if (!each.check().sameAs().isEmpty()) {
                    json.writeArrayFieldStart("sameAs");
                    for (String other : each.check().sameAs()) {
                        json.writeString(other);
                    }
                    json.writeEndArray();
                }
                json.writeStringField("message", each.message());
                JsonDocument.location(json, each.span());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }
}
