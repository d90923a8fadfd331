package dev.parapet.cli.iam;

import dev.parapet.cli.Argument;
import dev.parapet.cli.Console;
import dev.parapet.cli.Failure;
import dev.parapet.core.iam.access.Directory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Where the commands that ask who can do what look, and how they say that somebody or something is not there. */
final class AccessArguments {
    /** What a principal can be. */
    static final String PRINCIPAL =
            "Who asks: the logical id of a role, user or group, or of a function (its role), a name, an ARN, a service such as"
                    + " s3.amazonaws.com, or anonymous; any word for whoever has the policies that PATH holds.";

    /** What a resource can be. */
    static final String RESOURCE = "An ARN, *, or a logical id (Orders, Orders.Arn, Uploads/reports/*).";

    private static final int SHOWN = 8;

    private final Argument<List<Path>> paths;
    private final Argument<List<Path>> policies;
    private final Argument<Map<String, String>> parameters;

    /**
     * The arguments.
     *
     * @param place the place of the paths among the parameters
     */
    AccessArguments(int place) {
        paths = Argument.paths(
                place,
                "PATH",
                "CloudFormation and SAM templates, policies (JSON or YAML), what 'aws iam get-account-authorization-details'"
                        + " prints, and folders of them (default: the current folder).");
        policies = Argument.files("PATH", "The same as PATH.", "--policies");
        parameters = Argument.pairs(
                "A value for a parameter of the templates, or for a pseudo parameter (AWS::AccountId=111122223333).",
                "--parameter");
    }

    /** All of them, in the order in which help lists them. */
    List<Argument<?>> all() {
        return List.of(paths, policies, parameters);
    }

    /** The paths that were given. */
    List<Path> given() {
        List<Path> given = new ArrayList<>(paths.value());
        given.addAll(policies.value());
        return given.isEmpty() ? List.of(Path.of(".")) : given;
    }

    /** Reads what is there. */
    IamSources read(Console console) throws Failure {
        IamSources sources = IamSources.read(console, given(), parameters.value());
        if (sources.accounts().isEmpty() && sources.policies().isEmpty() && sources.isWhole()) {
            throw new Failure(
                    "'" + given().getFirst()
                            + "' holds no template, no policy, and not what 'aws iam get-account-authorization-details' prints");
        }
        return sources;
    }

    /** What was found, or why it was not. */
    <T> T found(String kind, String name, Directory.Found<T> found) throws Failure {
        return switch (found) {
            case Directory.Found.One<T>(T one) -> one;
            case Directory.Found.None<T>(List<String> names) ->
                throw new Failure(
                        "there is no " + kind + " '" + NameWords.shown(name) + "' in " + joined(given(), Path::toString)
                                + (names.isEmpty() ? "" : "; there are: " + joined(names, NameWords::shown)));
            case Directory.Found.Several<T>(List<String> names) ->
                throw new Failure("'" + NameWords.shown(name) + "' is the name of several; give one of: "
                        + joined(names, NameWords::shown));
        };
    }

    private static <T> String joined(List<T> names, Function<T, String> word) {
        String shown = String.join(", ", names.stream().limit(SHOWN).map(word).toList());
        return names.size() <= SHOWN ? shown : shown + " and " + (names.size() - SHOWN) + " more";
    }
}
