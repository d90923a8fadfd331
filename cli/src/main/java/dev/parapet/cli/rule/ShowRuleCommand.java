package dev.parapet.cli.rule;

import dev.parapet.cli.Console;
import dev.parapet.cli.ExitCode;
import dev.parapet.cli.Failure;
import dev.parapet.cli.HelpOption;
import dev.parapet.cli.Output;
import dev.parapet.core.rule.Rule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parapet rules show}. */
@Command(
        name = "show",
        header = "Show a rule.",
        description = "Its whole file: what it asks, why it matters, how to mend it, and examples.",
        sortOptions = false,
        abbreviateSynopsis = true)
final class ShowRuleCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "RULE",
            description = "The rule's id, or the id that another tool gives the same question (CKV_AWS_258).")
    private String id = "";

    @Option(names = "--config", paramLabel = "FILE", description = "Use this file instead of parapet.yaml here.")
    private @Nullable Path config;

    @Mixin
    private final HelpOption help = new HelpOption();

    ShowRuleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Failure {
        RuleBook book = RuleBook.open(Path.of(""), config, List.of(), List.of());
        Optional<String> page = book.page(id);
        List<String> pages = new ArrayList<>();
        if (page.isPresent()) {
            pages.add(page.get());
        } else {
            for (Rule rule : book.rules().all()) {
                if (rule.sameAs().contains(id)) {
                    book.page(rule.id()).ifPresent(pages::add);
                }
            }
        }
        if (pages.isEmpty()) {
            throw new Failure("no rule is called '" + id + "'; 'parapet rules list' shows all");
        }
        Output.write(console, null, out -> out.append(String.join("\n", pages)));
        return ExitCode.CLEAN;
    }
}
