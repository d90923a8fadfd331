package dev.parapet.read.cloudformation.sam.event;

import dev.parapet.read.cloudformation.sam.api.ApiEvent;
import dev.parapet.read.cloudformation.sam.api.HttpApiEvent;
import java.util.Map;

/** The types of events that a function may have, and the class that expands each. */
public final class EventSources {
    private static final Map<String, EventSource> BY_TYPE =
            Map.of("Api", new ApiEvent(), "HttpApi", new HttpApiEvent());

    private EventSources() {}

    /** Who makes what an event type stands for, by the type. */
    public static Map<String, EventSource> byType() {
        return BY_TYPE;
    }
}
