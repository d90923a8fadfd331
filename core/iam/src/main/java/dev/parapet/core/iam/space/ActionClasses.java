package dev.parapet.core.iam.space;

import dev.parapet.core.iam.evaluation.Glob;
import dev.parapet.core.iam.evaluation.GlobCells;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.knowledge.ActionTable;
import dev.parapet.core.knowledge.Wildcards;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The actions that exist, one for each combination of statements that cover it. Which exist the table says; where a pattern covers none
 * of those, any that it covers may.
 */
final class ActionClasses {
    /** Everybody with credentials is allowed it, whatever policies say. */
    private static final String NEEDS_NO_PERMISSION = "sts:GetCallerIdentity";

    /**
     * An action that stands for all of its class.
     *
     * @param name such as {@code s3:GetObject}
     * @param takesResources whether a policy can limit it to resources
     * @param about the places of the statements that may be about it
     */
    record Sample(String name, boolean takesResources, BitSet about) {}

    private record Class(BitSet sure, BitSet about, boolean takesResources) {}

    private ActionClasses() {}

    /**
     * The classes.
     *
     * @param undecided takes why there may be more
     */
    static List<Sample> of(List<Statement> statements, Set<String> undecided) {
        ActionCover cover = new ActionCover(statements);
        Map<Class, Sample> classes = new LinkedHashMap<>();
        for (ActionTable.Action action : candidates(statements)) {
            if (!action.name().equals(NEEDS_NO_PERMISSION)) {
                add(action.name(), action.hasResource(), cover, classes);
            }
        }
        for (String name : younger(statements, undecided)) {
            add(name, true, cover, classes);
        }
        return new ArrayList<>(classes.values());
    }

    private static void add(String name, boolean takesResources, ActionCover cover, Map<Class, Sample> classes) {
        BitSet about = cover.possibly(name);
        classes.computeIfAbsent(
                new Class(cover.isOpen() ? cover.surely(name) : about, about, takesResources),
                key -> new Sample(name, takesResources, about));
    }

    /** Actions that the table does not know: those that are named, and what patterns that cover none of the table may cover. */
    private static Set<String> younger(List<Statement> statements, Set<String> undecided) {
        Set<String> names = new LinkedHashSet<>();
        List<TextPattern> patterns = new ArrayList<>();
        List<Glob> globs = new ArrayList<>();
        for (Statement statement : statements) {
            for (TextPattern pattern : statement.action().patterns()) {
                if (pattern.text().indexOf(':') > 0
                        && !pattern.isPartlyUnknown()
                        && ActionTable.standard().matching(pattern.text()).isEmpty()) {
                    patterns.add(pattern);
                    globs.add(Glob.ofText(pattern.tokens(), true));
                }
            }
        }
        for (int i = 0; i < patterns.size(); i++) {
            if (!Wildcards.isPattern(patterns.get(i).text())) {
                names.add(patterns.get(i).text());
                continue;
            }
            List<String> texts = GlobCells.texts(globs.get(i), globs);
            if (texts == null) {
                undecided.add("too many different actions of " + patterns.get(i).text());
            } else {
                names.addAll(texts);
            }
        }
        return names;
    }

    /** The actions of the services that are named; those of all others are alike as long as no pattern reaches into some of them. */
    private static List<ActionTable.Action> candidates(List<Statement> statements) {
        Set<String> services = new TreeSet<>();
        for (Statement statement : statements) {
            for (TextPattern pattern : statement.action().patterns()) {
                String text = pattern.text();
                int colon = text.indexOf(':');
                String service = colon < 0 ? text : text.substring(0, colon);
                if (!Wildcards.isPattern(service) && !pattern.isPartlyUnknown()) {
                    services.add(service.toLowerCase(Locale.ROOT));
                } else if (!text.equals("*") && !text.equals("*:*")) {
                    return ActionTable.standard().matching("*");
                }
            }
        }
        List<ActionTable.Action> candidates = new ArrayList<>();
        for (String service : services) {
            candidates.addAll(ActionTable.standard().matching(service + ":*"));
        }
        for (String other : List.of("sqs", "sns", "dynamodb", "lambda")) {
            if (!services.contains(other)) {
                candidates.addAll(ActionTable.standard().matching(other + ":*"));
                return candidates;
            }
        }
        return ActionTable.standard().matching("*");
    }
}
