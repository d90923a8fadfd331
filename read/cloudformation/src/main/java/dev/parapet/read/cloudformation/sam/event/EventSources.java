package dev.parapet.read.cloudformation.sam.event;

import dev.parapet.read.cloudformation.sam.api.ApiEvent;
import dev.parapet.read.cloudformation.sam.api.HttpApiEvent;
import java.util.HashMap;
import java.util.Map;

/** The types of events that a function may have, and the class that expands each. */
public final class EventSources {
    private static final Map<String, EventSource> BY_TYPE = byTypes();

    private EventSources() {}

    private static Map<String, EventSource> byTypes() {
        Map<String, EventSource> byType = new HashMap<>();
        PolledSource.ALL.forEach(source -> byType.put(source.type(), source));
        byType.put("AlexaSkill", new AlexaSkill());
        byType.put("Api", new ApiEvent());
        byType.put("CloudWatchEvent", RuleEvent.pattern("CloudWatchEvent"));
        byType.put("CloudWatchLogs", new LogSubscription());
        byType.put("Cognito", new UserPoolTrigger());
        byType.put("EventBridgeRule", RuleEvent.pattern("EventBridgeRule"));
        byType.put("HttpApi", new HttpApiEvent());
        byType.put("IoTRule", new IotRule());
        byType.put("S3", new BucketNotification());
        byType.put("SNS", new TopicSubscription());
        byType.put("Schedule", RuleEvent.SCHEDULE);
        byType.put("ScheduleV2", new ScheduleV2Event());
        return Map.copyOf(byType);
    }

    /** Who makes what an event type stands for, by the type. */
    public static Map<String, EventSource> byType() {
        return BY_TYPE;
    }
}
