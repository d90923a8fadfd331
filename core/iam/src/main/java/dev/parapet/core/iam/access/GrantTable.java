package dev.parapet.core.iam.access;

import dev.parapet.core.iam.policy.Condition;
import dev.parapet.core.knowledge.ActionTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects grants: those under the same conditions together, what is given for everything not once more for a part. */
final class GrantTable {
    private static final String EVERYTHING = "*";

    /** Under what something is given; statements with the same conditions in the same words are alike. */
    private record Under(List<String> words, List<String> missing) {}

    private record Line(String service, ActionTable.Level level, Under under) {}

    private final Map<Under, List<Condition>> conditions = new LinkedHashMap<>();
    private final Map<Line, SortedMap<String, SortedMap<String, ActionTable.Action>>> lines = new LinkedHashMap<>();

    void add(Collection<ActionTable.Action> actions, String resources, Probe.Given given) {
        Under under =
                new Under(given.conditions().stream().map(GrantTable::words).toList(), given.missing());
        conditions.putIfAbsent(under, given.conditions());
        for (ActionTable.Action action : actions) {
            lines.computeIfAbsent(
                            new Line(ActionGroups.service(action), action.level(), under), line -> new TreeMap<>())
                    .computeIfAbsent(resources, text -> new TreeMap<>())
                    .put(action.name(), action);
        }
    }

    private static String words(Condition condition) {
        StringBuilder words = new StringBuilder(condition.key() + " " + condition.operator());
        condition.values().forEach(value -> words.append(' ').append(value.text()));
        return words.toString();
    }

    /** The grants by service, the most powerful levels first, the certain ones before others. */
    List<Grant> grants() {
        List<Grant> grants = new ArrayList<>();
        lines.forEach((line, byResource) -> {
            SortedMap<String, ActionTable.Action> everywhere = certainEverywhere(line);
            Map<List<String>, SortedSet<String>> byActions = new LinkedHashMap<>();
            Map<String, ActionTable.Action> actions = new TreeMap<>();
            byResource.forEach((resource, given) -> {
                List<String> names = new ArrayList<>(given.keySet());
                boolean isEverywhere = resource.equals(EVERYTHING) && isCertain(line);
                if (!isEverywhere) {
                    names.removeAll(everywhere.keySet());
                }
                if (!names.isEmpty()) {
                    actions.putAll(given);
                    byActions.computeIfAbsent(names, key -> new TreeSet<>()).add(resource);
                }
            });
            int all = Math.toIntExact(ActionTable.standard().matching(line.service() + ":*").stream()
                    .filter(action -> action.level() == line.level())
                    .count());
            byActions.forEach((names, resources) -> grants.add(new Grant(
                    line.service(),
                    line.level(),
                    names.stream().map(actions::get).toList(),
                    names.size() == all,
                    List.copyOf(resources),
                    conditions.getOrDefault(line.under(), List.of()),
                    line.under().missing())));
        });
        grants.sort(Comparator.comparing(Grant::service)
                .thenComparing(Grant::level, Comparator.reverseOrder())
                .thenComparing(grant -> !grant.isCertain())
                .thenComparing(grant -> grant.actions().getFirst().name())
                .thenComparing(grant -> grant.resources().getFirst())
                .thenComparing(grant -> String.join(" ", grant.missing())));
        return grants;
    }

    private static boolean isCertain(Line line) {
        return line.under().words().isEmpty() && line.under().missing().isEmpty();
    }

    private SortedMap<String, ActionTable.Action> certainEverywhere(Line line) {
        SortedMap<String, SortedMap<String, ActionTable.Action>> certain =
                lines.get(new Line(line.service(), line.level(), new Under(List.of(), List.of())));
        return certain == null ? new TreeMap<>() : certain.getOrDefault(EVERYTHING, new TreeMap<>());
    }
}
