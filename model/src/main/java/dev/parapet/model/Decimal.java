package dev.parapet.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A decimal number, as exact as it was written: its digits, and the scale, which is how many of them stand behind the point. Every
 * method is as {@link BigDecimal} has it. A number of at most 18 digits, as templates hold, is kept without one: that class
 * multiplies a table of powers of five out when it is first used, which takes longer than to read a template.
 */
public final class Decimal implements Comparable<Decimal> {
    /** So many digits fit a {@code long}, whatever they are. */
    private static final int SHORT = 18;

    /** The largest whole number up to which a {@code double} holds each. */
    private static final long EXACT_DOUBLE = 1L << 53;

    /** The powers of ten that a {@code double} holds as they are. */
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18
    };

    private final long digits;
    private final int scale;
    /** The number where it is not short; else null. */
    private final @Nullable BigDecimal big;

    private Decimal(long digits, int scale, @Nullable BigDecimal big) {
        this.digits = digits;
        this.scale = scale;
        this.big = big;
    }

    /** A whole number. */
    public static Decimal of(long whole) {
        return new Decimal(whole, 0, null);
    }

    /** A number of any size. */
    public static Decimal of(BigDecimal number) {
        boolean isShort = number.scale() >= 0 && number.scale() <= SHORT && number.precision() <= SHORT;
        return isShort
                ? new Decimal(number.unscaledValue().longValue(), number.scale(), null)
                : new Decimal(0, number.scale(), number);
    }

    /**
     * The number that a text is.
     *
     * @throws NumberFormatException when it is none
     */
    public static Decimal parse(String text) {
        int at = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        int count = 0;
        int point = -1;
        long digits = 0;
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && point < 0) {
                point = i;
            } else if (c >= '0' && c <= '9' && ++count <= SHORT) {
                digits = digits * 10 + (c - '0');
            } else {
                return of(new BigDecimal(text));
            }
        }
        if (count == 0) {
            throw new NumberFormatException("no number: " + text);
        }
        return new Decimal(text.charAt(0) == '-' ? -digits : digits, point < 0 ? 0 : text.length() - point - 1, null);
    }

    /** How many digits stand behind the point; below zero, how many zeros are left out before it. */
    public int scale() {
        return scale;
    }

    /** -1, 0 or 1. */
    public int signum() {
        return big == null ? Long.signum(digits) : big.signum();
    }

    /** The number of digits. */
    public int precision() {
        return big == null ? count(digits).length() : big.precision();
    }

    private static String count(long digits) {
        return Long.toString(Math.abs(digits));
    }

    /** The part before the point, as far as it fits. */
    public long longValue() {
        return big == null && scale == 0 ? digits : toBigDecimal().longValue();
    }

    /** The nearest {@code double}. */
    public double doubleValue() {
        // One division of two numbers that are exact is rounded once.
        return big == null && Math.abs(digits) <= EXACT_DOUBLE
                ? digits / POWERS[scale]
                : toBigDecimal().doubleValue();
    }

    /** The same number. */
    public BigDecimal toBigDecimal() {
        return big == null ? BigDecimal.valueOf(digits, scale) : big;
    }

    /** All of its digits, without an exponent. */
    public String toPlainString() {
        if (big != null) {
            return big.toPlainString();
        }
        if (scale == 0) {
            return Long.toString(digits);
        }
        String all = count(digits);
        String padded = "0".repeat(Math.max(0, scale + 1 - all.length())) + all;
        int point = padded.length() - scale;
        return (digits < 0 ? "-" : "") + padded.substring(0, point) + "." + padded.substring(point);
    }

    /** By value: 1.0 and 1 compare as the same. */
    @Override
    public int compareTo(Decimal other) {
        return big == null && other.big == null && scale == other.scale
                ? Long.compare(digits, other.digits)
                : toBigDecimal().compareTo(other.toBigDecimal());
    }

    /** By value and scale: 1.0 and 1 are not equal. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Decimal number
                && digits == number.digits
                && scale == number.scale
                && (big == null ? number.big == null : big.equals(number.big));
    }

    @Override
    public int hashCode() {
        return big == null ? 31 * Long.hashCode(digits) + scale : big.hashCode();
    }

    /** As {@link BigDecimal#toString}: with an exponent where zeros would have to be added. */
    @Override
    public String toString() {
        return big == null && scale == 0
                ? Long.toString(digits)
                : toBigDecimal().toString();
    }
}
