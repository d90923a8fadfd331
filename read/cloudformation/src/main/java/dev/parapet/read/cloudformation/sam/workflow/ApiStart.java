package dev.parapet.read.cloudformation.sam.workflow;

import dev.parapet.read.cloudformation.sam.api.WorkflowRoute;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import java.util.List;

/** A route of a REST API that starts the state machine. */
final class ApiStart implements StateMachineEventSource {
    @Override
    public void check(StateMachineEvent event, Transformation transformation) {
        WorkflowRoute.check(event, transformation);
    }

    @Override
    public List<Made> expand(StateMachineEvent event, Transformation transformation) {
        Made role = event.role("apigateway.amazonaws.com");
        WorkflowRoute.add(event, event.stateMachine(), event.target(), role, transformation);
        return List.of(role);
    }
}
