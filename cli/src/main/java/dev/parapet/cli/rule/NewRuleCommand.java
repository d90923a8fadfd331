package dev.parapet.cli.rule;

import dev.parapet.cli.Argument;
import dev.parapet.cli.Command;
import dev.parapet.cli.Console;
import dev.parapet.cli.ExitCode;
import dev.parapet.cli.Failure;
import dev.parapet.cli.Output;
import dev.parapet.core.rule.catalogue.RuleSkeleton;
import dev.parapet.core.rule.file.RuleFileException;
import dev.parapet.core.rule.file.RuleFileReader;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** {@code parapet rules new}. */
final class NewRuleCommand extends Command {
    private final Console console;

    private final Argument<Path> place = add(Argument.path(
            "FILE", "Where to write it, such as policy/queue-without-owner.md; the name is the rule's id."));

    private final Argument<String> type = add(Argument.text(
            "AWS::Lambda::Function",
            "TYPE",
            "The type of resource it is about (default: ${DEFAULT-VALUE}).",
            "--type"));

    NewRuleCommand(Console console) {
        super(
                "new",
                "Write a rule to start from.",
                "Its examples pass at once. Change them to what you want, then the expression until they pass again.");
        this.console = console;
        addHelp();
    }

    @Override
    public int run() throws Failure {
        Path file = place.value();
        try {
            RuleFileReader.id(file.toString().replace('\\', '/'));
            Path parent = file.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(
                    file, RuleSkeleton.of(type.value()), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (RuleFileException problem) {
            throw new Failure("'" + problem.path() + "' " + problem.getMessage());
        } catch (FileAlreadyExistsException ignored) {
            throw new Failure("'" + file + "' is there already; name another file");
        } catch (IOException problem) {
            throw new Failure("'" + file + "' cannot be written: " + Output.reason(problem));
        }
        console.note("wrote " + file + "; 'parapet rules test " + file + "' runs its examples");
        return ExitCode.CLEAN;
    }
}
