package dev.parapet.read.cloudformation.sam.workflow;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.api.LegacyOrder;
import dev.parapet.read.cloudformation.sam.event.ScheduleV2;
import dev.parapet.read.cloudformation.sam.policy.PolicyDocuments;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.Shown;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The events that may start a state machine, by their types. */
final class StateMachineEvents {
    private static final Map<String, StateMachineEventSource> BY_TYPE = Map.of(
            "Api", new ApiStart(),
            "Schedule", new RuleSchedule(),
            "ScheduleV2", new Scheduled(),
            "CloudWatchEvent", new RulePattern("CloudWatchEvent"),
            "EventBridgeRule", new RulePattern("EventBridgeRule"));

    private StateMachineEvents() {}

    /** A schedule of EventBridge Scheduler. */
    private record Scheduled() implements StateMachineEventSource {
        @Override
        public void check(StateMachineEvent event, Transformation transformation) {
            ScheduleV2.check(event);
        }

        @Override
        public List<Made> expand(StateMachineEvent event, Transformation transformation) {
            Value target = event.targetArn();
            return ScheduleV2.expand(event, target, PolicyDocuments.startExecution(event.values(), event.id(), target));
        }
    }

    /** Checks all events of a state machine, which SAM does before it makes anything. */
    static void check(Authored resource, Made target, Transformation transformation) {
        for (Map.Entry<String, Value.Entry> entry :
                Intrinsics.entries(resource.property("Events")).entrySet()) {
            StateMachineEvent event = event(resource, entry, target);
            Value properties = event.written().get("Properties");
            if (properties != null && !(properties instanceof Value.Mapping)) {
                throw event.invalidProperty("Properties of a resource must be an object.", properties.span());
            }
            source(event).check(event, transformation);
        }
    }

    /** What all events of a state machine make. */
    static List<Made> expand(Authored resource, Made target, Transformation transformation) {
        List<Made> all = new ArrayList<>();
        Map<String, Value.Entry> entries = Intrinsics.entries(resource.property("Events"));
        for (String name : LegacyOrder.of(transformation).events(resource)) {
            Value.Entry entry = entries.get(name);
            if (entry != null) {
                StateMachineEvent event = event(resource, Map.entry(name, entry), target);
                all.addAll(source(event).expand(event, transformation));
            }
        }
        return all;
    }

    private static StateMachineEvent event(Authored resource, Map.Entry<String, Value.Entry> entry, Made target) {
        Value.Entry written = entry.getValue();
        if (!(written.value() instanceof Value.Mapping mapping)) {
            throw resource.invalid(
                    "Event with id [" + entry.getKey() + "] is invalid. '" + Shown.type(written.value())
                            + "' object has no attribute 'get'",
                    written.keySpan());
        }
        return new StateMachineEvent(resource, entry.getKey(), written.keySpan(), mapping, target);
    }

    private static StateMachineEventSource source(StateMachineEvent event) {
        StateMachineEventSource source = BY_TYPE.get(event.type());
        if (source == null) {
            String shown = Shown.of(event.written().get("Type"));
            throw event.stateMachine()
                    .invalid(
                            "Event with id [" + event.name()
                                    + "] is invalid. Resource dict has missing or invalid value for key Type. Event Type is: "
                                    + shown + ".",
                            event.head());
        }
        return source;
    }
}
