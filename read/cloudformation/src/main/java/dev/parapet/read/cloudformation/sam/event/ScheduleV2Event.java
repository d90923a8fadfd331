package dev.parapet.read.cloudformation.sam.event;

import dev.parapet.read.cloudformation.sam.policy.PolicyDocuments;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import java.util.List;

/** {@code ScheduleV2} of a function. */
final class ScheduleV2Event implements EventSource {
    @Override
    public List<Made> expand(FunctionEvent event, Transformation transformation) {
        ScheduleV2.check(event);
        return ScheduleV2.expand(
                event,
                event.targetArn(),
                PolicyDocuments.invokeFunction(event.values(), event.id(), event.targetArn()));
    }
}
