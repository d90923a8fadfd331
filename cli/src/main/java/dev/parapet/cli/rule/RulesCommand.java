package dev.parapet.cli.rule;

import dev.parapet.cli.Console;
import dev.parapet.cli.HelpOption;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code parapet rules}. */
@Command(
        name = "rules",
        header = "List, show, write and test rules.",
        description =
                "A rule is one Markdown file: what it asks, why that matters, how to mend it, and examples that are its"
                        + " tests. Your own rules are such files too, in the folders that parapet.yaml names.",
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        abbreviateSynopsis = true)
public final class RulesCommand implements Runnable {
    @Mixin
    private final HelpOption help = new HelpOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final Console console;

    /** The command. */
    public RulesCommand(Console console) {
        this.console = console;
    }

    /** The command with those below it. */
    public CommandLine withSubcommands() {
        return new CommandLine(this)
                .addSubcommand("list", new ListRulesCommand(console))
                .addSubcommand("show", new ShowRuleCommand(console))
                .addSubcommand("new", new NewRuleCommand(console))
                .addSubcommand("test", new TestRulesCommand(console));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing, such as 'parapet rules list'");
    }
}
