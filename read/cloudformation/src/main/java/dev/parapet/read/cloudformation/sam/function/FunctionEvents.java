package dev.parapet.read.cloudformation.sam.function;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.api.LegacyOrder;
import dev.parapet.read.cloudformation.sam.event.EventSource;
import dev.parapet.read.cloudformation.sam.event.EventSources;
import dev.parapet.read.cloudformation.sam.event.FunctionEvent;
import dev.parapet.read.cloudformation.sam.policy.ExecutionRole;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.Shown;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The events of a function: each by itself, so that a wrong one hides no other. */
final class FunctionEvents {
    private FunctionEvents() {}

    static List<Made> expand(
            Authored function, Made lambda, @Nullable Made alias, ExecutionRole role, Transformation transformation) {
        List<FunctionEvent> events = new ArrayList<>();
        Map<String, Value.Entry> entries = Intrinsics.entries(function.property("Events"));
        for (String name : LegacyOrder.of(transformation).events(function)) {
            Value.Entry entry = entries.get(name);
            if (entry == null) {
                continue;
            }
            if (entry.value() instanceof Value.Mapping written) {
                events.add(new FunctionEvent(function, name, entry.keySpan(), written, lambda, alias, role));
            } else {
                transformation
                        .problems()
                        .add(function.invalid(
                                        "Event with id [" + name + "] is invalid. '" + Shown.type(entry.value())
                                                + "' object has no attribute 'get'",
                                        entry.keySpan())
                                .problem());
            }
        }
        // A path "$default" comes before all others, which makes permissions for these needless.
        events.sort(Comparator.comparing(FunctionEvents::order));
        List<Made> all = new ArrayList<>();
        for (FunctionEvent event : events) {
            transformation.attempt(() -> all.addAll(source(event).expand(event, transformation)));
        }
        return all;
    }

    private static String order(FunctionEvent event) {
        return event.property("Path") instanceof Value.Text path ? path.text() : event.name();
    }

    private static EventSource source(FunctionEvent event) {
        EventSource source = EventSources.byType().get(event.type());
        if (source == null) {
            String shown = Shown.of(event.written().get("Type"));
            throw event.invalid(
                    "Resource dict has missing or invalid value for key Type. Event Type is: " + shown + ".",
                    event.head());
        }
        Value properties = event.written().get("Properties");
        if (properties != null && !(properties instanceof Value.Mapping)) {
            throw event.invalidProperty("Properties of a resource must be an object.", properties.span());
        }
        return source;
    }
}
