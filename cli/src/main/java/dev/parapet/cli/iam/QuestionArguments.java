package dev.parapet.cli.iam;

import dev.parapet.cli.Argument;
import dev.parapet.cli.Console;
import dev.parapet.cli.Failure;
import dev.parapet.core.iam.access.Asker;
import dev.parapet.core.iam.access.Directory;
import dev.parapet.core.iam.access.Inquiry;
import dev.parapet.core.iam.access.Target;
import dev.parapet.core.iam.request.ContextValue;
import dev.parapet.core.knowledge.ActionTable;
import dev.parapet.core.knowledge.NearestText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The arguments of {@code parapet iam can} and {@code why}: who, what, to what, under which circumstances, by which policies. */
final class QuestionArguments {
    private final Argument<String> principal = Argument.text(0, "PRINCIPAL", AccessArguments.PRINCIPAL);
    private final Argument<String> action = Argument.text(1, "ACTION", "An action, such as s3:GetObject.");
    private final Argument<String> resource = Argument.text(2, "RESOURCE", AccessArguments.RESOURCE);
    private final AccessArguments access = new AccessArguments(3);
    private final Argument<List<String>> context = ContextArgument.option();

    /** All of them, in the order in which help lists them. */
    List<Argument<?>> all() {
        List<Argument<?>> all = new ArrayList<>(List.of(principal, action, resource));
        all.addAll(access.all());
        all.add(context);
        return all;
    }

    /** Whether any of the parameters was given. */
    boolean areGiven() {
        return principal.orNull() != null;
    }

    /**
     * A question and whether all of what was to be read could be.
     *
     * @param resource what to call the resource
     */
    record Asked(Inquiry inquiry, String resource, boolean isWhole) {}

    /** The question. */
    Asked read(Console console) throws Failure {
        String who = principal.orNull();
        String what = action.orNull();
        String where = resource.orNull();
        if (who == null || what == null || where == null) {
            throw new Failure("PRINCIPAL, ACTION and RESOURCE are missing, such as 'parapet iam can OrdersFunction"
                    + " dynamodb:GetItem OrdersTable template.yaml'");
        }
        checkAction(what);
        IamSources sources = access.read(console);
        Directory directory = sources.directory();
        Asker asker = access.found("principal", who, directory.asker(who));
        Target target = access.found("resource", where, directory.target(where, what));
        Inquiry inquiry = directory.inquiry(asker, what, target, said(directory));
        if (inquiry.isWithoutResourcePolicy() && !target.arn().equals("*")) {
            console.note("the policy of " + NameWords.shown(target.arn())
                    + " is not at hand; what it allows or denies does not count");
        }
        return new Asked(inquiry, NameWords.of(target), sources.isWhole());
    }

    /** Says so when a pattern covers no action that is known. */
    static void checkPattern(String pattern) throws Failure {
        if (ActionTable.standard().matching(pattern).isEmpty()) {
            checkAction(pattern);
        }
    }

    private static void checkAction(String action) throws Failure {
        if (ActionTable.standard().find(action) != null) {
            return;
        }
        int colon = action.indexOf(':');
        if (colon <= 0 || action.indexOf('*') >= 0 || action.indexOf('?') >= 0) {
            throw new Failure("'" + action
                    + "' is no action; give one such as s3:GetObject ('parapet iam expand' lists those of a pattern)");
        }
        List<String> known = ActionTable.standard().matching(action.substring(0, colon) + ":*").stream()
                .map(ActionTable.Action::name)
                .toList();
        String nearest = nearest(action, known);
        throw new Failure("there is no action '" + action + "'"
                + (nearest == null ? "; give one such as s3:GetObject" : "; is '" + nearest + "' meant?"));
    }

    private static @Nullable String nearest(String action, List<String> known) {
        return known.isEmpty() ? null : NearestText.sorted(action, known).getFirst();
    }

    /** What is said of the circumstances; a resource that a key names may be named by its logical id. */
    private Map<String, ContextValue> said(Directory directory) {
        Map<String, ContextValue> said = new HashMap<>(ContextArgument.of(context.value()));
        said.replaceAll((key, value) -> value instanceof ContextValue.One(String text)
                        && key.toLowerCase(Locale.ROOT).endsWith("arn")
                        && directory.target(text, null) instanceof Directory.Found.One<Target>(Target target)
                ? new ContextValue.One(target.arn())
                : value);
        return said;
    }
}
