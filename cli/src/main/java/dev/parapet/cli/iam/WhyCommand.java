package dev.parapet.cli.iam;

import dev.parapet.cli.Argument;
import dev.parapet.cli.Command;
import dev.parapet.cli.Console;
import dev.parapet.cli.Failure;
import dev.parapet.cli.Output;
import dev.parapet.core.iam.evaluation.Trace;
import java.nio.file.Path;

/** {@code parapet iam why}. */
final class WhyCommand extends Command {
    private static final String SCHEMA = "parapet.iam-why/1";

    private final Console console;
    private final QuestionArguments question = new QuestionArguments();
    private final Argument<TextOrJson> format;
    private final Argument<Path> output;

    WhyCommand(Console console) {
        super(
                "why",
                "Tell why somebody may do something, or may not.",
                "The same as 'parapet iam can', and each step by which it was decided: which statement decided and where it stands,"
                        + " which nearly did, and what kept them from it.");
        this.console = console;
        question.all().forEach(this::add);
        format = add(TextOrJson.option(SCHEMA));
        output = add(Argument.file("FILE", "Write to this file instead of standard output.", "-o", "--output"));
        addHelp();
    }

    @Override
    public int run() throws Failure {
        QuestionArguments.Asked asked = question.read(console);
        Trace trace = asked.inquiry().trace();
        Output.write(console, output.orNull(), out -> {
            switch (format.value()) {
                case TEXT -> {
                    out.append(AnswerWords.sentence(asked, trace.answer())).append('\n');
                    new TraceText(asked.inquiry(), out).write(trace);
                }
                case JSON ->
                    TextOrJson.document(SCHEMA, out, json -> {
                        AnswerWords.question(asked, json);
                        AnswerWords.write(asked.inquiry(), trace.answer(), json);
                        TraceJson.write(asked.inquiry(), trace, json);
                    });
            }
        });
        return CanCommand.code(asked, trace.answer());
    }
}
