package dev.parapet.cli.reference;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Completion for fish, which picocli does not write: https://fishshell.com/docs/current/completions.html. */
final class FishCompletion {
    private final StringBuilder out = new StringBuilder();

    private FishCompletion() {}

    static String of(CommandSpec program) {
        FishCompletion completion = new FishCompletion();
        String verbs = String.join(" ", program.subcommands().keySet());
        String none = "not __fish_seen_subcommand_from " + verbs;
        completion.options(program, none);
        completion.subcommands(program, none);
        return completion.out.toString();
    }

    private void subcommands(CommandSpec command, String when) {
        for (Map.Entry<String, CommandLine> entry : command.subcommands().entrySet()) {
            CommandSpec child = entry.getValue().getCommandSpec();
            line(when, "-f -a " + entry.getKey(), Texts.header(child));
        }
        for (Map.Entry<String, CommandLine> entry : command.subcommands().entrySet()) {
            CommandSpec child = entry.getValue().getCommandSpec();
            String seen = "__fish_seen_subcommand_from " + entry.getKey();
            String inside = command.parent() == null ? seen : when + "; and " + seen;
            options(child, inside);
            if (!child.subcommands().isEmpty()) {
                subcommands(child, inside);
            }
        }
    }

    private void options(CommandSpec command, String when) {
        for (OptionSpec option : command.options()) {
            StringBuilder words = new StringBuilder();
            for (String name : option.names()) {
                words.append(name.startsWith("--") ? "-l " : "-s ")
                        .append(name.replaceFirst("^--?", ""))
                        .append(' ');
            }
            if (option.arity().max() > 0) {
                String candidates = Texts.candidates(option, " ");
                words.append(candidates.isEmpty() ? "-r" : "-x -a " + quoted(candidates));
            }
            line(when, words.toString().strip(), Texts.description(option));
        }
    }

    private void line(String when, String what, String description) {
        out.append("complete -c parapet -n ")
                .append(quoted(when))
                .append(' ')
                .append(what)
                .append(" -d ")
                .append(quoted(description))
                .append('\n');
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
