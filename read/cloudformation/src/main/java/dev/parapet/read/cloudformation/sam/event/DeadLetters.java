package dev.parapet.read.cloudformation.sam.event;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.policy.PolicyDocuments;
import dev.parapet.read.cloudformation.sam.template.InvalidResource;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The queue for events that could not be delivered: one that is there, or one that SAM makes (AWS SAM, {@code DeadLetterConfig} of
 * EventBridgeRule, Schedule and ScheduleV2).
 *
 * @param arn its ARN
 * @param made what is made for it
 */
public record DeadLetters(Value arn, List<Made> made) {
    /**
     * The queue of a rule, which a policy lets it send to; null when the event has none.
     *
     * @throws InvalidResource when SAM does not take what is written
     */
    public static @Nullable DeadLetters ofRule(Event event, Value ruleArn) {
        DeadLetters queue = of(event);
        if (queue == null || queue.made().isEmpty()) {
            return queue;
        }
        Values values = event.values();
        Made policy = event.make(event.id() + "QueuePolicy", "AWS::SQS::QueuePolicy");
        Value principal = values.map("Service", values.text("events.amazonaws.com"));
        policy.set("PolicyDocument", PolicyDocuments.sendFrom(values, principal, queue.arn(), ruleArn));
        policy.set("Queues", values.list(queue.made().getFirst().ref()));
        return new DeadLetters(queue.arn(), List.of(queue.made().getFirst(), policy));
    }

    /** The queue of a schedule, whose role sends to it; null when the event has none. */
    public static @Nullable DeadLetters of(Event event) {
        Value config = event.property("DeadLetterConfig");
        if (!(config instanceof Value.Mapping written)) {
            return null;
        }
        check(event, written);
        Value arn = written.get("Arn");
        if (arn != null && !(arn instanceof Value.Null)) {
            return new DeadLetters(arn, List.of());
        }
        Value id = written.get("QueueLogicalId");
        String name = switch (id) {
            case null -> event.id() + "Queue";
            case Value.Null ignored -> event.id() + "Queue";
            case Value.Text text when text.text().isEmpty() -> event.id() + "Queue";
            case Value.Text text -> text.text();
            default -> throw event.invalidById("QueueLogicalId must be a string", id.span());
        };
        Made queue = event.make(name, "AWS::SQS::Queue");
        return new DeadLetters(queue.getAtt("Arn"), List.of(queue));
    }

    private static void check(Event event, Value.Mapping written) {
        boolean hasType = written.has("Type");
        if (written.has("Arn") && hasType) {
            throw event.invalidById(
                    "You can either define 'Arn' or 'Type' property of DeadLetterConfig.", written.span());
        }
        if (hasType
                && !(written.get("Type") instanceof Value.Text type
                        && type.text().equals("SQS"))) {
            throw event.invalidById(
                    "The only valid value for 'Type' property of DeadLetterConfig is 'SQS'.", written.span());
        }
        if (!written.has("Arn") && !hasType) {
            throw event.invalidById("No 'Arn' or 'Type' property provided for DeadLetterConfig.", written.span());
        }
    }
}
