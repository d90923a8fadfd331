package dev.parapet.core.graph.link;

import dev.parapet.core.graph.EdgeKind;
import dev.parapet.core.graph.name.TextShape;
import dev.parapet.model.Resource;
import dev.parapet.model.Value;

/**
 * What the states of a state machine call, after the Amazon States Language (https://states-language.net/spec.html) and
 * https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html. A task names a function, an activity or a service's action
 * in {@code Resource}; what the action is about stands in {@code Parameters} (JSONPath, a name ending in {@code .$} being a path) or
 * {@code Arguments} (JSONata, a text {@code {% … %}} being an expression). See {@link ServiceActions}.
 */
final class StateMachines {
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
        for (StateMachineDefinition definition : StateMachineDefinition.of(machine)) {
            for (StateMachineDefinition.State state : definition.states()) {
                if (state.is("Task")) {
                    for (PropertyPath.Hit resource :
                            PropertyPath.each(state.fields().get("Resource"), state.condition())) {
                        task(machine, state.fields(), resource);
                    }
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
