package dev.parapet.read.cloudformation.sam.event;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.api.ApiEvent;
import dev.parapet.read.cloudformation.sam.api.HttpApiEvent;
import dev.parapet.read.cloudformation.sam.policy.PolicyDocuments;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import java.util.List;
import java.util.Map;

/** The types of events that a function may have, and the class that expands each. */
public final class EventSources {
    private static final Map<String, EventSource> BY_TYPE = Map.of(
            "Api", new ApiEvent(),
            "HttpApi", new HttpApiEvent(),
            "ScheduleV2", EventSources::scheduleV2);

    private EventSources() {}

    private static List<Made> scheduleV2(FunctionEvent event, Transformation transformation) {
        ScheduleV2.check(event);
        Value target = event.targetArn();
        return ScheduleV2.expand(event, target, PolicyDocuments.invokeFunction(event.values(), event.id(), target));
    }

    /** Who makes what an event type stands for, by the type. */
    public static Map<String, EventSource> byType() {
        return BY_TYPE;
    }
}
