package dev.parapet.core.iam.access;

import dev.parapet.core.iam.policy.Element;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.knowledge.ActionTable;
import dev.parapet.core.knowledge.Wildcards;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Actions in groups that fare alike: those of one service and level of which the same statements speak. One of each group stands for
 * all of it.
 */
final class ActionGroups {
    private final List<Statement> others;

    /**
     * Groups.
     *
     * @param others the statements that can take away what another gives: denies, and those of permissions boundaries
     */
    ActionGroups(List<Statement> others) {
        this.others = List.copyOf(others);
    }

    private record Key(String service, ActionTable.Level level, boolean hasResource, List<Boolean> spokenOf) {}

    /** The groups of the actions that a statement is about. */
    Collection<List<ActionTable.Action>> of(Statement statement, String within) {
        Map<Key, List<ActionTable.Action>> groups = new LinkedHashMap<>();
        for (ActionTable.Action action : actions(statement.action(), within)) {
            List<Boolean> spokenOf = new ArrayList<>(others.size());
            for (Statement other : others) {
                spokenOf.add(isAbout(other.action(), action.name()));
            }
            Key key = new Key(service(action), action.level(), action.hasResource(), spokenOf);
            groups.computeIfAbsent(key, any -> new ArrayList<>()).add(action);
        }
        return groups.values();
    }

    /** The service of an action. */
    static String service(ActionTable.Action action) {
        return action.name().substring(0, action.name().indexOf(':'));
    }

    /** The actions that an element is about, of those that a pattern covers; an element that is not known is about none. */
    private static Collection<ActionTable.Action> actions(Element<TextPattern> element, String within) {
        SortedMap<String, ActionTable.Action> actions = new TreeMap<>();
        boolean everything = within.equals("*");
        if (!element.negated()) {
            for (TextPattern pattern : element.patterns()) {
                if (!pattern.isPartlyUnknown()) {
                    ActionTable.standard().matching(pattern.text()).stream()
                            .filter(action -> everything || Wildcards.matches(within, action.name()))
                            .forEach(action -> actions.put(action.name(), action));
                }
            }
        } else {
            ActionTable.standard().matching(within).stream()
                    .filter(action -> isAbout(element, action.name()))
                    .forEach(action -> actions.put(action.name(), action));
        }
        return actions.values();
    }

    private static boolean isAbout(Element<TextPattern> element, String action) {
        return element.patterns().stream().anyMatch(pattern -> Wildcards.matches(pattern.text(), action))
                != element.negated();
    }
}
