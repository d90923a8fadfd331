package dev.parapet.cli.rule;

import dev.parapet.cli.Console;
import dev.parapet.cli.ExitCode;
import dev.parapet.cli.Failure;
import dev.parapet.cli.HelpOption;
import dev.parapet.cli.Output;
import dev.parapet.core.rule.RuleSet;
import dev.parapet.core.rule.catalogue.RuleList;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code parapet rules list}. */
@Command(
        name = "list",
        header = "List all rules.",
        description =
                "The built-in rules and, where parapet.yaml is in this folder, your own, as far as it wants them.",
        sortOptions = false,
        abbreviateSynopsis = true)
final class ListRulesCommand implements Callable<Integer> {
    private enum Format {
        TEXT,
        JSON
    }

    private final Console console;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text for people, or json (parapet.rules/1) for programs.")
    private Format format = Format.TEXT;

    @Option(names = "--config", paramLabel = "FILE", description = "Use this file instead of parapet.yaml here.")
    private @Nullable Path config;

    @Mixin
    private final HelpOption help = new HelpOption();

    ListRulesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Failure {
        RuleSet rules = RuleBook.open(Path.of(""), config, java.util.List.of(), java.util.List.of())
                .rules();
        Output.write(console, null, out -> {
            switch (format) {
                case TEXT -> RuleList.text(rules, out);
                case JSON -> RuleList.json(rules, out);
            }
        });
        return ExitCode.CLEAN;
    }
}
