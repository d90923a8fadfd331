package dev.parapet.core.graph.link;

import dev.parapet.core.graph.EdgeKind;
import dev.parapet.core.graph.json.JsonText;
import dev.parapet.core.graph.name.ResourceTypes;
import dev.parapet.core.graph.name.TextShape;
import dev.parapet.model.Condition;
import dev.parapet.model.Resource;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the states of a state machine call, after the Amazon States Language (https://states-language.net/spec.html) and
 * https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html. A task names a function, an activity or a service's action
 * in {@code Resource}; what the action is about stands in {@code Parameters} (JSONPath, a name ending in {@code .$} being a path) or
 * {@code Arguments} (JSONata, a text {@code {% … %}} being an expression). Which argument names what is a table, {@code tasks.txt}.
 */
final class StateMachines {
    private static final int MAX_DEPTH = 40;
    private static final Ends.Named FUNCTION = new Ends.Named("AWS::Lambda::Function", "");
    private static final Map<String, List<Task>> TASKS = new HashMap<>();

    static {
        for (String line : ResourceTypes.lines(StateMachines.class, "tasks.txt")) {
            List<String> cells = ResourceTypes.cells(line);
            TASKS.computeIfAbsent(cells.get(0), service -> new ArrayList<>())
                    .add(new Task(
                            cells.get(1),
                            PropertyPath.of(cells.get(2)),
                            cells.get(3).isEmpty() ? null : new Ends.Named(cells.get(3), ""),
                            EdgeKind.valueOf(
                                    cells.get(4).toUpperCase(Locale.ROOT).replace('-', '_'))));
        }
    }

    private final Draft draft;
    private final Ends ends;

    StateMachines(Draft draft) {
        this.draft = draft;
        this.ends = new Ends(draft);
    }

    /**
     * What an argument of a service's actions names.
     *
     * @param action what the action starts with; empty for all of the service
     */
    private record Task(String action, PropertyPath argument, Ends.@Nullable Named named, EdgeKind kind) {}

    void link() {
        draft.ofType("AWS::StepFunctions::StateMachine").forEach(this::link);
    }

    private void link(Resource machine) {
        Map<String, Value> substitutions = new LinkedHashMap<>();
        for (PropertyPath.Hit hit : PropertyPath.of("DefinitionSubstitutions").from(machine.properties(), null)) {
            if (hit.value() instanceof Value.Mapping mapping) {
                mapping.entries().forEach((name, entry) -> substitutions.put(name, entry.value()));
            }
        }
        for (String property : new String[] {"DefinitionString", "Definition"}) {
            for (PropertyPath.Hit hit : PropertyPath.of(property).from(machine.properties(), machine.condition())) {
                Value substituted = Substitutions.into(hit.value(), substitutions);
                if (JsonText.parse(substituted) instanceof JsonText.Result.Parsed parsed
                        && parsed.value() instanceof Value.Mapping definition) {
                    states(machine, Substitutions.into(definition, substitutions), hit.condition(), 0);
                }
            }
        }
    }

    private void states(Resource machine, Value definition, @Nullable Condition condition, int depth) {
        if (depth > MAX_DEPTH) {
            return;
        }
        for (PropertyPath.Hit hit : PropertyPath.of("States.*").from(definition, condition)) {
            if (!(hit.value() instanceof Value.Mapping state)) {
                continue;
            }
            if (state.get("Type") instanceof Value.Text type && type.text().equals("Task")) {
                for (PropertyPath.Hit resource : PropertyPath.each(state.get("Resource"), hit.condition())) {
                    task(machine, state, resource);
                }
            }
            for (String inner : new String[] {"Branches[]", "Iterator", "ItemProcessor"}) {
                for (PropertyPath.Hit part : PropertyPath.of(inner).from(state, hit.condition())) {
                    states(machine, part.value(), part.condition(), depth + 1);
                }
            }
        }
    }

    private void task(Resource machine, Value.Mapping state, PropertyPath.Hit resource) {
        String shape = TextShape.of(resource.value());
        int at = shape == null ? -1 : shape.lastIndexOf(":::");
        String action = shape == null || at < 0 || !shape.contains(":states:") ? "" : shape.substring(at + 3);
        if (action.isEmpty()) {
            String target = ends.of(machine, resource.value(), FUNCTION);
            if (target != null) {
                draw(machine, target, EdgeKind.INVOKES_SYNCHRONOUSLY, resource);
            }
            return;
        }
        boolean sdk = action.startsWith("aws-sdk:");
        String named = sdk ? action.substring("aws-sdk:".length()) : action;
        int colon = named.indexOf(':');
        String service = colon < 0 ? named : named.substring(0, colon);
        String operation = colon < 0 ? "" : named.substring(colon + 1);
        for (Task task : TASKS.getOrDefault(service, List.of())) {
            if (!operation.toLowerCase(Locale.ROOT).startsWith(task.action())) {
                continue;
            }
            for (String arguments : new String[] {"Parameters", "Arguments"}) {
                for (PropertyPath.Hit where : PropertyPath.of(arguments).from(state, resource.condition())) {
                    for (PropertyPath.Hit hit : task.argument().from(where.value(), where.condition())) {
                        String target = isComputed(hit.value()) ? null : ends.of(machine, hit.value(), task.named());
                        if (target != null) {
                            draw(machine, target, kind(task, state, operation), hit);
                        }
                    }
                }
            }
        }
    }

    /** A function is called asynchronously where the task says so; a pattern such as {@code .sync} waits for the result. */
    private static EdgeKind kind(Task task, Value.Mapping state, String operation) {
        if (task.kind() == EdgeKind.INVOKES_ASYNCHRONOUSLY && operation.contains(".sync")) {
            return EdgeKind.INVOKES_SYNCHRONOUSLY;
        }
        for (String arguments : new String[] {"Parameters", "Arguments"}) {
            if (state.get(arguments) instanceof Value.Mapping mapping
                    && mapping.get("InvocationType") instanceof Value.Text type
                    && type.text().equals("Event")
                    && task.kind() == EdgeKind.INVOKES_SYNCHRONOUSLY) {
                return EdgeKind.INVOKES_ASYNCHRONOUSLY;
            }
        }
        return task.kind();
    }

    /** Whether a text is computed while the machine runs: a path, or an expression in JSONata. */
    private static boolean isComputed(Value value) {
        return value instanceof Value.Text text
                && (text.text().startsWith("$") || text.text().strip().startsWith("{%"));
    }

    private void draw(Resource machine, String target, EdgeKind kind, PropertyPath.Hit hit) {
        if (!target.equals(machine.id().toString())) {
            draft.edge(
                    machine.id().toString(),
                    target,
                    kind,
                    hit.value().span(),
                    machine.id().name() + " " + kind.verb() + " "
                            + draft.existing(target).label(),
                    hit.condition());
        }
    }
}
