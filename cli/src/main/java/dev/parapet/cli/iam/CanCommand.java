package dev.parapet.cli.iam;

import dev.parapet.cli.Argument;
import dev.parapet.cli.Command;
import dev.parapet.cli.Console;
import dev.parapet.cli.ExitCode;
import dev.parapet.cli.Failure;
import dev.parapet.cli.Output;
import dev.parapet.core.iam.evaluation.Answer;
import dev.parapet.core.iam.evaluation.Decision;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code parapet iam can}. */
public final class CanCommand extends Command {
    private static final String SCHEMA = "parapet.iam-can/1";

    private final Console console;
    private final QuestionArguments question = new QuestionArguments();
    private final Argument<TextOrJson> format;
    private final Argument<Path> batch;
    private final Argument<Path> output;

    /** The command. */
    public CanCommand(Console console) {
        super(
                "can",
                "Tell whether somebody may do something.",
                "Decides by the policies of an application's templates, of a list of authorizations, or by policies alone, in the order"
                        + " that AWS publishes: allowed, explicitDeny, implicitDeny, or undetermined with the condition keys that"
                        + " would settle it. Exit code 0: allowed; 1: not allowed; 2: it cannot be told.",
                "With --batch, each line of FILE is a request in JSON: principal, action, resource, resourceAccount, its context, and the policies"
                        + " that bear on it (identityPolicies, permissionBoundaries, sessionPolicies, resourcePolicy,"
                        + " serviceControlPolicies, resourceControlPolicies, vpcEndpointPolicies). Each line of the answer says"
                        + " what becomes of it, by which statement, and what is missing to tell.");
        this.console = console;
        question.all().forEach(this::add);
        format = add(TextOrJson.option(SCHEMA));
        batch = add(Argument.file(
                "FILE", "Requests that bring their policies along, one a line; - for standard input.", "--batch"));
        output = add(Argument.file("FILE", "Write to this file instead of standard output.", "-o", "--output"));
        addHelp();
    }

    @Override
    public int run() throws Failure {
        Path file = batch.orNull();
        if (file == null) {
            return ask();
        }
        if (question.areGiven()) {
            throw new Failure("--batch brings its own questions; leave PRINCIPAL, ACTION and RESOURCE out");
        }
        return batch(file);
    }

    private int ask() throws Failure {
        QuestionArguments.Asked asked = question.read(console);
        Answer answer = asked.inquiry().answer();
        Output.write(console, output.orNull(), out -> {
            switch (format.value()) {
                case TEXT -> out.append(AnswerWords.sentence(asked, answer)).append('\n');
                case JSON ->
                    TextOrJson.document(SCHEMA, out, json -> {
                        AnswerWords.question(asked, json);
                        AnswerWords.write(asked.inquiry(), answer, json);
                    });
            }
        });
        return code(asked, answer);
    }

    /** 0 when it is allowed, 1 when it is not, 2 when it cannot be told. */
    static int code(QuestionArguments.Asked asked, Answer answer) {
        if (!asked.isWhole() || answer.decision() == Decision.UNDETERMINED) {
            return ExitCode.FAILED;
        }
        return answer.decision() == Decision.ALLOWED ? ExitCode.CLEAN : ExitCode.FOUND;
    }

    private int batch(Path file) throws Failure {
        try (InputStream lines = open(file)) {
            int[] broken = {0};
            Output.write(console, output.orNull(), out -> broken[0] = new BatchRun(out).run(lines));
            return broken[0] == 0 ? ExitCode.CLEAN : ExitCode.FAILED;
        } catch (IOException problem) {
            throw unreadable(file, problem);
        } catch (UncheckedIOException problem) {
            IOException cause = problem.getCause();
            throw unreadable(file, cause == null ? problem : cause);
        }
    }

    private static InputStream open(Path file) throws IOException {
        return file.toString().equals("-") ? System.in : Files.newInputStream(file);
    }

    private static Failure unreadable(Path file, Exception problem) {
        return new Failure("'" + file + "' cannot be read: " + Output.reason(problem));
    }
}
