package dev.parapet.read.cloudformation.sam.event;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A resource of the same template that an event changes. */
final class Linked {
    private Linked() {}

    /** The resource to which a property of an event refers by {@code Ref}. */
    static Authored resource(FunctionEvent event, String property, String problem, Transformation transformation) {
        Value reference = event.property(property);
        Value name = reference instanceof Value.Mapping mapping ? mapping.get("Ref") : null;
        Authored resource = name instanceof Value.Text id ? transformation.authored(id.text()) : null;
        if (resource == null) {
            throw event.invalid(problem, reference == null ? event.head() : reference.span());
        }
        return resource;
    }

    /** A value by itself as a list; none for null. */
    static List<Value> one(@Nullable Value value) {
        return value == null ? List.of() : List.of(value);
    }
}
