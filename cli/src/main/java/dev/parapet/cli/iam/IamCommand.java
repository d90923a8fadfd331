package dev.parapet.cli.iam;

import dev.parapet.cli.Console;
import dev.parapet.cli.HelpOption;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code parapet iam}. */
@Command(
        name = "iam",
        header = "Decide who can do what.",
        description = "Evaluates IAM policies in the order that AWS publishes, offline.",
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        abbreviateSynopsis = true)
public final class IamCommand implements Runnable {
    @Mixin
    private final HelpOption help = new HelpOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final Console console;

    /** The command. */
    public IamCommand(Console console) {
        this.console = console;
    }

    /** The command with those below it. */
    public CommandLine withSubcommands() {
        return new CommandLine(this).addSubcommand("can", new CanCommand(console));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing, such as 'parapet iam can'");
    }
}
