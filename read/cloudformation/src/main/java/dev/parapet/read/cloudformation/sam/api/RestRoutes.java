package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.definition.Definition;
import dev.parapet.read.cloudformation.sam.definition.Leaf;
import dev.parapet.read.cloudformation.sam.definition.Maker;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Owner;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the routes of functions and of state machines have in common. */
final class RestRoutes {
    private RestRoutes() {}

    /** The name of an API's stage, to tell permissions apart: {@code Stage} when it is not known. */
    static Leaf stage(Authored api) {
        Value name = api.property("StageName");
        if (name instanceof Value.Text text) {
            if (text.text().isEmpty()) {
                throw api.invalid("StageName cannot be empty.", text.span());
            }
            boolean implied = api.id().equals(ImplicitApi.Kind.REST.id);
            return new Leaf(text, !implied);
        }
        return new Leaf(new Values(api.head()).text("Stage"), false);
    }

    /** The method as it is in documents: small letters, at its place in the text. */
    static Value.Text lower(Value.Text method) {
        return new Value.Text(method.text().toLowerCase(Locale.ROOT), method.span());
    }

    /** An integration must not be there yet. */
    static void checkFree(Definition definition, Owner event, Value.Text path, Value.Text method) {
        if (definition.hasIntegration(path.text(), method.text())) {
            throw event.invalid(
                    "API method \"" + method.text() + "\" defined multiple times for path \"" + path.text() + "\".",
                    path.span());
        }
    }

    /** The condition of what a route calls; null when it always exists. */
    static @Nullable Leaf condition(Authored resource, Maker maker) {
        return resource.written().get("Condition") instanceof Value.Text text ? maker.authoredText(text.text()) : null;
    }
}
