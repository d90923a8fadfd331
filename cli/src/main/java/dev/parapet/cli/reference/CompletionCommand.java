package dev.parapet.cli.reference;

import dev.parapet.cli.Console;
import dev.parapet.cli.ExitCode;
import dev.parapet.cli.Failure;
import dev.parapet.cli.HelpOption;
import dev.parapet.cli.Output;
import dev.parapet.cli.Program;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code parapet completion}. */
@Command(
        name = "completion",
        header = "Print the completion for a shell.",
        description = {
            "bash: source <(parapet completion bash), in ~/.bashrc",
            "zsh:  source <(parapet completion zsh), in ~/.zshrc after compinit",
            "fish: parapet completion fish > ~/.config/fish/completions/parapet.fish"
        },
        sortOptions = false,
        abbreviateSynopsis = true)
public final class CompletionCommand implements Callable<Integer> {
    private enum Shell {
        BASH,
        ZSH,
        FISH
    }

    private final Console console;

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    private Shell shell = Shell.BASH;

    @Mixin
    private final HelpOption help = new HelpOption();

    /** The command. */
    public CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Failure {
        CommandLine program = Program.commandLine(console);
        String script = switch (shell) {
            // The script for bash makes itself at home in zsh too.
            case BASH, ZSH -> AutoComplete.bash("parapet", program);
            case FISH -> FishCompletion.of(program.getCommandSpec());
        };
        Output.write(console, null, out -> out.append(script));
        return ExitCode.CLEAN;
    }
}
