package dev.parapet.cli.reference;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The commands in the order in which pages describe them. */
final class Commands {
    private Commands() {}

    /** A command and all below it. */
    static List<CommandSpec> all(CommandSpec command) {
        List<CommandSpec> all = new ArrayList<>();
        all.add(command);
        for (CommandLine child : command.subcommands().values()) {
            all.addAll(all(child.getCommandSpec()));
        }
        return all;
    }
}
