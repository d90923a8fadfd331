package dev.parapet.model;

import java.util.List;
import java.util.Locale;

/** What a rule says of a resource. */
public sealed interface Verdict {
    /** The rule is broken. */
    record Violated() implements Verdict {}

    /** The rule is kept. */
    record Satisfied() implements Verdict {}

    /**
     * What is known does not tell.
     *
     * @param missing what would settle it, such as {@code Parameter Stage}; never empty
     */
    record Undetermined(List<String> missing) implements Verdict {
        public Undetermined {
            missing = List.copyOf(missing);
            if (missing.isEmpty()) {
                throw new IllegalArgumentException("an undetermined verdict names what is missing");
            }
        }
    }

    /** The word used in documents. */
    default String word() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
