package dev.parapet.model.code;

import java.util.List;
import java.util.Set;

/**
 * What was observed in the code of one function, or of something else that acts by a role of its own.
 *
 * @param function the id of its node, or the path of a file that no template names
 * @param observations what was observed, by place
 * @param asked the subjects that were looked for; none for all
 */
public record ObservedCode(String function, List<Observation> observations, Set<String> asked) {
    public ObservedCode {
        observations = List.copyOf(observations);
        asked = Set.copyOf(asked);
    }

    /** All that was observed in code. */
    public ObservedCode(String function, List<Observation> observations) {
        this(function, observations, Set.of());
    }
}
