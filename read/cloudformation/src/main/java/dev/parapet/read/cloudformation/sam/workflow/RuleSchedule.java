package dev.parapet.read.cloudformation.sam.workflow;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.event.DeadLetters;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Kind;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.PropertyTable;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code Schedule}: a rule with a schedule that starts a state machine
 * (https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-statemachine-statemachineschedule.html).
 */
final class RuleSchedule implements StateMachineEventSource {
    private static final PropertyTable PROPERTIES = PropertyTable.of("Schedule")
            .required("Schedule", Kind.TEXT)
            .optional("Input", Kind.TEXT)
            .optional("Enabled", Kind.BOOL)
            .optional("State", Kind.TEXT)
            .optional("Name", Kind.TEXT)
            .optional("Description", Kind.TEXT)
            .optional("DeadLetterConfig", Kind.MAP)
            .optional("RetryPolicy", Kind.MAP)
            .strict("Target", Kind.MAP)
            .strict("RoleArn", Kind.TEXT);

    @Override
    public void check(StateMachineEvent event, Transformation transformation) {
        PROPERTIES.check(event, event.properties());
    }

    @Override
    public List<Made> expand(StateMachineEvent event, Transformation transformation) {
        Value enabled = event.property("Enabled");
        Value state = event.property("State");
        if (enabled != null && !Intrinsics.isEmpty(state)) {
            throw event.invalid("State and Enabled Properties cannot both be specified.", enabled.span());
        }
        Made rule = event.make(event.id(), "AWS::Events::Rule")
                .copyAs("ScheduleExpression", event.properties(), "Schedule")
                .copy(event.properties(), "Name", "Description");
        if (enabled != null) {
            rule.set("State", event.values().text(Intrinsics.isEmpty(enabled) ? "DISABLED" : "ENABLED"));
        } else if (!Intrinsics.isEmpty(state)) {
            rule.set("State", state);
        }
        List<Made> all = new ArrayList<>();
        all.add(rule);
        Value role = event.property("RoleArn");
        if (role == null) {
            Made made = event.role("events.amazonaws.com");
            all.add(made);
            role = made.getAtt("Arn");
        }
        DeadLetters queue = DeadLetters.ofRule(event, rule.getAtt("Arn"));
        if (queue != null) {
            all.addAll(queue.made());
        }
        rule.set("Targets", event.values().list(RuleTarget.of(event, role, queue, "Input", "RetryPolicy")));
        return all;
    }
}
