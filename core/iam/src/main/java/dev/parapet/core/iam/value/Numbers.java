package dev.parapet.core.iam.value;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers as conditions have them: whole or decimal, without an exponent. */
public final class Numbers {
    private static final int MAX_LENGTH = 64;

    private Numbers() {}

    /** Reads a number; null when it is none or has more than 64 characters. */
    public static @Nullable BigDecimal parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return null;
        }
        int digits = 0;
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.') {
                points++;
            } else if (i > 0 || (c != '-' && c != '+')) {
                return null;
            }
        }
        return digits == 0 || points > 1 ? null : new BigDecimal(text);
    }
}
