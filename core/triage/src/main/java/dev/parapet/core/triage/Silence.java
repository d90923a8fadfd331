package dev.parapet.core.triage;

import dev.parapet.model.Finding;
import dev.parapet.model.Span;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an author wrote so that findings count as none.
 *
 * @param by its words, such as {@code checkov:skip=CKV_AWS_258}
 * @param own whether it is in Parapet's own words, so that its author wants to know when it does nothing
 * @param names which findings it names, wherever they are
 * @param scope where it holds
 * @param reason the author's reason; empty when none was given
 * @param location where it is written
 * @param lastDay the last day on which it holds; null for ever
 */
record Silence(
        String by,
        boolean own,
        Predicate<Finding> names,
        Scope scope,
        String reason,
        Span location,
        @Nullable LocalDate lastDay) {
    boolean matches(Finding finding) {
        return scope.covers(finding) && names.test(finding);
    }

    boolean hasExpired(LocalDate today) {
        return lastDay != null && today.isAfter(lastDay);
    }
}
