package dev.parapet.cli.iam;

import dev.parapet.cli.Argument;
import dev.parapet.cli.Command;
import dev.parapet.cli.Console;
import dev.parapet.cli.ExitCode;
import dev.parapet.cli.Failure;
import dev.parapet.cli.Output;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code parapet iam can}. */
public final class CanCommand extends Command {
    private final Console console;

    private final Argument<Path> batch =
            add(Argument.requiredFile("FILE", "The requests, one a line; - for standard input.", "--batch"));

    private final Argument<Path> output =
            add(Argument.file("FILE", "Write to this file instead of standard output.", "-o", "--output"));

    /** The command. */
    public CanCommand(Console console) {
        super(
                "can",
                "Decide requests under the policies that they bring along.",
                "Each line of FILE is a request in JSON: principal, action, resource, resourceAccount, its context, and the policies"
                        + " that bear on it (identityPolicies, permissionBoundaries, sessionPolicies, resourcePolicy,"
                        + " serviceControlPolicies, resourceControlPolicies, vpcEndpointPolicies). Each line of the answer says"
                        + " allowed, explicitDeny, implicitDeny or undetermined, by which statement, and what is missing to tell.");
        this.console = console;
        addHelp();
    }

    @Override
    public int run() throws Failure {
        try (InputStream lines = open()) {
            int[] broken = {0};
            Output.write(console, output.orNull(), out -> broken[0] = new BatchRun(out).run(lines));
            return broken[0] == 0 ? ExitCode.CLEAN : ExitCode.FAILED;
        } catch (IOException problem) {
            throw unreadable(problem);
        } catch (UncheckedIOException problem) {
            IOException cause = problem.getCause();
            throw unreadable(cause == null ? problem : cause);
        }
    }

    private InputStream open() throws IOException {
        return batch.value().toString().equals("-") ? System.in : Files.newInputStream(batch.value());
    }

    private Failure unreadable(Exception problem) {
        return new Failure("'" + batch.value() + "' cannot be read: " + Output.reason(problem));
    }
}
