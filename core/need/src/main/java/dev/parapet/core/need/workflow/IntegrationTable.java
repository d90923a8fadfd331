package dev.parapet.core.need.workflow;

import dev.parapet.core.graph.name.ResourceTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table {@code integrations.txt}, whose head says how its lines read. */
final class IntegrationTable {
    private static final IntegrationTable STANDARD = new IntegrationTable();

    private final Map<String, Called> calls = new HashMap<>();
    private final Map<String, String> permissionless = new HashMap<>();
    private final Map<String, List<Row>> also = new HashMap<>();
    private final Map<String, List<Row>> sync = new HashMap<>();

    /**
     * What is called.
     *
     * @param service the service as botocore names it
     * @param operation the operation of its API; empty for that of the integration's own name
     */
    record Called(String service, String operation) {}

    /**
     * What is needed besides.
     *
     * @param on an ARN, or {@link DeclaredTask.Besides#SAME}
     * @param actions the actions
     */
    record Row(String on, List<String> actions) {
        Row {
            actions = List.copyOf(actions);
        }
    }

    private IntegrationTable() {
        for (String line : ResourceTypes.lines(IntegrationTable.class, "integrations.txt")) {
            List<String> cells = ResourceTypes.cells(line);
            String integration = cells.get(1);
            switch (cells.get(0)) {
                case "call" -> calls.put(integration, new Called(cells.get(2), cells.size() > 3 ? cells.get(3) : ""));
                case "none" -> permissionless.put(integration, cells.get(2));
                case "also" ->
                    also.computeIfAbsent(integration, key -> new ArrayList<>()).add(row(cells));
                case "sync" ->
                    sync.computeIfAbsent(integration, key -> new ArrayList<>()).add(row(cells));
                default -> throw new IllegalStateException("integrations.txt has a line of no kind: " + line);
            }
        }
    }

    private static Row row(List<String> cells) {
        String on = cells.get(2);
        return new Row(
                on.startsWith("rule/") ? "arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:" + on : on,
                List.of(cells.get(3).split(" ", -1)));
    }

    static IntegrationTable standard() {
        return STANDARD;
    }

    /** What an integration calls, {@code ecs:runTask}. */
    Called called(String service, String action) {
        Called exact = calls.get(service + ":" + action);
        Called any = calls.get(service);
        return exact != null ? exact : new Called(any == null ? service : any.service(), action);
    }

    /** Why an integration needs no permission; null where it does. */
    @Nullable
    String permissionless(String integration) {
        return permissionless.get(integration);
    }

    /** What an integration needs besides. */
    List<Row> also(String integration) {
        return also.getOrDefault(integration, List.of());
    }

    /** What an integration needs besides where it waits for the end of what it starts. */
    List<Row> sync(String integration) {
        return sync.getOrDefault(integration, List.of());
    }

    /** All actions that the table names, for its tests. */
    List<String> actionNames() {
        List<String> names = new ArrayList<>();
        also.values().forEach(rows -> rows.forEach(row -> names.addAll(row.actions())));
        sync.values().forEach(rows -> rows.forEach(row -> names.addAll(row.actions())));
        return names;
    }

    /** What the table says is called, by the integration, for its tests. */
    Map<String, Called> calls() {
        return Map.copyOf(calls);
    }
}
