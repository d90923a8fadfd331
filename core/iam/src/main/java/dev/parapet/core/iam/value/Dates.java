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
    private static final String USUAL = "0000-00-00T00:00:00Z";

    private Dates() {}

    /** Reads a date; null when it is none. A date without a zone is in UTC. */
    public static @Nullable Instant parse(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH || !begins(text.charAt(0))) {
            return null;
        }
        if (isUsual(text)) {
            return usual(text);
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

    private static boolean begins(char first) {
        return Character.isDigit(first) || first == '-' || first == '+';
    }

    /** Whether it has the form {@code 2026-01-31T23:59:59Z}, in which nearly all are written. */
    private static boolean isUsual(String text) {
        if (text.length() != USUAL.length()) {
            return false;
        }
        for (int i = 0; i < USUAL.length(); i++) {
            char sign = USUAL.charAt(i);
            char given = text.charAt(i);
            if (sign == '0' ? given < '0' || given > '9' : given != sign) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Instant usual(String text) {
        int year = number(text, 0) * 100 + number(text, 2);
        int month = number(text, 5);
        int day = number(text, 8);
        int hour = number(text, 11);
        int minute = number(text, 14);
        int second = number(text, 17);
        boolean exists = month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth()
                && hour < 24
                && minute < 60
                && second < 60;
        return exists
                ? Instant.ofEpochSecond(
                        LocalDate.of(year, month, day).toEpochDay() * 86_400 + hour * 3_600L + minute * 60L + second)
                : null;
    }

    private static int number(String text, int at) {
        return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
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
