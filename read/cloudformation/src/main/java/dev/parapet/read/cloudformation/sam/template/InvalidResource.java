package dev.parapet.read.cloudformation.sam.template;

import dev.parapet.model.Span;

/** A resource that SAM does not take; it ends the expansion of that resource and of nothing else. */
public final class InvalidResource extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    /** A problem that ends the expansion of its resource. */
    public InvalidResource(Problem problem) {
        super(problem.message(), null, false, false);
        this.problem = problem;
    }

    /** A problem in SAM's words: {@code Resource with id [Name] is invalid. …}. */
    public static InvalidResource of(String resource, String detail, Span span) {
        return new InvalidResource(
                new Problem(resource, "Resource with id [" + resource + "] is invalid. " + detail, span));
    }

    /** What is wrong. */
    public Problem problem() {
        return problem;
    }
}
