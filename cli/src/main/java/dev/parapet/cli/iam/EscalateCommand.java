package dev.parapet.cli.iam;

import dev.parapet.cli.Argument;
import dev.parapet.cli.Command;
import dev.parapet.cli.Console;
import dev.parapet.cli.ExitCode;
import dev.parapet.cli.Failure;
import dev.parapet.cli.Output;
import dev.parapet.cli.Words;
import dev.parapet.core.iam.account.Account;
import dev.parapet.core.iam.escalation.Escalation;
import dev.parapet.core.iam.escalation.EscalationSearch;
import dev.parapet.core.iam.escalation.Outsiders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code parapet iam escalate}. */
public final class EscalateCommand extends Command {
    private static final Words<EscalateFormat> FORMATS = Words.of(EscalateFormat::word, EscalateFormat.values());

    private final Console console;

    private final Argument<List<Path>> paths = add(Argument.paths(
            "PATH",
            "Folders and files of an application, or what 'aws iam get-account-authorization-details' prints; each is an"
                    + " account of its own."));

    private final Argument<EscalateFormat> format = add(Argument.word(
            FORMATS,
            "text",
            "FORMAT",
            "The kind of document: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            "--format"));

    private final Argument<Map<String, String>> parameters = add(Argument.pairs(
            "A value for a parameter of the templates, or for a pseudo parameter (AWS::Partition=aws-cn).",
            "--parameter"));

    private final Argument<Path> output =
            add(Argument.file("FILE", "Write to this file instead of standard output.", "-o", "--output"));

    /** The command. */
    public EscalateCommand(Console console) {
        super(
                "escalate",
                "Find out who is, or can become, administrator.",
                "For each user and role: whether it is administrator by its own policies, can make itself one, and by"
                        + " which steps, after permissions boundaries and denies. Steps come from a catalogue of"
                        + " techniques, such as passing a role to a new function. Exit code 1 says that somebody can"
                        + " become administrator who is not.");
        this.console = console;
        addHelp();
    }

    @Override
    public int run() throws Failure {
        List<EscalateFormat.Result> results = new ArrayList<>();
        boolean whole = true;
        for (Path path : paths.value()) {
            IamSources sources = IamSources.read(console, List.of(path), parameters.value());
            if (sources.accounts().isEmpty() && sources.isWhole()) {
                throw new Failure("'" + path
                        + "' holds no template, and is not what 'aws iam get-account-authorization-details' prints");
            }
            whole &= sources.isWhole();
            for (Account account : sources.accounts()) {
                List<Escalation> escalations = EscalationSearch.of(account);
                List<String> outsiders = Outsiders.notes(account, escalations);
                outsiders.forEach(note -> console.note(path + ": " + note));
                List<String> notes = new ArrayList<>(account.notes());
                notes.addAll(outsiders);
                results.add(new EscalateFormat.Result(path.toString(), escalations, notes));
            }
        }
        Output.write(console, output.orNull(), out -> format.value().write(results, out));
        boolean reachable = results.stream()
                .flatMap(result -> result.escalations().stream())
                .anyMatch(one -> one.administrator() == Escalation.Administrator.REACHABLE);
        return whole ? reachable ? ExitCode.FOUND : ExitCode.CLEAN : ExitCode.FAILED;
    }
}
