package dev.parapet.cli.reference;

import dev.parapet.cli.Argument;
import dev.parapet.cli.Command;
import dev.parapet.cli.Console;
import dev.parapet.cli.ExitCode;
import dev.parapet.cli.Failure;
import dev.parapet.cli.Output;
import dev.parapet.cli.Program;
import dev.parapet.cli.Version;
import dev.parapet.cli.Words;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/** {@code parapet manual}. */
public final class ManualCommand extends Command {
    private enum Format {
        MAN,
        MARKDOWN
    }

    private static final Words<Format> FORMATS =
            Words.of(format -> format.name().toLowerCase(Locale.ROOT), Format.values());

    private final Console console;

    private final Argument<Format> format =
            add(Argument.word(FORMATS, "man", "FORMAT", "man or markdown (default: ${DEFAULT-VALUE}).", "--format"));

    /** The command. */
    public ManualCommand(Console console) {
        super(
                "manual",
                "Print the manual.",
                "As a page for man ('parapet manual > /usr/local/share/man/man1/parapet.1'), or as Markdown.");
        this.console = console;
        addHelp();
    }

    @Override
    public int run() throws Failure {
        CommandSpec program = Program.all(console).getCommandSpec();
        String page = switch (format.value()) {
            case MAN -> ManualPage.of(program, Version.text());
            case MARKDOWN -> ReferencePage.of(program);
        };
        Output.write(console, null, out -> out.append(page));
        return ExitCode.CLEAN;
    }
}
