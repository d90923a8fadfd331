package dev.parapet.cli.reference;

import dev.parapet.cli.Console;
import dev.parapet.cli.ExitCode;
import dev.parapet.cli.Failure;
import dev.parapet.cli.HelpOption;
import dev.parapet.cli.Output;
import dev.parapet.cli.Program;
import dev.parapet.cli.Version;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** {@code parapet manual}. */
@Command(
        name = "manual",
        header = "Print the manual.",
        description = "As a page for man ('parapet manual > /usr/local/share/man/man1/parapet.1'), or as Markdown.",
        sortOptions = false,
        abbreviateSynopsis = true)
public final class ManualCommand implements Callable<Integer> {
    private enum Format {
        MAN,
        MARKDOWN
    }

    private final Console console;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "man",
            description = "man or markdown (default: ${DEFAULT-VALUE}).")
    private Format format = Format.MAN;

    @Mixin
    private final HelpOption help = new HelpOption();

    /** The command. */
    public ManualCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Failure {
        CommandSpec program = Program.commandLine(console).getCommandSpec();
        String page = switch (format) {
            case MAN -> ManualPage.of(program, Version.text());
            case MARKDOWN -> ReferencePage.of(program);
        };
        Output.write(console, null, out -> out.append(page));
        return ExitCode.CLEAN;
    }
}
