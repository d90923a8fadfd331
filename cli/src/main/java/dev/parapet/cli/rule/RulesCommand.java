package dev.parapet.cli.rule;

import dev.parapet.cli.Command;
import dev.parapet.cli.Console;
import java.util.List;
import picocli.CommandLine;

/** {@code parapet rules}. */
public final class RulesCommand extends Command {
    /** The command. */
    public RulesCommand(Console console) {
        super(
                "rules",
                "List, show, write and test rules.",
                "A rule is one Markdown file: what it asks, why that matters, how to mend it, and examples that are its"
                        + " tests. Your own rules are such files too, in the folders that parapet.yaml names.");
        addHelp();
        for (Command child : List.of(
                new ListRulesCommand(console),
                new ShowRuleCommand(console),
                new NewRuleCommand(console),
                new TestRulesCommand(console))) {
            spec().addSubcommand(child.spec().name(), new CommandLine(child.spec()));
        }
    }

    @Override
    public int run() {
        throw commandMissing("parapet rules list");
    }
}
