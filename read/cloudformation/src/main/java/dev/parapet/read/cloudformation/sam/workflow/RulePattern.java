package dev.parapet.read.cloudformation.sam.workflow;

import dev.parapet.read.cloudformation.sam.event.DeadLetters;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Kind;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.PropertyTable;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code EventBridgeRule}, and {@code CloudWatchEvent}, its older name: a rule with a pattern that starts a state machine
 * (https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-statemachine-statemachineeventbridgerule.html).
 */
final class RulePattern implements StateMachineEventSource {
    private final PropertyTable table;

    RulePattern(String type) {
        this.table = PropertyTable.of(type)
                .optional("EventBusName", Kind.TEXT)
                .optional("RuleName", Kind.TEXT)
                .optional("Pattern", Kind.MAP)
                .optional("Input", Kind.TEXT)
                .optional("InputPath", Kind.TEXT)
                .optional("DeadLetterConfig", Kind.MAP)
                .optional("RetryPolicy", Kind.MAP)
                .optional("State", Kind.TEXT)
                .strict("Target", Kind.MAP)
                .optional("InputTransformer", Kind.MAP);
    }

    @Override
    public void check(StateMachineEvent event, Transformation transformation) {
        table.check(event, event.properties());
    }

    @Override
    public List<Made> expand(StateMachineEvent event, Transformation transformation) {
        Made rule = event.make(event.id(), "AWS::Events::Rule")
                .copy(event.properties(), "EventBusName")
                .copyAs("EventPattern", event.properties(), "Pattern")
                .copyAs("Name", event.properties(), "RuleName");
        if (!Intrinsics.isEmpty(event.property("State"))) {
            rule.copy(event.properties(), "State");
        }
        Made role = event.role("events.amazonaws.com");
        List<Made> all = new ArrayList<>(List.of(rule, role));
        DeadLetters queue = DeadLetters.ofRule(event, rule.getAtt("Arn"));
        if (queue != null) {
            all.addAll(queue.made());
        }
        rule.set(
                "Targets",
                event.values()
                        .list(RuleTarget.of(
                                event,
                                role.getAtt("Arn"),
                                queue,
                                "Input",
                                "InputPath",
                                "RetryPolicy",
                                "InputTransformer")));
        return all;
    }
}
