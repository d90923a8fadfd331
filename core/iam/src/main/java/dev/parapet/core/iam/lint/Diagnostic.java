package dev.parapet.core.iam.lint;

import dev.parapet.model.Span;
import java.util.Comparator;

/**
 * Something that is wrong with a policy.
 *
 * @param check what was looked for
 * @param message what is wrong; what to do
 * @param span where
 */
public record Diagnostic(Check check, String message, Span span) implements Comparable<Diagnostic> {
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
        WARNING,
        /** It may well be meant so. */
        NOTE
    }

    /** The name of the check, such as {@code action-unknown}. */
    public String id() {
        return check.id();
    }

    /** How sure it is a mistake. */
    public Level level() {
        return check.level();
    }

    /** By place, then by id. */
    @Override
    public int compareTo(Diagnostic other) {
        return BY_PLACE.compare(this, other);
    }
}
