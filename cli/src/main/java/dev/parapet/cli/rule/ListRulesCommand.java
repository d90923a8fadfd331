package dev.parapet.cli.rule;

import dev.parapet.cli.Argument;
import dev.parapet.cli.Command;
import dev.parapet.cli.Console;
import dev.parapet.cli.ExitCode;
import dev.parapet.cli.Failure;
import dev.parapet.cli.Output;
import dev.parapet.cli.Words;
import dev.parapet.core.rule.RuleSet;
import dev.parapet.core.rule.catalogue.RuleList;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** {@code parapet rules list}. */
final class ListRulesCommand extends Command {
    private enum Format {
        TEXT,
        JSON
    }

    private static final Words<Format> FORMATS =
            Words.of(format -> format.name().toLowerCase(Locale.ROOT), Format.values());

    private final Console console;

    private final Argument<Format> format = add(Argument.word(
            FORMATS,
            "text",
            "FORMAT",
            "text for people, or json (parapet.rules/1) for programs (default: text).",
            "--format"));

    private final Argument<Path> config = add(Argument.file("FILE", RuleBook.CONFIG_OPTION, "--config"));

    ListRulesCommand(Console console) {
        super(
                "list",
                "List all rules.",
                "The built-in rules and, where parapet.yaml is in this folder, your own, as far as it wants them.");
        this.console = console;
        addHelp();
    }

    @Override
    public int run() throws Failure {
        RuleSet rules = RuleBook.open(Path.of(""), config.orNull(), List.of(), List.of())
                .rules();
        Output.write(console, null, out -> {
            switch (format.value()) {
                case TEXT -> RuleList.text(rules, out);
                case JSON -> RuleList.json(rules, out);
            }
        });
        return ExitCode.CLEAN;
    }
}
