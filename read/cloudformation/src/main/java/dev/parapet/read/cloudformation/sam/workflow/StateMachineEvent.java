package dev.parapet.read.cloudformation.sam.workflow;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.event.Event;
import dev.parapet.read.cloudformation.sam.policy.PolicyDocuments;
import dev.parapet.read.cloudformation.sam.template.Attributes;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.InvalidResource;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.Problem;
import dev.parapet.read.cloudformation.sam.template.Values;

/**
 * An event of a state machine.
 *
 * @param stateMachine the state machine as it is written
 * @param name what the author calls the event
 * @param head where that name is written
 * @param written the whole of the event
 * @param target what it starts: the state machine as it is made, or its alias
 */
public record StateMachineEvent(Authored stateMachine, String name, Span head, Value.Mapping written, Made target)
        implements Event {
    @Override
    public String id() {
        return stateMachine.id() + name;
    }

    /** The ARN of what it starts. */
    public Value.Mapping targetArn() {
        return values().ref(target.id());
    }

    @Override
    public Made make(String madeId, String madeType) {
        return new Made(madeId, madeType, head, written.span()).passOn(stateMachine.written(), Attributes.SHARED);
    }

    /** The role with which a service starts the state machine. */
    public Made role(String service) {
        Values values = values();
        Made role = make(id() + "Role", "AWS::IAM::Role");
        role.set("AssumeRolePolicyDocument", PolicyDocuments.assumedBy(values, service));
        role.set("Policies", values.list(PolicyDocuments.startExecution(values, role.id(), targetArn())));
        Value boundary = stateMachine.property("PermissionsBoundary");
        return Intrinsics.isEmpty(boundary) ? role : role.set("PermissionsBoundary", boundary);
    }

    @Override
    public InvalidResource invalid(String detail, Span span) {
        return problem("Event with id [" + name + "] is invalid. " + detail, span);
    }

    @Override
    public InvalidResource invalidById(String detail, Span span) {
        return problem("Event with id [" + id() + "] is invalid. " + detail, span);
    }

    @Override
    public InvalidResource invalidProperty(String detail, Span span) {
        return problem("Resource with id [" + id() + "] is invalid. " + detail, span);
    }

    private InvalidResource problem(String message, Span span) {
        return new InvalidResource(new Problem(stateMachine.id(), message, span));
    }
}
