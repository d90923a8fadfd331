package dev.parapet.cli.rule;

import dev.parapet.cli.Console;
import dev.parapet.cli.ExitCode;
import dev.parapet.cli.Failure;
import dev.parapet.cli.HelpOption;
import dev.parapet.cli.Output;
import dev.parapet.core.rule.catalogue.RuleSkeleton;
import dev.parapet.core.rule.file.RuleFileException;
import dev.parapet.core.rule.file.RuleFileReader;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parapet rules new}. */
@Command(
        name = "new",
        header = "Write a rule to start from.",
        description =
                "Its examples pass at once. Change them to what you want, then the expression until they pass again.",
        sortOptions = false,
        abbreviateSynopsis = true)
final class NewRuleCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "FILE",
            description = "Where to write it, such as policy/queue-without-owner.md; the name is the rule's id.")
    private Path file = Path.of("");

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            defaultValue = "AWS::Lambda::Function",
            description = "The type of resource it is about (default: ${DEFAULT-VALUE}).")
    private String type = "";

    @Mixin
    private final HelpOption help = new HelpOption();

    NewRuleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Failure {
        try {
            RuleFileReader.id(file.toString().replace('\\', '/'));
            Path parent = file.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(file, RuleSkeleton.of(type), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
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
