package dev.parapet.core.rule;

import dev.parapet.model.code.Observation;
import java.util.List;

/**
 * What was observed in the code of one function.
 *
 * @param function the id of its node, or the path of a file that no template names
 * @param observations what was observed, by place
 */
public record ObservedCode(String function, List<Observation> observations) {
    public ObservedCode {
        observations = List.copyOf(observations);
    }
}
