package dev.parapet.read.cloudformation;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.List;

/** What became of a template whose transforms were done. */
public sealed interface Expanded {
    /** The template that the provider would deploy, its intrinsic functions as they were. */
    record Template(Value.Mapping root) implements Expanded {}

    /** What is wrong with it, one for each fault. */
    record Invalid(List<Problem> problems) implements Expanded {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /**
     * One thing that is wrong.
     *
     * @param resource the logical id; empty when it is no resource's
     * @param message what is wrong
     * @param location where
     */
    record Problem(String resource, String message, Span location) {}
}
