package dev.parapet.read.cloudformation.sam.template;

import java.util.List;

/** Makes the resources that one type of serverless resource stands for. */
@FunctionalInterface
public interface ResourceExpander {
    /**
     * The resources that take the place of an authored one, in SAM's order.
     *
     * @throws InvalidResource when SAM does not take it; it then stays in the template as it is written. A problem behind
     *     which the rest can still be made is added to {@link Transformation#problems()} instead
     */
    List<Made> expand(Authored resource, Transformation transformation);
}
