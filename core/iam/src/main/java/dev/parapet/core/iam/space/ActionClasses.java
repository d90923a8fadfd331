package dev.parapet.core.iam.space;

import dev.parapet.core.iam.policy.Element;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.policy.Token;
import dev.parapet.core.knowledge.ActionTable;
import dev.parapet.core.knowledge.Wildcards;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The actions that exist, or that a policy names, one for each combination of statements that cover it. */
final class ActionClasses {
    /**
     * An action that stands for all of its class.
     *
     * @param name such as {@code s3:GetObject}
     * @param takesResources whether a policy can limit it to resources
     */
    record Sample(String name, boolean takesResources) {}

    private record Class(BitSet covering, boolean takesResources) {}

    private ActionClasses() {}

    static List<Sample> of(List<Statement> statements) {
        Map<Class, Sample> classes = new LinkedHashMap<>();
        for (ActionTable.Action action : candidates(statements)) {
            Class of = new Class(covering(statements, action.name()), action.hasResource());
            classes.computeIfAbsent(of, key -> new Sample(action.name(), action.hasResource()));
        }
        for (Statement statement : statements) {
            for (TextPattern pattern : statement.action().patterns()) {
                if (pattern.tokens().size() == 1
                        && pattern.tokens().get(0) instanceof Token.Literal(String name)
                        && name.indexOf(':') > 0
                        && ActionTable.standard().find(name) == null) {
                    // Younger than the table: it exists as soon as somebody names it.
                    classes.computeIfAbsent(new Class(covering(statements, name), true), key -> new Sample(name, true));
                }
            }
        }
        return new ArrayList<>(classes.values());
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

    private static BitSet covering(List<Statement> statements, String action) {
        BitSet covering = new BitSet(statements.size());
        for (int i = 0; i < statements.size(); i++) {
            Element<TextPattern> element = statements.get(i).action();
            boolean listed = false;
            for (TextPattern pattern : element.patterns()) {
                listed |= Wildcards.matches(shape(pattern), action);
            }
            covering.set(i, listed != element.negated());
        }
        return covering;
    }

    /** The pattern as text; a part that is not known may be anything. */
    private static String shape(TextPattern pattern) {
        return pattern.isPartlyUnknown() ? "*" : pattern.text();
    }
}
