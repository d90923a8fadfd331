package dev.parapet.core.graph.pattern;

/** Whether something holds, as far as what is known tells; the logic is Kleene's. */
public enum Outcome {
    /** It holds whatever the unknown parts are. */
    YES,
    /** It does not, whatever they are. */
    NO,
    /** That depends on what is not known. */
    UNKNOWN;

    static Outcome of(boolean holds) {
        return holds ? YES : NO;
    }

    Outcome and(Outcome other) {
        return this == NO || other == NO ? NO : this == YES && other == YES ? YES : UNKNOWN;
    }

    Outcome or(Outcome other) {
        return this == YES || other == YES ? YES : this == NO && other == NO ? NO : UNKNOWN;
    }

    Outcome not() {
        return switch (this) {
            case YES -> NO;
            case NO -> YES;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
