package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Owner;
import org.jspecify.annotations.Nullable;

/** What the events {@code Api} and {@code HttpApi} have in common. */
final class ApiEvents {
    private ApiEvents() {}

    /** The API that an event names: the text of its property, or what its {@code Ref} refers to; else the value as it is. */
    static @Nullable Value api(@Nullable Value written) {
        Value target = Intrinsics.entries(written).get("Ref") instanceof Value.Entry entry ? entry.value() : null;
        return target == null ? written : target;
    }

    /** The logical id of the API that an event names; null when it names none that is known here. */
    static @Nullable String apiId(@Nullable Value written) {
        return api(written) instanceof Value.Text text ? text.text() : null;
    }

    /** A property that must be a text. */
    static Value.Text text(Owner event, @Nullable Value value, String property) {
        return event.text(event.present(value, property), property);
    }

    /** The path without the slash at its end, which API Gateway does not know. */
    static String withoutEnd(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** Where a property of an event is written; the event's name when it is not. */
    static Span span(Owner event, @Nullable Value property) {
        return property == null ? event.head() : property.span();
    }
}
