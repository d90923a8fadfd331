package dev.parapet.core.iam.lint;

import dev.parapet.model.Span;
import java.util.Comparator;

/**
 * Something that is wrong with a policy.
 *
 * @param id the check that found it, such as {@code action-unknown}
 * @param level how sure it is a mistake
 * @param message what is wrong; what to do
 * @param span where
 */
public record Diagnostic(String id, Level level, String message, Span span) implements Comparable<Diagnostic> {
    private static final Comparator<Diagnostic> BY_PLACE = Comparator.comparing(
                    (Diagnostic each) -> each.span().path())
            .thenComparing(each -> each.span().start())
            .thenComparing(Diagnostic::id)
            .thenComparing(Diagnostic::message);

    /** How sure it is a mistake. */
    public enum Level {
        /** It cannot do what its author wants. */
        ERROR,
        /** It does something, and seldom what its author wants. */
        WARNING
    }

    /** By place, then by id. */
    @Override
    public int compareTo(Diagnostic other) {
        return BY_PLACE.compare(this, other);
    }
}
