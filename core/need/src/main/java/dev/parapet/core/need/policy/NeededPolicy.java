package dev.parapet.core.need.policy;

import dev.parapet.core.need.grant.Need;
import dev.parapet.core.need.resource.NamedResource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The smallest policy that allows what is needed: actions on the same resources share a statement, and what one resource covers is not
 * said again.
 *
 * @param statements in the order of their first actions
 */
public record NeededPolicy(List<Statement> statements) {
    public NeededPolicy {
        statements = List.copyOf(statements);
    }

    /**
     * A statement.
     *
     * @param actions sorted
     * @param resources as expressions, sorted
     */
    public record Statement(List<String> actions, List<String> resources) {
        public Statement {
            actions = List.copyOf(actions);
            resources = List.copyOf(resources);
        }
    }

    /** The policy for some needs. */
    public static NeededPolicy of(Collection<Need> needs) {
        Map<String, Set<NamedResource>> byAction = new TreeMap<>();
        for (Need need : needs) {
            byAction.computeIfAbsent(need.action(), action -> new LinkedHashSet<>())
                    .add(need.resource());
        }
        Map<Set<String>, Set<String>> statements = new LinkedHashMap<>();
        byAction.forEach((action, resources) -> {
            Set<String> expressions = new TreeSet<>();
            for (NamedResource resource : resources) {
                if (resources.stream().noneMatch(other -> isCovered(resource, other))) {
                    expressions.add(resource.expression());
                }
            }
            statements.computeIfAbsent(expressions, key -> new TreeSet<>()).add(action);
        });
        List<Statement> made = new ArrayList<>();
        statements.forEach(
                (resources, actions) -> made.add(new Statement(List.copyOf(actions), List.copyOf(resources))));
        made.sort(Comparator.comparing(statement -> statement.actions().getFirst()));
        return new NeededPolicy(made);
    }

    private static boolean isCovered(NamedResource resource, NamedResource other) {
        return !other.expression().equals(resource.expression())
                && other.covers(resource)
                && !(resource.covers(other) && resource.expression().compareTo(other.expression()) < 0);
    }
}
