package dev.parapet.cli.expand;

import dev.parapet.cli.Argument;
import dev.parapet.cli.Command;
import dev.parapet.cli.Console;
import dev.parapet.cli.ExitCode;
import dev.parapet.cli.Failure;
import dev.parapet.cli.Output;
import dev.parapet.cli.Words;
import dev.parapet.read.cloudformation.CloudFormationReader;
import dev.parapet.read.cloudformation.Expanded;
import dev.parapet.read.files.Bounds;
import dev.parapet.read.files.FileTree;
import dev.parapet.read.files.PlaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code parapet expand}. */
public final class ExpandCommand extends Command {
    private enum Format {
        YAML,
        JSON
    }

    private static final Words<Format> FORMATS =
            Words.of(format -> format.name().toLowerCase(Locale.ROOT), Format.values());

    private final Console console;

    private final Argument<Path> template =
            add(Argument.path("TEMPLATE", "The template. What it includes must lie in its folder."));

    private final Argument<Map<String, String>> parameters = add(Argument.pairs(
            "A value for a parameter, or for a pseudo parameter (AWS::Region=eu-west-1).", "--parameter"));

    private final Argument<Format> format = add(Argument.word(
            FORMATS,
            "yaml",
            "FORMAT",
            "yaml, or json; in json an invalid template is told of as parapet.expand-faults/1 (default: yaml).",
            "--format"));

    private final Argument<Path> output =
            add(Argument.file("FILE", "Write to this file instead of standard output.", "-o", "--output"));

    /** The command. */
    public ExpandCommand(Console console) {
        super(
                "expand",
                "Show the template that CloudFormation would deploy.",
                "Does every transform that can be done offline (SAM, AWS::Include, Fn::ForEach, the language extensions)."
                        + " References and conditions stay as they are.");
        this.console = console;
        addHelp();
    }

    @Override
    public int run() throws Failure {
        return switch (expanded()) {
            case Expanded.Template done -> {
                Output.write(console, output.orNull(), out -> {
                    switch (format.value()) {
                        case YAML -> YamlTemplate.write(done.root(), out);
                        case JSON -> JsonTemplate.write(done.root(), out);
                    }
                });
                yield ExitCode.CLEAN;
            }
            case Expanded.Invalid invalid -> {
                if (format.value() == Format.JSON) {
                    Output.write(console, output.orNull(), out -> ExpandFaults.json(invalid.problems(), out));
                } else {
                    for (Expanded.Problem problem : invalid.problems()) {
                        console.note(ExpandFaults.sentence(problem));
                    }
                }
                yield ExitCode.FAILED;
            }
        };
    }

    private Expanded expanded() throws Failure {
        Path template = this.template.value();
        try {
            Path real = template.toRealPath();
            Path folder = real.getParent();
            Path name = real.getFileName();
            if (folder == null || name == null || Files.isDirectory(real)) {
                throw new Failure("'" + template + "' is a folder; give the path of a template");
            }
            FileTree tree = FileTree.of(List.of(folder), Bounds.USUAL);
            return CloudFormationReader.expand(tree, name.toString(), parameters.value());
        } catch (IOException problem) {
            throw new Failure("'" + template + "' cannot be read: " + Output.reason(problem));
        } catch (PlaceException problem) {
            throw new Failure(String.valueOf(problem.getMessage()));
        }
    }
}
