package dev.parapet.cli.iam;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parapet.cli.Argument;
import dev.parapet.cli.Command;
import dev.parapet.cli.Console;
import dev.parapet.cli.ExitCode;
import dev.parapet.cli.Failure;
import dev.parapet.cli.Output;
import dev.parapet.core.iam.access.Directory;
import dev.parapet.core.iam.access.Grant;
import dev.parapet.core.iam.access.Reach;
import dev.parapet.core.iam.access.Target;
import dev.parapet.core.iam.account.AccountResource;
import dev.parapet.core.report.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code parapet iam reach}. */
final class ReachCommand extends Command {
    private static final String SCHEMA = "parapet.iam-reach/1";

    private final Console console;
    private final Argument<String> resource = add(Argument.text(0, "RESOURCE", AccessArguments.RESOURCE));
    private final AccessArguments access = new AccessArguments(1);
    private final Argument<String> action;
    private final Argument<List<String>> context;
    private final Argument<TextOrJson> format;
    private final Argument<Path> output;

    ReachCommand(Console console) {
        super(
                "reach",
                "List who can reach a resource.",
                "Users and roles by their policies, services, other accounts and anybody by the policy of the resource, each with what it"
                        + " can do to it by level of access, after denies and permissions boundaries, and under which conditions.");
        this.console = console;
        access.all().forEach(this::add);
        action = add(Argument.optional("ACTION", "Only this action, or a pattern such as s3:Put*.", "--action"));
        context = add(ContextArgument.option());
        format = add(TextOrJson.option(SCHEMA));
        output = add(Argument.file("FILE", "Write to this file instead of standard output.", "-o", "--output"));
        addHelp();
    }

    @Override
    public int run() throws Failure {
        String name = resource.orNull();
        if (name == null) {
            throw new Failure("RESOURCE is missing, such as 'parapet iam reach OrdersTable template.yaml'");
        }
        if (name.equals("*")) {
            throw new Failure("'*' is no resource; give an ARN or a logical id");
        }
        String asked = action.orNull();
        if (asked != null) {
            QuestionArguments.checkPattern(asked);
        }
        IamSources sources = access.read(console);
        Directory directory = sources.directory();
        Target target = access.found("resource", name, directory.target(name, null));
        if (target.resource() == null && target.policy() == null) {
            console.note("the policy of " + NameWords.shown(target.arn())
                    + " is not at hand; whom it lets in or keeps out does not count");
        }
        Reach.Result result = Reach.of(directory, target, asked, ContextArgument.of(context.value()));
        GrantWords words = new GrantWords(directory.accounts());
        Output.write(console, output.orNull(), out -> {
            switch (format.value()) {
                case TEXT -> text(target, directory, result, words, out);
                case JSON -> TextOrJson.document(SCHEMA, out, json -> json(target, directory, result, words, json));
            }
        });
        return sources.isWhole() ? ExitCode.CLEAN : ExitCode.FAILED;
    }

    private static void text(Target target, Directory directory, Reach.Result result, GrantWords words, Appendable out)
            throws IOException {
        AccountResource known = target.resource();
        out.append(NameWords.of(target) + (known == null ? "" : " (" + known.type() + ")") + "\n");
        if (result.reachers().isEmpty()) {
            out.append("nobody that is known can reach it\n");
        } else {
            TextTable table = new TextTable(1, "who", "level", "actions", "on", "only if");
            for (Reach.Reacher reacher : result.reachers()) {
                String who = who(reacher, directory);
                for (Grant grant : reacher.grants()) {
                    table.add(
                            who,
                            grant.level().word(),
                            words.actions(grant),
                            words.resources(grant),
                            String.join(" and ", words.conditions(grant)));
                }
            }
            out.append('\n');
            table.write(out);
        }
        for (String unknown : result.unknown()) {
            out.append("\nnot known: " + NameWords.shown(unknown) + "; it may let in more\n");
        }
    }

    private static String who(Reach.Reacher reacher, Directory directory) {
        List<String> runs = ShowCommand.runs(reacher.who(), directory);
        return NameWords.shown(reacher.who().name())
                + (runs.isEmpty() ? "" : " (" + ConsideredWords.shortened(runs) + ")");
    }

    private static void json(
            Target target, Directory directory, Reach.Result result, GrantWords words, JsonGenerator json)
            throws IOException {
        json.writeStringField("resource", NameWords.of(target));
        AccountResource known = target.resource();
        if (known != null) {
            json.writeStringField("type", known.type());
        }
        json.writeArrayFieldStart("principals");
        for (Reach.Reacher reacher : result.reachers()) {
            json.writeStartObject();
            json.writeStringField("principal", NameWords.shown(reacher.who().name()));
            List<String> runs = ShowCommand.runs(reacher.who(), directory);
            if (!runs.isEmpty()) {
                JsonDocument.texts(json, "runs", runs);
            }
            json.writeArrayFieldStart("grants");
            for (Grant grant : reacher.grants()) {
                json.writeStartObject();
                words.write(grant, json);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        JsonDocument.texts(
                json, "unknown", result.unknown().stream().map(NameWords::shown).toList());
    }
}
