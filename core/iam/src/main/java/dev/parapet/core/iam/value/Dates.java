package dev.parapet.core.iam.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Dates as conditions have them: one of the W3C's forms of ISO 8601 (<a
 * href="https://www.w3.org/TR/NOTE-datetime">NOTE-datetime</a>), or seconds since 1970.
 */
public final class Dates {
    private static final int MAX_LENGTH = 40;

    private Dates() {}

    /** Reads a date; null when it is none. A date without a zone is in UTC. */
    public static @Nullable Instant parse(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return null;
        }
        try {
            int time = text.indexOf('T');
            if (time < 0) {
                return day(text);
            }
            String clock = text.substring(time + 1);
            boolean zoned = clock.endsWith("Z") || clock.indexOf('+') >= 0 || clock.indexOf('-') >= 0;
            return OffsetDateTime.parse(zoned ? text : text + "Z").toInstant();
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private static Instant day(String text) {
        if (text.indexOf('-', 1) < 0 && text.length() != 4) {
            return Instant.ofEpochSecond(Long.parseLong(text));
        }
        LocalDate day = switch (text.length()) {
            case 4 -> Year.parse(text).atDay(1);
            case 7 -> YearMonth.parse(text).atDay(1);
            default -> LocalDate.parse(text);
        };
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
