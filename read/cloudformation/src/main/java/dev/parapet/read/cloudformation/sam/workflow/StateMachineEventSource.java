package dev.parapet.read.cloudformation.sam.workflow;

import dev.parapet.read.cloudformation.sam.template.InvalidResource;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import java.util.List;

/** Makes the resources that one type of event of a state machine stands for. */
public interface StateMachineEventSource {
    /**
     * Checks the properties of an event, before anything is made of the state machine.
     *
     * @throws InvalidResource when SAM does not take them
     */
    void check(StateMachineEvent event, Transformation transformation);

    /**
     * The resources that an event makes, in SAM's order.
     *
     * @throws InvalidResource when SAM does not take the event
     */
    List<Made> expand(StateMachineEvent event, Transformation transformation);
}
