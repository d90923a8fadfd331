package dev.parapet.read.cloudformation.sam.workflow;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.event.DeadLetters;
import dev.parapet.read.cloudformation.sam.template.MappingBuilder;
import dev.parapet.read.cloudformation.sam.template.Values;
import org.jspecify.annotations.Nullable;

/** A state machine as the target of a rule. */
final class RuleTarget {
    private static final int MAX_ID = 64;
    private static final String SUFFIX = "StepFunctionsTarget";

    private RuleTarget() {}

    static Value.Mapping of(StateMachineEvent event, Value role, @Nullable DeadLetters queue, String... passed) {
        Values values = event.values();
        Value id = event.property("Target") instanceof Value.Mapping target ? target.get("Id") : null;
        MappingBuilder built = values.builder()
                .put("Arn", event.targetArn())
                .put("Id", id == null ? values.text(id(event.id())) : id)
                .put("RoleArn", role);
        if (queue != null) {
            built.put("DeadLetterConfig", values.map("Arn", queue.arn()));
        }
        for (String name : passed) {
            built.put(name, event.property(name));
        }
        return built.build();
    }

    private static String id(String event) {
        return (event.length() + SUFFIX.length() <= MAX_ID ? event : event.substring(0, MAX_ID - SUFFIX.length()))
                + SUFFIX;
    }
}
