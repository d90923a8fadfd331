package dev.parapet.core.iam.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a request, and why.
 *
 * @param decision what becomes of it
 * @param decidedBy the statement that allowed or denied it; null where none did
 * @param missing what would have to be known, sorted; empty unless it is undetermined
 */
public record Answer(Decision decision, @Nullable Citation decidedBy, List<String> missing) {
    public Answer {
        missing = List.copyOf(missing);
    }
}
