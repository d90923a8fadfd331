package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.definition.Leaf;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Owner;
import org.jspecify.annotations.Nullable;

/**
 * A route of a REST API that an event stands for.
 *
 * @param event the event
 * @param api its API
 * @param path its path
 * @param method its method, in small letters
 * @param auth what the event says of who may call it; null when it says nothing
 * @param stage the stage that its resource policy is for
 */
record Route(Owner event, Authored api, Value.Text path, Value.Text method, Value.@Nullable Mapping auth, Leaf stage) {
    /** How SAM names the route in a message. */
    String shown() {
        return "API method [" + method.text() + "] for path [" + path.text() + "]";
    }
}
