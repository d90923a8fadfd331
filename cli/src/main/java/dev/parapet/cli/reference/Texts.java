package dev.parapet.cli.reference;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What the model says of commands and arguments, in one line each. */
final class Texts {
    private Texts() {}

    static String header(CommandSpec command) {
        return String.join(" ", command.usageMessage().header());
    }

    static List<String> description(CommandSpec command) {
        return List.of(command.usageMessage().description());
    }

    static String description(ArgSpec argument) {
        return String.join(" ", argument.description())
                .replace("${COMPLETION-CANDIDATES}", candidates(argument, ", "))
                .replace("${DEFAULT-VALUE}", String.valueOf(argument.defaultValue()));
    }

    /** The words that an argument takes; empty where it takes any. */
    static String candidates(ArgSpec argument, String between) {
        Iterable<String> words = argument.completionCandidates();
        List<String> all = new ArrayList<>();
        if (words != null) {
            words.forEach(word -> all.add(word));
        }
        return String.join(between, all);
    }

    /** The names of an option and the label of its value: {@code -o, --output FILE}. */
    static String names(OptionSpec option) {
        String label = option.arity().max() == 0 ? "" : " " + option.paramLabel();
        return String.join(", ", option.names()) + label;
    }

    /** How a command is written: {@code parapet scan [OPTION]... PATH...}. */
    static String synopsis(CommandSpec command) {
        StringBuilder synopsis = new StringBuilder(command.qualifiedName());
        synopsis.append(" [OPTION]...");
        for (ArgSpec parameter : command.positionalParameters()) {
            synopsis.append(' ').append(parameter.paramLabel());
            synopsis.append(parameter.arity().max() > 1 ? "..." : "");
        }
        if (!command.subcommands().isEmpty()) {
            synopsis.append(" COMMAND");
        }
        return synopsis.toString();
    }
}
