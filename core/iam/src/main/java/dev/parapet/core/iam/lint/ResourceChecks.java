package dev.parapet.core.iam.lint;

import dev.parapet.core.graph.name.TextShape;
import dev.parapet.core.iam.evaluation.PatternMatch;
import dev.parapet.core.iam.policy.Effect;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.policy.Token;
import dev.parapet.core.knowledge.ActionFacts;
import dev.parapet.core.knowledge.ActionTable;
import dev.parapet.core.knowledge.ServiceAuthorization;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Resources that an action does not take: <a
 * href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html#actions_table">a
 * statement that names only such does not cover the action</a>.
 */
final class ResourceChecks {
    private static final int PARTS = 6;

    private static final Pattern PARTITION = Pattern.compile("aws(-[a-z]+)*");
    private static final Pattern SERVICE = Pattern.compile("[a-z0-9-]+");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}|aws|cloudfront|");

    /** Actions of a pattern of which each is looked at; a pattern of more takes resources of many types. */
    private static final int MOST_ACTIONS = 400;

    private ResourceChecks() {}

    static void check(Statement statement, PolicyLint lint) {
        if (statement.resource() == null) {
            return;
        }
        List<TextPattern> resources = new ArrayList<>();
        for (TextPattern resource : statement.resource().patterns()) {
            if (!malformed(resource, lint)) {
                resources.add(resource);
            }
        }
        redundant(resources, lint);
        if (!statement.action().negated()
                && !statement.resource().negated()
                && !resources.isEmpty()
                && resources.stream().noneMatch(TextPattern::isEverything)) {
            taken(statement, resources, lint);
        }
    }

    private static void taken(Statement statement, List<TextPattern> resources, PolicyLint lint) {
        Set<TextPattern> unused = new LinkedHashSet<>(resources);
        boolean told = false;
        for (TextPattern action : statement.action().patterns()) {
            List<ActionTable.Action> covered = action.isPartlyUnknown() || action.isEverything()
                    ? List.of()
                    : ActionTable.standard().matching(action.text());
            if (covered.isEmpty() || covered.size() > MOST_ACTIONS) {
                unused.clear();
                continue;
            }
            told |= !takes(statement, action, covered, resources, unused, lint);
        }
        if (!told && unused.size() < resources.size()) {
            for (TextPattern resource : unused) {
                lint.tell(
                        Check.RESOURCE_UNUSED,
                        "no action of " + PolicyLint.name(statement) + " takes '" + PolicyLint.shown(resource.text())
                                + "'; correct it, or remove it",
                        resource.span());
            }
        }
    }

    /** Whether some action that a pattern covers takes some of the resources; those that it takes are used. */
    private static boolean takes(
            Statement statement,
            TextPattern action,
            List<ActionTable.Action> covered,
            List<TextPattern> resources,
            Set<TextPattern> unused,
            PolicyLint lint) {
        boolean some = false;
        boolean butForPlace = false;
        List<ArnForm> forms = new ArrayList<>();
        for (ActionTable.Action each : covered) {
            ActionFacts facts = ServiceAuthorization.ofAction(each.name());
            if (facts == null) {
                some = true;
                continue;
            }
            // Of an action that takes no resources another check tells.
            String service = each.name().substring(0, each.name().indexOf(':'));
            for (ActionFacts.Use use : facts.resources()) {
                forms.addAll(ArnForm.of(service, use.type()));
            }
        }
        for (ArnForm form : forms) {
            for (TextPattern resource : resources) {
                if (!some || unused.contains(resource)) {
                    ArnForm.Fit fit = form.fit(resource);
                    butForPlace |= fit == ArnForm.Fit.BUT_FOR_PLACE;
                    if (fit == ArnForm.Fit.YES) {
                        some = true;
                        unused.remove(resource);
                    }
                }
            }
        }
        if (!some && !forms.isEmpty()) {
            lint.tell(
                    Check.RESOURCE_NOT_TAKEN,
                    "no resource of " + PolicyLint.name(statement) + " is one that '"
                            + PolicyLint.shown(action.text()) + "' takes, so that it does not "
                            + (statement.effect() == Effect.ALLOW ? "allow" : "deny") + " it; "
                            + (butForPlace ? "mind region and account: " : "") + "write " + written(forms),
                    action.span());
        }
        return some || forms.isEmpty();
    }

    private static String written(List<ArnForm> forms) {
        List<String> texts = forms.stream().map(ArnForm::text).distinct().toList();
        List<String> first = texts.subList(0, Math.min(3, texts.size()));
        return String.join(" or ", first) + (texts.size() > first.size() ? " or another of its types" : "");
    }

    /** What is no ARN covers nothing (<a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">ARNs</a>). */
    private static boolean malformed(TextPattern resource, PolicyLint lint) {
        List<List<Token>> parts = PatternMatch.parts(resource.tokens(), PARTS);
        boolean open = resource.tokens().stream().anyMatch(token -> !(token instanceof Token.Literal));
        String wrong = null;
        if (resource.text().startsWith(ArnForm.SHORT) || resource.text().indexOf(TextShape.OPEN) == 0) {
            return false;
        }
        if (resource.tokens().isEmpty()) {
            wrong = "is empty";
        } else if (!open && parts.size() < PARTS) {
            wrong = "is no ARN, which has six parts with colons between them";
        } else if (parts.size() == PARTS) {
            String prefix = literal(parts.get(0));
            String partition = literal(parts.get(1));
            String service = literal(parts.get(2));
            String account = literal(parts.get(4));
            if (prefix != null && !prefix.equals("arn")) {
                wrong = "does not begin with arn:";
            } else if (partition != null && !PARTITION.matcher(partition).matches()) {
                wrong = "names no partition, such as aws";
            } else if (service != null && !SERVICE.matcher(service).matches()) {
                wrong = "names no service in small letters";
            } else if (account != null && !ACCOUNT.matcher(account).matches()) {
                wrong = "names no account of twelve digits";
            }
        }
        if (wrong != null) {
            lint.tell(
                    Check.ARN_MALFORMED,
                    "'" + PolicyLint.shown(resource.text()) + "' " + wrong + "; correct it",
                    resource.span());
        }
        return wrong != null;
    }

    /** A part that is written out; null for others. */
    private static @Nullable String literal(List<Token> part) {
        return part.isEmpty()
                ? ""
                : part.size() == 1 && part.getFirst() instanceof Token.Literal(String text) ? text : null;
    }

    private static void redundant(List<TextPattern> resources, PolicyLint lint) {
        for (int i = 0; i < resources.size(); i++) {
            TextPattern resource = resources.get(i);
            for (int j = 0; j < resources.size(); j++) {
                TextPattern wider = resources.get(j);
                if (i != j && covers(wider, resource) && (j < i || !covers(resource, wider))) {
                    lint.tell(
                            Check.RESOURCE_REDUNDANT,
                            "'" + PolicyLint.shown(resource.text()) + "' is covered by '"
                                    + PolicyLint.shown(wider.text()) + "' of the same list; remove one of them",
                            resource.span());
                    break;
                }
            }
        }
    }

    /** Whether a pattern covers all that another one does: it is everything, the same, or the same up to a {@code *} at its end. */
    private static boolean covers(TextPattern wider, TextPattern narrower) {
        if (wider.isEverything() || wider.tokens().equals(narrower.tokens())) {
            return true;
        }
        int stem = wider.tokens().size() - 1;
        // A region that only the deployment tells is a wildcard too: the objects of a bucket lie within no bucket.
        if (stem < 0
                || narrower.text().startsWith(wider.text())
                || !(wider.tokens().get(stem) instanceof Token.AnyText)
                || PatternMatch.parts(wider.tokens(), PARTS).size() < PARTS
                || narrower.tokens().size() < stem) {
            return false;
        }
        for (int i = 0; i < stem; i++) {
            Token one = wider.tokens().get(i);
            Token other = narrower.tokens().get(i);
            boolean begins = i == stem - 1
                    && one instanceof Token.Literal(String start)
                    && other instanceof Token.Literal(String whole)
                    && whole.startsWith(start);
            if (!begins && !one.equals(other)) {
                return false;
            }
        }
        return true;
    }
}
