package dev.parapet.core.flow.taint;

import dev.parapet.core.flow.value.FlowValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a caller chooses, or that may come from one.
 *
 * @param value what it is: a part of the event, of the request of a framework, of what a store holds
 * @param text how people call it: {@code event.Records[].body}
 * @param doubt what would settle whether it is harmless, a clause; null where it is a danger
 * @param within the names of the parts that are taken of it
 */
record Leaf(FlowValue value, String text, @Nullable String doubt, List<String> within) {
    /** More names are not needed to tell parts apart. */
    private static final int MAXIMUM_NAMES = 8;

    Leaf(FlowValue value, String text, @Nullable String doubt) {
        this(value, text, doubt, List.of());
    }

    /** A part of it. */
    Leaf part(String name) {
        if (within.size() >= MAXIMUM_NAMES) {
            return this;
        }
        List<String> more = new ArrayList<>(within);
        more.add(name);
        return new Leaf(value, text, doubt, more);
    }

    /** The same under a doubt. */
    Leaf doubted(@Nullable String why) {
        return new Leaf(value, text, why, within);
    }
}
