package dev.parapet.cli.iam;

import dev.parapet.cli.Command;
import dev.parapet.cli.Console;
import dev.parapet.cli.need.NeedsCommand;
import picocli.CommandLine;

/** {@code parapet iam}. */
public final class IamCommand extends Command {
    /** The command. */
    public IamCommand(Console console) {
        super("iam", "Decide who can do what.", "Evaluates IAM policies in the order that AWS publishes, offline.");
        addHelp();
        spec().addSubcommand("can", new CommandLine(new CanCommand(console).spec()));
        spec().addSubcommand("why", new CommandLine(new WhyCommand(console).spec()));
        spec().addSubcommand("show", new CommandLine(new ShowCommand(console).spec()));
        spec().addSubcommand("reach", new CommandLine(new ReachCommand(console).spec()));
        spec().addSubcommand("needs", new CommandLine(new NeedsCommand(console).spec()));
        spec().addSubcommand("compare", new CommandLine(new CompareCommand(console).spec()));
        spec().addSubcommand("public", new CommandLine(new PublicCommand(console).spec()));
        spec().addSubcommand("lint", new CommandLine(new LintCommand(console).spec()));
        spec().addSubcommand("expand", new CommandLine(new ExpandActionsCommand(console).spec()));
        spec().addSubcommand("escalate", new CommandLine(new EscalateCommand(console).spec()));
    }

    @Override
    public int run() {
        throw commandMissing("parapet iam can");
    }
}
