package dev.parapet.read.cloudformation.intrinsic;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import org.jspecify.annotations.Nullable;

/** What a stack can learn of the others that were read with it. */
public interface Surroundings {
    /** What another stack exports under a name; null when none does. */
    @Nullable
    Value imported(Value name, Span span);

    /** What another stack, called by its name, gives as an output; null when none that was read does. */
    @Nullable
    Value outputOf(String stackName, String output, Span span);

    /** What a nested stack gives back; null when its template was not read or has no such output. */
    @Nullable
    Value output(String nestedStack, String output, Span span);

    /** A stack that stands alone. */
    Surroundings NONE = new Surroundings() {
        @Override
        public @Nullable Value imported(Value name, Span span) {
            return null;
        }

        @Override
        public @Nullable Value outputOf(String stackName, String output, Span span) {
            return null;
        }

        @Override
        public @Nullable Value output(String nestedStack, String output, Span span) {
            return null;
        }
    };
}
