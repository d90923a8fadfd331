package dev.parapet.core.graph.pattern;

import dev.parapet.model.Span;

/** Says that something is no event pattern; it does not leave {@link EventPatternReader}. */
final class PatternException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String clause;
    private final transient Span span;

    PatternException(String clause, Span span) {
        super(clause);
        this.clause = clause;
        this.span = span;
    }

    /** What is wrong, a clause without a full stop. */
    String message() {
        return clause;
    }

    Span span() {
        return span;
    }
}
