package dev.parapet.read.cloudformation.sam;

import dev.parapet.read.cloudformation.sam.template.Problem;
import dev.parapet.read.cloudformation.stack.Expansion;
import java.util.List;

/**
 * A template after the transform.
 *
 * @param expansion what can be expanded is; the rest stands as it is written
 * @param problems what SAM does not take; when there is one, the provider deploys nothing
 * @param limited whether the one problem is that too much would be made
 */
public record Transformed(Expansion expansion, List<Problem> problems, boolean limited) {
    public Transformed {
        problems = List.copyOf(problems);
    }
}
