package dev.parapet.cli.iam;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parapet.cli.Argument;
import dev.parapet.cli.Command;
import dev.parapet.cli.Console;
import dev.parapet.cli.ExitCode;
import dev.parapet.cli.Failure;
import dev.parapet.cli.Output;
import dev.parapet.core.iam.access.Asker;
import dev.parapet.core.iam.access.Directory;
import dev.parapet.core.iam.access.EffectiveAccess;
import dev.parapet.core.iam.access.Grant;
import dev.parapet.core.iam.account.Account;
import dev.parapet.core.iam.account.NamedPolicy;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.report.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code parapet iam show}. */
final class ShowCommand extends Command {
    private static final String SCHEMA = "parapet.iam-show/1";

    private final Console console;
    private final Argument<String> principal = add(Argument.text(0, "PRINCIPAL", AccessArguments.PRINCIPAL));
    private final AccessArguments access = new AccessArguments(1);
    private final Argument<List<String>> context;
    private final Argument<TextOrJson> format;
    private final Argument<Path> output;

    ShowCommand(Console console) {
        super(
                "show",
                "List what somebody can do.",
                "By service, level of access (permissions-management, write, tagging, read, list) and resource: what identity policies"
                        + " and the policies of resources give, after denies and permissions boundaries, and the conditions under which"
                        + " they do. A set of resources counts as given when some of it is.");
        this.console = console;
        access.all().forEach(this::add);
        context = add(ContextArgument.option());
        format = add(TextOrJson.option(SCHEMA));
        output = add(Argument.file("FILE", "Write to this file instead of standard output.", "-o", "--output"));
        addHelp();
    }

    @Override
    public int run() throws Failure {
        String name = principal.orNull();
        if (name == null) {
            throw new Failure("PRINCIPAL is missing, such as 'parapet iam show OrdersFunction template.yaml'");
        }
        IamSources sources = access.read(console);
        Directory directory = sources.directory();
        Asker asker = access.found("principal", name, directory.asker(name));
        EffectiveAccess.Result result = EffectiveAccess.of(asker, directory, ContextArgument.of(context.value()));
        GrantWords words = new GrantWords(directory.accounts());
        Output.write(console, output.orNull(), out -> {
            switch (format.value()) {
                case TEXT -> text(asker, directory, result, words, out);
                case JSON -> TextOrJson.document(SCHEMA, out, json -> json(asker, directory, result, words, json));
            }
        });
        return sources.isWhole() ? ExitCode.CLEAN : ExitCode.FAILED;
    }

    private static void text(
            Asker asker, Directory directory, EffectiveAccess.Result result, GrantWords words, Appendable out)
            throws IOException {
        List<String> runs = runs(asker, directory);
        out.append(NameWords.shown(asker.name())
                + (runs.isEmpty() ? "" : ", as which " + NameWords.listed(runs) + (runs.size() == 1 ? " runs" : " run"))
                + "\n");
        if (!asker.boundaries().isEmpty()) {
            out.append("within the permissions boundary " + NameWords.listed(names(asker.boundaries())) + "\n");
        }
        if (result.grants().isEmpty()) {
            out.append("can do nothing" + (result.unknown().isEmpty() ? "" : " that is known") + "\n");
        } else {
            TextTable table = new TextTable(2, "service", "level", "actions", "resources", "only if");
            new ServiceRows(words).add(result.grants(), table);
            out.append('\n');
            table.write(out);
        }
        if (!result.denies().isEmpty()) {
            out.append("\nexcept what is denied:\n");
            for (Statement deny : result.denies()) {
                out.append(
                        "- " + StatementWords.name(deny) + AnswerWords.place(deny) + ": " + StatementWords.scope(deny));
                List<String> conditions =
                        deny.conditions().stream().map(ConsideredWords::asked).toList();
                out.append(conditions.isEmpty() ? "\n" : ", if " + String.join(" and ", conditions) + "\n");
            }
        }
        for (String unknown : result.unknown()) {
            out.append("\nnot at hand: " + NameWords.shown(unknown) + "; it may give more, or take away\n");
        }
    }

    private static List<String> names(List<NamedPolicy> policies) {
        return policies.stream().map(NamedPolicy::name).map(NameWords::shown).toList();
    }

    /** What runs as somebody. */
    static List<String> runs(Asker asker, Directory directory) {
        List<String> runs = new ArrayList<>();
        for (Account account : directory.accounts()) {
            for (Account.Workload workload : account.workloads()) {
                if (workload.role().equals(asker.principal().text())
                        && !workload.name().isEmpty()) {
                    runs.add(NameWords.shown(workload.name()));
                }
            }
        }
        return runs;
    }

    private static void json(
            Asker asker, Directory directory, EffectiveAccess.Result result, GrantWords words, JsonGenerator json)
            throws IOException {
        json.writeStringField("principal", NameWords.shown(asker.name()));
        List<String> runs = runs(asker, directory);
        if (!runs.isEmpty()) {
            JsonDocument.texts(json, "runs", runs);
        }
        JsonDocument.texts(json, "policies", names(asker.policies()));
        if (!asker.boundaries().isEmpty()) {
            JsonDocument.texts(json, "permissionsBoundaries", names(asker.boundaries()));
        }
        json.writeArrayFieldStart("grants");
        for (Grant grant : result.grants()) {
            json.writeStartObject();
            words.write(grant, json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("denies");
        for (Statement deny : result.denies()) {
            json.writeStartObject();
            json.writeStringField("statement", deny.name());
            json.writeStringField("scope", StatementWords.scope(deny));
            JsonDocument.texts(
                    json,
                    "conditions",
                    deny.conditions().stream().map(ConsideredWords::asked).toList());
            AnswerWords.location(deny, json);
            json.writeEndObject();
        }
        json.writeEndArray();
        JsonDocument.texts(
                json, "unknown", result.unknown().stream().map(NameWords::shown).toList());
    }
}
