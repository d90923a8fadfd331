package dev.parapet.read.cloudformation.sam.template;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import org.jspecify.annotations.Nullable;

/**
 * A resource of the template as its author wrote it, with what Globals add.
 *
 * @param id its logical id
 * @param head where its name is written
 * @param written the whole of it
 */
public record Authored(String id, Span head, Value.Mapping written) implements Owner {
    /** Its type; empty when it has none. */
    public String type() {
        return written.get("Type") instanceof Value.Text type ? type.text() : "";
    }

    /** Its properties; empty when it has none. */
    public Value.Mapping properties() {
        return written.get("Properties") instanceof Value.Mapping properties
                ? properties
                : Values.of(written).map();
    }

    /** One property; null when it is absent or null. */
    public @Nullable Value property(String name) {
        Value value = properties().get(name);
        return value instanceof Value.Null ? null : value;
    }

    /** The same resource with other properties. */
    public Authored withProperties(Value.Mapping properties) {
        return new Authored(
                id,
                head,
                MappingBuilder.of(written).put("Properties", properties).build());
    }

    /** A resource that it makes, at its name; conditions and policies that everything made of it shares are passed on. */
    public Made make(String madeId, String madeType) {
        return new Made(madeId, madeType, head, written.span()).passOn(written, Attributes.SHARED);
    }

    /** A resource that it makes, at the part of it that causes that one. */
    public Made make(String madeId, String madeType, Span cause) {
        return new Made(madeId, madeType, cause).passOn(written, Attributes.SHARED);
    }

    /** The resource that it becomes itself, with all attributes that SAM keeps. */
    public Made become(String madeId, String madeType) {
        return new Made(madeId, madeType, head, written.span())
                .passOn(written, Attributes.KEPT)
                .dependsOn(written.get("DependsOn"));
    }

    @Override
    public InvalidResource invalid(String detail, Span span) {
        return InvalidResource.of(id, detail, span);
    }
}
