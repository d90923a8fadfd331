package dev.parapet.read.cloudformation.sam.event;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Kind;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.MappingBuilder;
import dev.parapet.read.cloudformation.sam.template.PropertyTable;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule of EventBridge that invokes the function: {@code Schedule}, {@code EventBridgeRule} and its older name {@code
 * CloudWatchEvent}.
 *
 * @param table the properties that the event may have
 * @param fromRule pairs of names: what the rule takes over from the event, and what the event calls it
 * @param toTarget what the rule's target takes over from the event
 */
record RuleEvent(PropertyTable table, List<String> fromRule, List<String> toTarget) implements EventSource {
    /** {@code Schedule}. */
    static final RuleEvent SCHEDULE = new RuleEvent(
            PropertyTable.of("Schedule")
                    .required("Schedule", Kind.TEXT)
                    .optional("RuleName", Kind.TEXT)
                    .optional("Input", Kind.TEXT)
                    .optional("Enabled", Kind.BOOL)
                    .optional("State", Kind.TEXT)
                    .optional("Name", Kind.TEXT)
                    .optional("Description", Kind.TEXT)
                    .optional("DeadLetterConfig", Kind.MAP)
                    .optional("RetryPolicy", Kind.MAP),
            List.of("ScheduleExpression", "Schedule", "Name", "Name", "Description", "Description"),
            List.of("Input", "RetryPolicy"));

    private static final String SUFFIX = "LambdaTarget";
    /** Amazon EventBridge API Reference, "Target". */
    private static final int MAX_TARGET_ID = 64;

    /** {@code EventBridgeRule} or {@code CloudWatchEvent}. */
    static RuleEvent pattern(String type) {
        return new RuleEvent(
                PropertyTable.of(type)
                        .optional("EventBusName", Kind.TEXT)
                        .optional("RuleName", Kind.TEXT)
                        .optional("Pattern", Kind.MAP)
                        .optional("DeadLetterConfig", Kind.MAP)
                        .optional("RetryPolicy", Kind.MAP)
                        .optional("Input", Kind.TEXT)
                        .optional("InputPath", Kind.TEXT)
                        .optional("Target", Kind.MAP)
                        .optional("Enabled", Kind.BOOL)
                        .optional("State", Kind.TEXT)
                        .optional("InputTransformer", Kind.MAP),
                List.of("EventBusName", "EventBusName", "EventPattern", "Pattern", "Name", "RuleName"),
                List.of("Input", "InputPath", "RetryPolicy", "InputTransformer"));
    }

    @Override
    public List<Made> expand(FunctionEvent event, Transformation transformation) {
        table.check(event, event.properties());
        Made rule = event.make(event.id(), "AWS::Events::Rule");
        for (int i = 0; i < fromRule.size(); i += 2) {
            rule.copyAs(fromRule.get(i), event.properties(), fromRule.get(i + 1));
        }
        rule.set("State", state(event));
        List<Made> all = new ArrayList<>();
        all.add(rule);
        DeadLetters queue = DeadLetters.ofRule(event, rule.getAtt("Arn"));
        if (queue != null) {
            all.addAll(queue.made());
        }
        rule.set("Targets", event.values().list(target(event, queue)));
        all.add(Permission.of(event, "events.amazonaws.com", rule.getAtt("Arn")));
        return all;
    }

    private static @Nullable Value state(FunctionEvent event) {
        Value enabled = event.property("Enabled");
        Value state = event.property("State");
        if (enabled == null) {
            return Intrinsics.isEmpty(state) ? null : state;
        }
        if (!Intrinsics.isEmpty(state)) {
            throw event.invalid("State and Enabled Properties cannot both be specified.", enabled.span());
        }
        return Values.of(enabled).text(Intrinsics.isEmpty(enabled) ? "DISABLED" : "ENABLED");
    }

    private Value target(FunctionEvent event, @Nullable DeadLetters queue) {
        Values values = event.values();
        Value id = event.property("Target") instanceof Value.Mapping target ? target.get("Id") : null;
        MappingBuilder target = values.builder()
                .put("Arn", event.targetArn())
                .put("Id", id == null ? values.text(targetId(event.id())) : id);
        if (queue != null) {
            target.put("DeadLetterConfig", values.map("Arn", queue.arn()));
        }
        for (String name : toTarget) {
            target.put(name, event.property(name));
        }
        return target.build();
    }

    private static String targetId(String id) {
        return (id.length() + SUFFIX.length() <= MAX_TARGET_ID ? id : id.substring(0, MAX_TARGET_ID - SUFFIX.length()))
                + SUFFIX;
    }
}
