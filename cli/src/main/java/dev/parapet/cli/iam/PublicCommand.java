package dev.parapet.cli.iam;

import dev.parapet.cli.Argument;
import dev.parapet.cli.Command;
import dev.parapet.cli.Console;
import dev.parapet.cli.ExitCode;
import dev.parapet.cli.Failure;
import dev.parapet.cli.Output;
import dev.parapet.core.iam.space.Exposure;
import dev.parapet.core.report.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code parapet iam public}. */
final class PublicCommand extends Command {
    private static final String SCHEMA = "parapet.iam-public/1";

    private final Console console;

    private final Argument<List<Path>> policies =
            add(Argument.paths("POLICY", "Policies of resources, each judged by itself: files, or folders of them."));

    private final Argument<List<String>> accounts = add(Argument.list(
            "ACCOUNT", "Accounts that count as inside; otherwise each that is named is outside.", "--account"));

    private final Argument<List<String>> organizations = add(Argument.list(
            "ORGANIZATION", "Organisations (o-…) whose accounts count as inside, likewise.", "--organization"));

    private final Argument<TextOrJson> format = add(TextOrJson.option(SCHEMA));

    private final Argument<Path> output =
            add(Argument.file("FILE", "Write to this file instead of standard output.", "-o", "--output"));

    PublicCommand(Console console) {
        super(
                "public",
                "Tell whom outside the account a policy lets in.",
                "Asks for each statement of a bucket's, queue's, function's, key's or role's policy whether it lets in anybody without"
                        + " credentials, any account, an account or organisation that it names, a service on behalf of somebody"
                        + " else's resource, or anybody of an identity provider; denies count. A condition on what an outsider"
                        + " cannot choose (aws:PrincipalOrgID, aws:SourceVpce, aws:SourceArn, a network that is not the whole internet)"
                        + " shuts them out.",
                "Exit code 0: nobody is let in; 1: somebody is; 2: a part could not be told.");
        this.console = console;
        addHelp();
    }

    @Override
    public int run() throws Failure {
        PolicyFiles files = PolicyFiles.read(policies.value());
        boolean understood = TextOrJson.told(console, files);
        Exposure.Inside inside = new Exposure.Inside(Set.copyOf(accounts.value()), Set.copyOf(organizations.value()));
        List<Exposure.Grant> grants = new ArrayList<>();
        for (PolicyFiles.File file : files.documents()) {
            Exposure.Result result = Exposure.of(List.of(file.read().policy()), inside);
            grants.addAll(result.grants());
            for (String because : result.undecided()) {
                console.note(file.path() + ": cannot be told whole: " + because);
                understood = false;
            }
        }
        Output.write(console, output.orNull(), out -> {
            switch (format.value()) {
                case TEXT -> text(grants, out);
                case JSON -> json(grants, out);
            }
        });
        return !understood ? ExitCode.FAILED : grants.isEmpty() ? ExitCode.CLEAN : ExitCode.FOUND;
    }

    private static void text(List<Exposure.Grant> grants, Appendable out) throws IOException {
        if (grants.isEmpty()) {
            out.append("nobody outside is let in\n");
        }
        for (Exposure.Grant grant : grants) {
            out.append(grant.statement().span() + ": " + StatementWords.name(grant.statement()) + " lets "
                    + who(grant) + " do " + StatementWords.scope(grant.statement()) + "\n    such as "
                    + RequestWords.sentence(grant.witness()) + "\n");
        }
    }

    private static String who(Exposure.Grant grant) {
        return switch (grant.outsider()) {
            case ANONYMOUS -> "anybody, without credentials,";
            case ANY_ACCOUNT -> "any account";
            case ACCOUNT -> "the account " + grant.name();
            case PRINCIPAL -> grant.name();
            case ORGANIZATION -> "the accounts of the organisation " + grant.name();
            case SERVICE -> grant.name() + ", on behalf of anybody's resource,";
            case FEDERATED -> "anybody whom " + grant.name() + " vouches for";
        };
    }

    private static void json(List<Exposure.Grant> grants, Appendable out) throws IOException {
        TextOrJson.document(SCHEMA, out, json -> {
            json.writeArrayFieldStart("grants");
            for (Exposure.Grant grant : grants) {
                json.writeStartObject();
                json.writeStringField("statement", grant.statement().name());
                json.writeStringField(
                        "outsider",
                        grant.outsider().name().toLowerCase(Locale.ROOT).replace('_', '-'));
                if (!grant.name().isEmpty()) {
                    json.writeStringField("name", grant.name());
                }
                json.writeObjectFieldStart("witness");
                RequestWords.write(grant.witness(), json);
                json.writeEndObject();
                JsonDocument.location(json, grant.statement().span());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }
}
