package dev.parapet.cli.rule;

import dev.parapet.cli.Argument;
import dev.parapet.cli.Command;
import dev.parapet.cli.Console;
import dev.parapet.cli.ExitCode;
import dev.parapet.cli.Failure;
import dev.parapet.cli.Output;
import dev.parapet.core.rule.Rule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code parapet rules show}. */
final class ShowRuleCommand extends Command {
    private final Console console;

    private final Argument<String> rule = add(
            Argument.text("RULE", "The rule's id, or the id that another tool gives the same question (CKV_AWS_258)."));

    private final Argument<Path> config = add(Argument.file("FILE", RuleBook.CONFIG_OPTION, "--config"));

    ShowRuleCommand(Console console) {
        super("show", "Show a rule.", "Its whole file: what it asks, why it matters, how to mend it, and examples.");
        this.console = console;
        addHelp();
    }

    @Override
    public int run() throws Failure {
        String id = rule.value();
        RuleBook book = RuleBook.open(Path.of(""), config.orNull(), List.of(), List.of());
        Optional<String> page = book.page(id);
        List<String> pages = new ArrayList<>();
        if (page.isPresent()) {
            pages.add(page.get());
        } else {
            for (Rule each : book.rules().all()) {
                if (each.sameAs().contains(id)) {
                    book.page(each.id()).ifPresent(pages::add);
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
