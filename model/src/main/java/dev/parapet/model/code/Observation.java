package dev.parapet.model.code;

import dev.parapet.model.Evidence;
import dev.parapet.model.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that the code of a function does, which rules about code judge.
 *
 * @param subject what it is: {@code flow:command} where something that a caller chooses reaches a command, {@code code:weak-hash}
 *     where the code does something by itself
 * @param place where
 * @param what what is called or done there, as people read it: {@code os.system()}
 * @param source the part of the event, or what else a caller chooses, that gets there; null where nothing of a caller is needed
 * @param trigger what the event comes from: {@code an S3 notification of Uploads}; null where {@code source} is
 * @param steps how it gets there, from the source to the place
 * @param missing what would settle whether it is so; empty where it is certain
 * @param entry the function whose callers choose the source, where that is another one than does it; null where it is the same
 */
public record Observation(
        String subject,
        Span place,
        String what,
        @Nullable String source,
        @Nullable String trigger,
        List<Evidence> steps,
        List<String> missing,
        @Nullable String entry) {
    public Observation {
        steps = List.copyOf(steps);
        missing = List.copyOf(missing);
    }

    /** Something that a function does with what its own callers choose, or by itself. */
    public Observation(
            String subject,
            Span place,
            String what,
            @Nullable String source,
            @Nullable String trigger,
            List<Evidence> steps,
            List<String> missing) {
        this(subject, place, what, source, trigger, steps, missing, null);
    }
}
