package dev.parapet.read.cloudformation.sam.event;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.policy.PolicyDocuments;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.InvalidResource;
import dev.parapet.read.cloudformation.sam.template.Kind;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.MappingBuilder;
import dev.parapet.read.cloudformation.sam.template.PropertyTable;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ScheduleV2}: a schedule of EventBridge Scheduler and the role with which it invokes a function or starts a state machine
 * (https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-schedulev2.html).
 */
public final class ScheduleV2 {
    private static final PropertyTable PROPERTIES = PropertyTable.of("ScheduleV2")
            .optional("PermissionsBoundary", Kind.TEXT)
            .required("ScheduleExpression", Kind.TEXT)
            .optional("FlexibleTimeWindow", Kind.MAP)
            .optional("Name", Kind.TEXT)
            .optional("State", Kind.TEXT)
            .optional("Description", Kind.TEXT)
            .optional("StartDate", Kind.TEXT)
            .optional("EndDate", Kind.TEXT)
            .optional("ScheduleExpressionTimezone", Kind.TEXT)
            .optional("GroupName", Kind.TEXT)
            .optional("KmsKeyArn", Kind.TEXT)
            .optional("Input", Kind.TEXT)
            .optional("RoleArn", Kind.TEXT)
            .optional("DeadLetterConfig", Kind.MAP)
            .optional("RetryPolicy", Kind.MAP)
            .strict("OmitName", Kind.BOOL);

    private ScheduleV2() {}

    /** Checks the properties of the event. */
    public static void check(Event event) {
        PROPERTIES.check(event, event.properties());
    }

    /**
     * What the event makes.
     *
     * @param target the ARN of what it invokes
     * @param invocation the inline policy by which its role may do so
     * @throws InvalidResource when SAM does not take it
     */
    public static List<Made> expand(Event event, Value target, Value.Mapping invocation) {
        Values values = event.values();
        Made schedule = event.make(event.id(), "AWS::Scheduler::Schedule");
        List<Made> all = new ArrayList<>();
        all.add(schedule);
        Value name = event.property("Name");
        if (!(event.property("OmitName") instanceof Value.Bool omit && omit.value())) {
            schedule.set("Name", Intrinsics.isEmpty(name) ? values.text(event.id()) : name);
        } else if (name != null && !Intrinsics.isEmpty(name)) {
            throw event.invalidById("Name cannot be set when OmitName is True", name.span());
        }
        schedule.copy(
                event.properties(),
                "ScheduleExpression",
                "Description",
                "StartDate",
                "EndDate",
                "ScheduleExpressionTimezone",
                "GroupName",
                "KmsKeyArn");
        if (!Intrinsics.isEmpty(event.property("State"))) {
            schedule.copy(event.properties(), "State");
        }
        Value window = event.property("FlexibleTimeWindow");
        schedule.set(
                "FlexibleTimeWindow", Intrinsics.isEmpty(window) ? values.map("Mode", values.text("OFF")) : window);
        DeadLetters queue = DeadLetters.of(event);
        if (queue != null) {
            all.addAll(queue.made());
        }
        Value role = event.property("RoleArn");
        if (Intrinsics.isEmpty(role)) {
            Made made = role(event, invocation, queue == null ? List.of() : List.of(queue.arn()));
            all.add(made);
            role = made.getAtt("Arn");
        }
        MappingBuilder built =
                values.builder().put("Arn", target).put("RoleArn", role).put("Input", event.property("Input"));
        if (queue != null) {
            built.put("DeadLetterConfig", values.map("Arn", queue.arn()));
        }
        schedule.set(
                "Target",
                built.put("RetryPolicy", event.property("RetryPolicy")).build());
        return all;
    }

    private static Made role(Event event, Value.Mapping invocation, List<Value> queues) {
        Values values = event.values();
        List<Value> policies = new ArrayList<>();
        policies.add(invocation);
        queues.forEach(queue -> policies.add(PolicyDocuments.sendMessage(values, event.id(), queue)));
        Made role = event.make(event.id() + "Role", "AWS::IAM::Role");
        role.set("AssumeRolePolicyDocument", PolicyDocuments.assumedBy(values, "scheduler.amazonaws.com"));
        role.set("Policies", values.list(policies));
        Value boundary = event.property("PermissionsBoundary");
        return Intrinsics.isEmpty(boundary) ? role : role.set("PermissionsBoundary", boundary);
    }
}
