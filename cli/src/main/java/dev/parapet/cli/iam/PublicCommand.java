package dev.parapet.cli.iam;

import dev.parapet.cli.Argument;
import dev.parapet.cli.Command;
import dev.parapet.cli.Console;
import dev.parapet.cli.ExitCode;
import dev.parapet.cli.Failure;
import dev.parapet.cli.Output;
import dev.parapet.core.iam.account.Account;
import dev.parapet.core.iam.account.AccountResource;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.space.Exposure;
import dev.parapet.core.report.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code parapet iam public}. */
final class PublicCommand extends Command {
    private static final String SCHEMA = "parapet.iam-public/1";

    private final Console console;

    private final Argument<List<Path>> policies = add(Argument.paths(
            "PATH",
            "Policies of resources, each judged by itself: files, CloudFormation and SAM templates, what 'aws iam"
                    + " get-account-authorization-details' prints (roles), and folders of them."));

    private final Argument<List<String>> accounts = add(Argument.list(
            "ACCOUNT", "Accounts that count as inside; otherwise each that is named is outside.", "--account"));

    private final Argument<List<String>> organizations = add(Argument.list(
            "ORGANIZATION", "Organisations (o-…) whose accounts count as inside, likewise.", "--organization"));

    private final Argument<TextOrJson> format = add(TextOrJson.option(SCHEMA));

    private final Argument<Map<String, String>> parameters = add(Argument.pairs(
            "A value for a parameter of the templates, or for a pseudo parameter (AWS::AccountId=111122223333).",
            "--parameter"));

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
        IamSources sources = IamSources.read(console, policies.value(), parameters.value());
        boolean understood = sources.isWhole();
        if (understood && sources.policies().isEmpty() && sources.accounts().isEmpty()) {
            throw new Failure("'" + policies.value().getFirst() + "' holds no policy document and no template");
        }
        Set<String> own = new HashSet<>(accounts.value());
        sources.accounts().forEach(account -> own.add(account.id()));
        Exposure.Inside inside = new Exposure.Inside(own, Set.copyOf(organizations.value()));
        Map<String, Policy> judged = new LinkedHashMap<>();
        sources.policies().forEach(file -> judged.put(file.path(), file.read().policy()));
        for (Account account : sources.accounts()) {
            for (AccountResource resource : account.resources()) {
                Policy policy = resource.policy();
                if (policy != null) {
                    judged.put(NameWords.shown(resource.name()), policy);
                }
            }
        }
        List<Exposure.Grant> grants = new ArrayList<>();
        for (Map.Entry<String, Policy> each : judged.entrySet()) {
            Exposure.Result result = Exposure.of(List.of(each.getValue()), inside);
            grants.addAll(result.grants());
            for (String because : result.undecided()) {
                console.note(each.getKey() + ": cannot be told whole: " + NameWords.shown(because));
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
            case ACCOUNT -> "the account " + NameWords.shown(grant.name());
            case PRINCIPAL -> NameWords.shown(grant.name());
            case ORGANIZATION -> "the accounts of the organisation " + NameWords.shown(grant.name());
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
                    json.writeStringField("name", NameWords.shown(grant.name()));
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
