package dev.parapet.cli.iam;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parapet.cli.Argument;
import dev.parapet.cli.Command;
import dev.parapet.cli.Console;
import dev.parapet.cli.ExitCode;
import dev.parapet.cli.Failure;
import dev.parapet.cli.Output;
import dev.parapet.core.iam.evaluation.PolicyKind;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.request.Request;
import dev.parapet.core.iam.space.Containment;
import dev.parapet.core.iam.space.PolicySpace;
import dev.parapet.core.iam.space.Proof;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code parapet iam compare}. */
final class CompareCommand extends Command {
    private static final String SCHEMA = "parapet.iam-compare/1";

    private final Console console;

    private final Argument<Path> before = add(Argument.path(
            0,
            "OLD",
            "What was: a policy, a folder whose policies count together, a template or a folder of them, or what 'aws"
                    + " iam get-account-authorization-details' prints."));

    private final Argument<Path> after = add(Argument.path(1, "NEW", "What is to be, likewise."));

    private final Argument<Map<String, String>> parameters = add(Argument.pairs(
            "A value for a parameter of the templates, or for a pseudo parameter (AWS::Partition=aws-cn).",
            "--parameter"));

    private final Argument<TextOrJson> format = add(TextOrJson.option(SCHEMA));

    private final Argument<Path> output =
            add(Argument.file("FILE", "Write to this file instead of standard output.", "-o", "--output"));

    CompareCommand(Console console) {
        super(
                "compare",
                "Tell whether a policy allows more than another.",
                "Looks for a request that NEW allows and OLD does not, over all actions, resources and condition keys; when there"
                        + " is none, that is proven. Policies that name principals are compared as policies of resources, others as"
                        + " policies of an identity. Of templates and accounts each principal is compared with the one of"
                        + " the same logical id or ARN: its own policies, within its permissions boundary.",
                "Exit code 0: no new access; 1: new access, and the request that shows it; 2: a part could not be told.");
        this.console = console;
        addHelp();
    }

    @Override
    public int run() throws Failure {
        IamSources was = IamSources.read(console, List.of(before.value()), parameters.value());
        IamSources is = IamSources.read(console, List.of(after.value()), parameters.value());
        if (was.accounts().isEmpty() != is.accounts().isEmpty()) {
            Path other = was.accounts().isEmpty() ? before.value() : after.value();
            throw new Failure(
                    "'" + other + "' holds no principals to compare with those of the other; give two templates,"
                            + " two lists of authorizations, or two policies");
        }
        return was.accounts().isEmpty() ? policies(was, is) : principals(was, is);
    }

    private int principals(IamSources was, IamSources is) throws Failure {
        PrincipalComparison comparison = PrincipalComparison.of(was.accounts(), is.accounts());
        Output.write(console, output.orNull(), out -> {
            switch (format.value()) {
                case TEXT -> comparison.text(out);
                case JSON -> TextOrJson.document(SCHEMA, out, comparison::json);
            }
        });
        return !was.isWhole() || !is.isWhole()
                ? ExitCode.FAILED
                : switch (comparison.verdict()) {
                    case "beyond" -> ExitCode.FOUND;
                    case "contained" -> ExitCode.CLEAN;
                    default -> ExitCode.FAILED;
                };
    }

    private int policies(IamSources was, IamSources is) throws Failure {
        List<Policy> old = policies(was, before.value());
        List<Policy> now = policies(is, after.value());
        boolean understood = was.isWhole() && is.isWhole();
        PolicyKind kind = namesPrincipals(old) || namesPrincipals(now) ? PolicyKind.RESOURCE : PolicyKind.IDENTITY;
        Containment.Result result = Containment.of(new PolicySpace(now, kind), new PolicySpace(old, kind));
        Output.write(console, output.orNull(), out -> {
            switch (format.value()) {
                case TEXT ->
                    out.append(understood ? "" : "as far as the policies were understood: ")
                            .append(sentence(result, kind))
                            .append('\n');
                case JSON -> TextOrJson.document(SCHEMA, out, json -> json(proof(result), json));
            }
        });
        return switch (result) {
            case Containment.Result.Beyond ignored when understood -> ExitCode.FOUND;
            case Containment.Result.Contained ignored when understood -> ExitCode.CLEAN;
            default -> ExitCode.FAILED;
        };
    }

    private static List<Policy> policies(IamSources sources, Path place) throws Failure {
        if (sources.policies().isEmpty() && sources.isWhole()) {
            throw new Failure(
                    "'" + place + "' holds no policy document in a file .json, .yaml or .yml, and no template");
        }
        return sources.policies().stream().map(file -> file.read().policy()).toList();
    }

    private static boolean namesPrincipals(List<Policy> policies) {
        return policies.stream()
                .flatMap(policy -> policy.statements().stream())
                .anyMatch(statement -> statement.principal() != null);
    }

    private static String sentence(Containment.Result result, PolicyKind kind) {
        return switch (result) {
            case Containment.Result.Contained ignored -> "no new access: all that NEW allows, OLD allows too";
            case Containment.Result.Beyond(Request witness) ->
                "new access: NEW allows " + RequestWords.sentence(witness)
                        + (kind == PolicyKind.RESOURCE
                                ? " to " + witness.principal().text()
                                : "")
                        + ", and OLD does not";
            case Containment.Result.Undecided undecided ->
                "no new access was found, and that there is none cannot be told: "
                        + String.join("; ", undecided.because());
        };
    }

    private static Proof proof(Containment.Result result) {
        return switch (result) {
            case Containment.Result.Contained ignored -> new Proof.Proven();
            case Containment.Result.Beyond(Request witness) -> new Proof.Refuted(witness);
            case Containment.Result.Undecided undecided -> new Proof.Undecided(undecided.because());
        };
    }

    /** Writes what came of a comparison. */
    static void json(Proof proof, JsonGenerator json) throws IOException {
        switch (proof) {
            case Proof.Proven ignored -> json.writeStringField("verdict", "contained");
            case Proof.Refuted(Request witness) -> {
                json.writeStringField("verdict", "beyond");
                json.writeObjectFieldStart("witness");
                RequestWords.write(witness, json);
                json.writeEndObject();
            }
            case Proof.Undecided(List<String> because) -> {
                json.writeStringField("verdict", "undecided");
                json.writeArrayFieldStart("because");
                for (String one : because) {
                    json.writeString(one);
                }
                json.writeEndArray();
            }
        }
    }
}
