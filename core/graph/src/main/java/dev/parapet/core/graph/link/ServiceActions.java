package dev.parapet.core.graph.link;

import dev.parapet.core.graph.EdgeKind;
import dev.parapet.core.graph.name.ResourceTypes;
import dev.parapet.model.Resource;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What actions of services bear on that a resource calls by their names, {@code lambda:invoke} or {@code aws-sdk:lambda:invoke}: tasks of
 * state machines, universal targets of schedules. Which argument names what is a table, {@code tasks.txt}.
 */
final class ServiceActions {
    private static final String SDK = "aws-sdk:";
    private static final Map<String, List<Action>> ACTIONS = new HashMap<>();

    static {
        for (String line : ResourceTypes.lines(ServiceActions.class, "tasks.txt")) {
            List<String> cells = ResourceTypes.cells(line);
            ACTIONS.computeIfAbsent(cells.get(0), service -> new ArrayList<>())
                    .add(new Action(
                            cells.get(1),
                            PropertyPath.of(cells.get(2)),
                            cells.get(3).isEmpty() ? null : new Ends.Named(cells.get(3), ""),
                            EdgeKind.valueOf(
                                    cells.get(4).toUpperCase(Locale.ROOT).replace('-', '_'))));
        }
    }

    private final Draft draft;
    private final Ends ends;

    ServiceActions(Draft draft) {
        this.draft = draft;
        this.ends = new Ends(draft);
    }

    /**
     * What an argument of a service's actions names.
     *
     * @param start what the action starts with; empty for all of the service
     */
    private record Action(String start, PropertyPath argument, Ends.@Nullable Named named, EdgeKind kind) {}

    /** Draws the edges of one call of an action with its arguments. */
    void link(Resource caller, String name, PropertyPath.Hit arguments) {
        String action = name.startsWith(SDK) ? name.substring(SDK.length()) : name;
        int colon = action.indexOf(':');
        String service = colon < 0 ? action : action.substring(0, colon);
        String operation = colon < 0 ? "" : action.substring(colon + 1);
        for (Action each : ACTIONS.getOrDefault(service, List.of())) {
            if (operation.toLowerCase(Locale.ROOT).startsWith(each.start())) {
                for (PropertyPath.Hit hit : each.argument().from(arguments.value(), arguments.condition())) {
                    String target = isComputed(hit.value()) ? null : ends.of(caller, hit.value(), each.named());
                    if (target != null) {
                        draw(caller, target, kind(each, arguments.value(), operation), hit);
                    }
                }
            }
        }
    }

    /** A function is called asynchronously where the call says so; a pattern such as {@code .sync} waits for the result. */
    private static EdgeKind kind(Action action, Value arguments, String operation) {
        if (action.kind() == EdgeKind.INVOKES_ASYNCHRONOUSLY && operation.contains(".sync")) {
            return EdgeKind.INVOKES_SYNCHRONOUSLY;
        }
        for (PropertyPath.Hit type : PropertyPath.of("InvocationType").from(arguments, null)) {
            if (type.value() instanceof Value.Text text
                    && text.text().equals("Event")
                    && action.kind() == EdgeKind.INVOKES_SYNCHRONOUSLY) {
                return EdgeKind.INVOKES_ASYNCHRONOUSLY;
            }
        }
        return action.kind();
    }

    /** Whether a text is computed while a state machine runs: a path, or an expression in JSONata. */
    private static boolean isComputed(Value value) {
        return value instanceof Value.Text text
                && (text.text().startsWith("$") || text.text().strip().startsWith("{%"));
    }

    /** Draws an edge from a resource to what it calls. */
    void draw(Resource caller, String target, EdgeKind kind, PropertyPath.Hit hit) {
        if (!target.equals(caller.id().toString())) {
            draft.edge(
                    caller.id().toString(),
                    target,
                    kind,
                    hit.value().span(),
                    caller.id().name() + " " + kind.verb() + " "
                            + draft.existing(target).label(),
                    hit.condition());
        }
    }
}
