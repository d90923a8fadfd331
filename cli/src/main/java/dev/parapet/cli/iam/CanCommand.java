package dev.parapet.cli.iam;

import dev.parapet.cli.Console;
import dev.parapet.cli.ExitCode;
import dev.parapet.cli.Failure;
import dev.parapet.cli.HelpOption;
import dev.parapet.cli.Output;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code parapet iam can}. */
@Command(
        name = "can",
        header = "Decide requests under the policies that they bring along.",
        description = {
            "Each line of FILE is a request in JSON: principal, action, resource, resourceAccount, its context, and the policies"
                    + " that bear on it (identityPolicies, permissionBoundaries, sessionPolicies, resourcePolicy,"
                    + " serviceControlPolicies, resourceControlPolicies, vpcEndpointPolicies). Each line of the answer says"
                    + " allowed, explicitDeny, implicitDeny or undetermined, by which statement, and what is missing to tell."
        },
        sortOptions = false,
        abbreviateSynopsis = true)
public final class CanCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--batch",
            paramLabel = "FILE",
            required = true,
            description = "The requests, one a line; - for standard input.")
    private Path batch = Path.of("-");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to this file instead of standard output.")
    private @Nullable Path output;

    @Mixin
    private final HelpOption help = new HelpOption();

    /** The command. */
    public CanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Failure {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8), 1 << 16)) {
            int[] broken = {0};
            Output.write(console, output, out -> broken[0] = new BatchRun(out).run(lines));
            return broken[0] == 0 ? ExitCode.CLEAN : ExitCode.FAILED;
        } catch (IOException problem) {
            throw unreadable(problem);
        } catch (UncheckedIOException problem) {
            IOException cause = problem.getCause();
            throw unreadable(cause == null ? problem : cause);
        }
    }

    private InputStream open() throws IOException {
        return batch.toString().equals("-") ? System.in : Files.newInputStream(batch);
    }

    private Failure unreadable(Exception problem) {
        return new Failure("'" + batch + "' cannot be read: " + Output.reason(problem));
    }
}
