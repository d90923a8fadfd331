package dev.parapet.read.cloudformation.sam.event;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.policy.ExecutionRole;
import dev.parapet.read.cloudformation.sam.template.Attributes;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.InvalidResource;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.MappingBuilder;
import dev.parapet.read.cloudformation.sam.template.Problem;
import dev.parapet.read.cloudformation.sam.template.Values;
import org.jspecify.annotations.Nullable;

/**
 * An event of a function.
 *
 * @param function the function as it is written
 * @param name what the author calls the event
 * @param head where that name is written
 * @param written the whole of the event
 * @param lambda the function as it is made
 * @param alias its alias, which then is what the event invokes; null when it has none
 * @param role its execution role, to which the event may add policies; SAM leaves it out of the template when the function
 *     has a role of its own
 */
public record FunctionEvent(
        Authored function,
        String name,
        Span head,
        Value.Mapping written,
        Made lambda,
        @Nullable Made alias,
        ExecutionRole role)
        implements Event {
    @Override
    public String id() {
        return function.id() + name;
    }

    /** What it invokes: the alias, else the function. */
    public Made target() {
        return alias == null ? lambda : alias;
    }

    /** The name of what it invokes, or its ARN for an alias, which has no name of its own. */
    public Value.Mapping targetName() {
        return values().ref(target().id());
    }

    /** The ARN of what it invokes: {@code Ref} of an alias, {@code Fn::GetAtt} of a function. */
    public Value.Mapping targetArn() {
        Values values = values();
        return alias == null ? values.getAtt(lambda.id(), "Arn") : values.ref(alias.id());
    }

    /** The same event under another name and with other properties, for what SAM makes of it by way of another event. */
    FunctionEvent named(String otherName, Value.Mapping properties) {
        Value.Mapping other =
                MappingBuilder.of(written).put("Properties", properties).build();
        return new FunctionEvent(function, otherName, head, other, lambda, alias, role);
    }

    @Override
    public Made make(String madeId, String madeType) {
        return new Made(madeId, madeType, head, written.span()).passOn(function.written(), Attributes.SHARED);
    }

    @Override
    public InvalidResource invalid(String detail, Span span) {
        return InvalidResource.of(function.id(), "Event with id [" + name + "] is invalid. " + detail, span);
    }

    @Override
    public InvalidResource invalidProperty(String detail, Span span) {
        return new InvalidResource(
                new Problem(function.id(), "Resource with id [" + id() + "] is invalid. " + detail, span));
    }

    @Override
    public InvalidResource invalidById(String detail, Span span) {
        return InvalidResource.of(function.id(), "Event with id [" + id() + "] is invalid. " + detail, span);
    }
}
