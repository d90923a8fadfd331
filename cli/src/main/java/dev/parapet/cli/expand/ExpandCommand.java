package dev.parapet.cli.expand;

import dev.parapet.cli.Console;
import dev.parapet.cli.ExitCode;
import dev.parapet.cli.Failure;
import dev.parapet.cli.HelpOption;
import dev.parapet.cli.Output;
import dev.parapet.read.cloudformation.CloudFormationReader;
import dev.parapet.read.cloudformation.Expanded;
import dev.parapet.read.files.Bounds;
import dev.parapet.read.files.FileTree;
import dev.parapet.read.files.PlaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parapet expand}. */
@Command(
        name = "expand",
        header = "Show the template that CloudFormation would deploy.",
        description =
                "Does every transform that can be done offline (SAM, AWS::Include, Fn::ForEach, the language extensions)."
                        + " References and conditions stay as they are.",
        sortOptions = false,
        abbreviateSynopsis = true)
public final class ExpandCommand implements Callable<Integer> {
    private enum Format {
        YAML,
        JSON
    }

    private final Console console;

    @Parameters(paramLabel = "TEMPLATE", description = "The template. What it includes must lie in its folder.")
    private Path template = Path.of("");

    @Option(
            names = "--parameter",
            paramLabel = "NAME=VALUE",
            description = "A value for a parameter, or for a pseudo parameter (AWS::Region=eu-west-1).")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "yaml",
            description =
                    "yaml, or json; what is wrong with an invalid template is told as parapet.expand-faults/1 in json.")
    private Format format = Format.YAML;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to this file instead of standard output.")
    private @Nullable Path output;

    @Mixin
    private final HelpOption help = new HelpOption();

    /** The command. */
    public ExpandCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Failure {
        return switch (expanded()) {
            case Expanded.Template done -> {
                Output.write(console, output, out -> {
                    switch (format) {
                        case YAML -> YamlTemplate.write(done.root(), out);
                        case JSON -> JsonTemplate.write(done.root(), out);
                    }
                });
                yield ExitCode.CLEAN;
            }
            case Expanded.Invalid invalid -> {
                if (format == Format.JSON) {
                    Output.write(console, output, out -> ExpandFaults.json(invalid.problems(), out));
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
        try {
            Path real = template.toRealPath();
            Path folder = real.getParent();
            Path name = real.getFileName();
            if (folder == null || name == null || Files.isDirectory(real)) {
                throw new Failure("'" + template + "' is a folder; give the path of a template");
            }
            FileTree tree = FileTree.of(List.of(folder), Bounds.USUAL);
            return CloudFormationReader.expand(tree, name.toString(), parameters);
        } catch (IOException problem) {
            throw new Failure("'" + template + "' cannot be read: " + Output.reason(problem));
        } catch (PlaceException problem) {
            throw new Failure(String.valueOf(problem.getMessage()));
        }
    }
}
