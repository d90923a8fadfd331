package dev.parapet.cli.reference;

import dev.parapet.cli.Argument;
import dev.parapet.cli.Command;
import dev.parapet.cli.Console;
import dev.parapet.cli.ExitCode;
import dev.parapet.cli.Failure;
import dev.parapet.cli.Output;
import dev.parapet.cli.Program;
import dev.parapet.cli.Words;
import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine;

/** {@code parapet completion}. */
public final class CompletionCommand extends Command {
    private enum Shell {
        BASH,
        ZSH,
        FISH
    }

    private static final Words<Shell> SHELLS = Words.of(shell -> shell.name().toLowerCase(Locale.ROOT), Shell.values());

    private final Console console;

    private final Argument<Shell> shell = add(Argument.word(SHELLS, "SHELL", "bash, zsh or fish."));

    /** The command. */
    public CompletionCommand(Console console) {
        super(
                "completion",
                "Print the completion for a shell.",
                "bash: source <(parapet completion bash), in ~/.bashrc",
                "zsh: source <(parapet completion zsh), in ~/.zshrc after compinit",
                "fish: parapet completion fish > ~/.config/fish/completions/parapet.fish");
        this.console = console;
        addHelp();
    }

    @Override
    public int run() throws Failure {
        CommandLine program = Program.all(console);
        String script = switch (shell.value()) {
            // The script for bash makes itself at home in zsh too.
            case BASH, ZSH -> AutoComplete.bash("parapet", program);
            case FISH -> FishCompletion.of(program.getCommandSpec());
        };
        Output.write(console, null, out -> out.append(script));
        return ExitCode.CLEAN;
    }
}
