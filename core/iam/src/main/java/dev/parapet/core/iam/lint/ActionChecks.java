package dev.parapet.core.iam.lint;

import dev.parapet.core.iam.policy.Effect;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.knowledge.ActionFacts;
import dev.parapet.core.knowledge.ActionTable;
import dev.parapet.core.knowledge.NearestText;
import dev.parapet.core.knowledge.ServiceAuthorization;
import dev.parapet.core.knowledge.Wildcards;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Actions that do not exist, that cannot be limited to resources, or that another pattern covers already (<a
 * href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">Service
 * Authorization Reference</a>).
 */
final class ActionChecks {
    private ActionChecks() {}

    static void check(Statement statement, PolicyLint lint) {
        List<TextPattern> patterns = statement.action().patterns();
        for (TextPattern pattern : patterns) {
            if (pattern.isPartlyUnknown() || pattern.isEverything()) {
                continue;
            }
            List<ActionTable.Action> covered = ActionTable.standard().matching(pattern.text());
            if (covered.isEmpty() || pattern.text().indexOf(':') < 0) {
                unknown(pattern, lint);
            } else if (isLimited(statement) && covered.stream().noneMatch(ActionChecks::takesResources)) {
                lint.tell(
                        Check.ACTION_WITHOUT_RESOURCE,
                        "'" + PolicyLint.shown(pattern.text()) + "' cannot be limited to resources, so that "
                                + PolicyLint.name(statement) + " does not "
                                + (statement.effect() == Effect.ALLOW ? "allow" : "deny")
                                + " it; put it into a statement with Resource \"*\"",
                        pattern.span());
            }
        }
        redundant(patterns, lint);
    }

    private static boolean takesResources(ActionTable.Action action) {
        ActionFacts facts = ServiceAuthorization.ofAction(action.name());
        return facts == null || !facts.resources().isEmpty();
    }

    /** Whether no pattern for resources covers all of them. */
    private static boolean isLimited(Statement statement) {
        return !statement.action().negated()
                && statement.resource() != null
                && !statement.resource().negated()
                && statement.resource().patterns().stream()
                        .noneMatch(pattern -> pattern.isEverything() || pattern.isPartlyUnknown());
    }

    private static void unknown(TextPattern pattern, PolicyLint lint) {
        String text = pattern.text();
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1) {
            lint.tell(
                    Check.ACTION_MALFORMED,
                    "'" + PolicyLint.shown(text)
                            + "' is no action; write a service and an action, such as s3:GetObject",
                    pattern.span());
            return;
        }
        if (Wildcards.isPattern(text)) {
            lint.tell(
                    Check.ACTION_MATCHES_NOTHING,
                    "'" + PolicyLint.shown(text) + "' covers no action that exists; correct it, or remove it",
                    pattern.span());
            return;
        }
        String service = text.substring(0, colon);
        String nearest =
                nearest(text.substring(colon + 1), ActionTable.standard().matching(service + ":*"));
        lint.tell(
                Check.ACTION_UNKNOWN,
                "there is no action '" + PolicyLint.shown(text) + "'; "
                        + (nearest == null ? "correct it, or remove it" : "write '" + nearest + "' if that is meant"),
                pattern.span());
    }

    /** The action of a service whose name differs least; null when all differ in more than a third. */
    private static @Nullable String nearest(String name, List<ActionTable.Action> actions) {
        String sought = name.toLowerCase(Locale.ROOT);
        int best = Math.max(2, sought.length() / 3) + 1;
        String nearest = null;
        for (ActionTable.Action action : actions) {
            String other =
                    action.name().substring(action.name().indexOf(':') + 1).toLowerCase(Locale.ROOT);
            if (Math.abs(other.length() - sought.length()) < best && sought.length() <= 80) {
                int distance = NearestText.distance(sought, other);
                if (distance < best) {
                    best = distance;
                    nearest = action.name();
                }
            }
        }
        return nearest;
    }

    private static void redundant(List<TextPattern> patterns, PolicyLint lint) {
        for (int i = 0; i < patterns.size(); i++) {
            TextPattern pattern = patterns.get(i);
            for (int j = 0; j < patterns.size() && !pattern.isPartlyUnknown(); j++) {
                TextPattern wider = patterns.get(j);
                boolean covers = i != j && !wider.isPartlyUnknown() && Wildcards.matches(wider.text(), pattern.text());
                if (covers && (j < i || !Wildcards.matches(pattern.text(), wider.text()))) {
                    lint.tell(
                            Check.ACTION_REDUNDANT,
                            "'" + PolicyLint.shown(pattern.text()) + "' is covered by '"
                                    + PolicyLint.shown(wider.text()) + "' of the same list; remove one of them",
                            pattern.span());
                    break;
                }
            }
        }
    }
}
