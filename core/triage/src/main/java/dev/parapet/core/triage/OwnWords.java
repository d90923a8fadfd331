package dev.parapet.core.triage;

import dev.parapet.model.Finding;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What Parapet's own suppressions mean, in comments and in metadata alike. */
final class OwnWords {
    private OwnWords() {}

    /** The findings that an id names: of the rule of that id, or of one that is the same as another tool's of that id. */
    static Predicate<Finding> named(String id) {
        String trivy = Tool.TRIVY.written(id);
        return finding -> finding.rule().equals(id)
                || finding.sameAs().contains(id)
                || finding.sameAs().contains(trivy);
    }

    /** A date as {@code 2027-01-31}; null for any other text. */
    static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** What to say of a date that is none. */
    static String noDate(String written) {
        return "'" + written + "' is no date, so nothing is ignored; write until:2027-01-31";
    }
}
