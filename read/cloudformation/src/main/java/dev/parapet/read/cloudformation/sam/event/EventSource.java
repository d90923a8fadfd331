package dev.parapet.read.cloudformation.sam.event;

import dev.parapet.read.cloudformation.sam.template.InvalidResource;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import java.util.List;

/** Makes the resources that one type of event stands for. */
@FunctionalInterface
public interface EventSource {
    /**
     * The resources that an event makes beside its function, in SAM's order.
     *
     * @throws InvalidResource when SAM does not take the event; its function is made all the same
     */
    List<Made> expand(FunctionEvent event, Transformation transformation);
}
