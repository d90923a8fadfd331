package dev.parapet.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** {@code parapet help}: the same as {@code --help} of the command that it names. */
final class HelpCommand extends Command {
    private final Console console;
    private final Argument<List<String>> names = add(Argument.texts("COMMAND", "The command, such as 'rules list'."));

    HelpCommand(Console console) {
        super("help", "Show the help of a command.");
        this.console = console;
        addHelp();
    }

    @Override
    public int run() {
        CommandLine command = spec().root().commandLine();
        for (String name : names.value()) {
            CommandLine child = command.getSubcommands().get(name);
            if (child == null) {
                throw new ParameterException(command, "there is no command '" + name + "'");
            }
            command = child;
        }
        command.usage(console.out(), command.getColorScheme());
        return ExitCode.CLEAN;
    }
}
