package dev.parapet.core.flow.taint;

import dev.parapet.core.flow.value.FlowValue;
import org.jspecify.annotations.Nullable;

/**
 * Something that a caller chooses.
 *
 * @param value what it is: a part of the event, or of the request of a framework
 * @param text how people call it: {@code event.Records[].body}
 * @param doubt what would settle whether it is harmless, a clause; null where it is a danger
 */
record Leaf(FlowValue value, String text, @Nullable String doubt) {}
