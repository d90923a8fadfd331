package dev.parapet.cli.iam;

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
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code parapet iam compare}. */
final class CompareCommand extends Command {
    private static final String SCHEMA = "parapet.iam-compare/1";

    private final Console console;

    private final Argument<Path> before =
            add(Argument.path(0, "OLD", "The policy as it was: a file, or a folder whose policies count together."));

    private final Argument<Path> after = add(Argument.path(1, "NEW", "The policy as it is to be, likewise."));

    private final Argument<TextOrJson> format = add(TextOrJson.option(SCHEMA));

    private final Argument<Path> output =
            add(Argument.file("FILE", "Write to this file instead of standard output.", "-o", "--output"));

    CompareCommand(Console console) {
        super(
                "compare",
                "Tell whether a policy allows more than another.",
                "Looks for a request that NEW allows and OLD does not, over all actions, resources and condition keys; when there"
                        + " is none, that is proven. Policies that name principals are compared as policies of resources, others as"
                        + " policies of an identity.",
                "Exit code 0: no new access; 1: new access, and the request that shows it; 2: a part could not be told.");
        this.console = console;
        addHelp();
    }

    @Override
    public int run() throws Failure {
        PolicyFiles old = PolicyFiles.read(List.of(before.value()));
        PolicyFiles now = PolicyFiles.read(List.of(after.value()));
        boolean oldUnderstood = TextOrJson.told(console, old);
        boolean understood = TextOrJson.told(console, now) && oldUnderstood;
        PolicyKind kind = namesPrincipals(old) || namesPrincipals(now) ? PolicyKind.RESOURCE : PolicyKind.IDENTITY;
        Containment.Result result =
                Containment.of(new PolicySpace(policies(now), kind), new PolicySpace(policies(old), kind));
        Output.write(console, output.orNull(), out -> {
            switch (format.value()) {
                case TEXT ->
                    out.append(understood ? "" : "as far as the policies were understood: ")
                            .append(sentence(result, kind))
                            .append('\n');
                case JSON -> json(result, out);
            }
        });
        return switch (result) {
            case Containment.Result.Beyond ignored when understood -> ExitCode.FOUND;
            case Containment.Result.Contained ignored when understood -> ExitCode.CLEAN;
            default -> ExitCode.FAILED;
        };
    }

    private static List<Policy> policies(PolicyFiles files) {
        return files.documents().stream().map(file -> file.read().policy()).toList();
    }

    private static boolean namesPrincipals(PolicyFiles files) {
        return policies(files).stream()
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

    private static void json(Containment.Result result, Appendable out) throws IOException {
        TextOrJson.document(SCHEMA, out, json -> {
            switch (result) {
                case Containment.Result.Contained ignored -> json.writeStringField("verdict", "contained");
                case Containment.Result.Beyond(Request witness) -> {
                    json.writeStringField("verdict", "beyond");
                    json.writeObjectFieldStart("witness");
                    RequestWords.write(witness, json);
                    json.writeEndObject();
                }
                case Containment.Result.Undecided undecided -> {
                    json.writeStringField("verdict", "undecided");
                    json.writeArrayFieldStart("because");
                    for (String because : undecided.because()) {
                        json.writeString(because);
                    }
                    json.writeEndArray();
                }
            }
        });
    }
}
