package dev.parapet.core.graph.link;

import dev.parapet.core.graph.EdgeKind;
import dev.parapet.core.graph.json.JsonText;
import dev.parapet.core.graph.name.TextShape;
import dev.parapet.model.Condition;
import dev.parapet.model.Resource;
import dev.parapet.model.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the states of a state machine call, after the Amazon States Language (https://states-language.net/spec.html) and
 * https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html. A task names a function, an activity or a service's action
 * in {@code Resource}; what the action is about stands in {@code Parameters} (JSONPath, a name ending in {@code .$} being a path) or
 * {@code Arguments} (JSONata, a text {@code {% … %}} being an expression). See {@link ServiceActions}.
 */
final class StateMachines {
    private static final int MAX_DEPTH = 40;
    private static final Ends.Named FUNCTION = new Ends.Named("AWS::Lambda::Function", "");

    private final Draft draft;
    private final Ends ends;
    private final ServiceActions actions;

    StateMachines(Draft draft) {
        this.draft = draft;
        this.ends = new Ends(draft);
        this.actions = new ServiceActions(draft);
    }

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
                actions.draw(machine, target, EdgeKind.INVOKES_SYNCHRONOUSLY, resource);
            }
            return;
        }
        for (String arguments : new String[] {"Parameters", "Arguments"}) {
            for (PropertyPath.Hit hit : PropertyPath.of(arguments).from(state, resource.condition())) {
                actions.link(machine, action, hit);
            }
        }
    }
}
