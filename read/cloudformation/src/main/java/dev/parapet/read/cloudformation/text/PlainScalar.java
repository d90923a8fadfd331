package dev.parapet.read.cloudformation.text;

import dev.parapet.model.Decimal;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What a YAML scalar without quotes stands for, as YAML 1.1 has it (https://yaml.org/type/): {@code yes} and {@code off} are
 * booleans, {@code 0644} is octal, {@code 1:30} counts in sixties. Timestamps are not taken for anything but text, since
 * CloudFormation has none ("Format and syntax of CloudFormation templates"), nor are infinities, which JSON cannot write.
 */
final class PlainScalar {
    /** Digits beyond which a number stays text: nobody means them as a number, and they cost time. */
    private static final int MAX_DIGITS = 400;

    private PlainScalar() {}

    static Value read(String text, Span span) {
        if (text.isEmpty() || text.equals("~")) {
            return new Value.Null(span);
        }
        char first = text.charAt(0);
        if ((first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.') {
            Decimal number = text.length() > MAX_DIGITS ? null : number(text);
            return number == null ? new Value.Text(text, span) : new Value.Number(number, span);
        }
        return switch (text) {
            case "null", "Null", "NULL" -> new Value.Null(span);
            case "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON" -> new Value.Bool(true, span);
            case "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF" -> new Value.Bool(false, span);
            default -> new Value.Text(text, span);
        };
    }

    private static @Nullable Decimal number(String text) {
        boolean signed = text.charAt(0) == '-' || text.charAt(0) == '+';
        String digits = signed ? text.substring(1) : text;
        if (digits.isEmpty()) {
            return null;
        }
        String size = size(digits, signed);
        return size == null ? null : Decimal.parse(text.charAt(0) == '-' ? "-" + size : size);
    }

    /** The number without its sign, in decimal digits; null when it is none. */
    private static @Nullable String size(String digits, boolean signed) {
        if (digits.startsWith("0b")) {
            return whole(digits.substring(2), 2);
        }
        if (digits.startsWith("0x")) {
            return whole(digits.substring(2), 16);
        }
        if (digits.indexOf(':') >= 0) {
            return sixties(digits);
        }
        if (digits.indexOf('.') >= 0) {
            return fraction(digits, signed);
        }
        if (digits.length() > 1 && digits.charAt(0) == '0') {
            return whole(digits.substring(1), 8);
        }
        return digits.charAt(0) == '_' ? null : whole(digits, 10);
    }

    private static @Nullable String whole(String digits, int radix) {
        StringBuilder plain = new StringBuilder(digits.length());
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c == '_') {
                continue;
            }
            if (c > 'f' || Character.digit(c, radix) < 0) {
                return null;
            }
            plain.append(c);
        }
        if (plain.isEmpty()) {
            return null;
        }
        return radix == 10 ? plain.toString() : new BigInteger(plain.toString(), radix).toString();
    }

    /** {@code [0-9][0-9_]*\.[0-9_]*([eE][-+][0-9]+)?}, or with nothing before the point, then without a sign. */
    private static @Nullable String fraction(String digits, boolean signed) {
        int point = digits.indexOf('.');
        if (point == 0 && (signed || digits.length() == 1 || !isDigit(digits.charAt(1)))) {
            return null;
        }
        StringBuilder plain = new StringBuilder(digits.length() + 1);
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (isDigit(c) || i == point) {
                plain.append(c);
            } else if ((c == 'e' || c == 'E') && i > point) {
                String exponent = digits.substring(i + 1);
                if (exponent.length() < 2 || exponent.length() > 5 || isDigit(exponent.charAt(0))) {
                    return null;
                }
                for (int j = 1; j < exponent.length(); j++) {
                    if (!isDigit(exponent.charAt(j))) {
                        return null;
                    }
                }
                plain.append('E').append(exponent);
                break;
            } else if (c != '_' || i == 0) {
                return null;
            }
        }
        char sign = plain.indexOf("E") < 0 ? '+' : plain.charAt(plain.indexOf("E") + 1);
        return sign == '+' || sign == '-' ? plain.insert(0, '0').toString() : null;
    }

    /** {@code [1-9][0-9_]*(:[0-5]?[0-9])+}: hours, minutes and seconds; with a fraction it stays text. */
    private static @Nullable String sixties(String digits) {
        if (digits.charAt(0) == '0' || !isDigit(digits.charAt(0))) {
            return null;
        }
        BigInteger sum = BigInteger.ZERO;
        int start = 0;
        while (start <= digits.length()) {
            int end = digits.indexOf(':', start);
            String part = digits.substring(start, end < 0 ? digits.length() : end);
            String number = whole(part, 10);
            boolean tooLarge = start > 0 && (part.length() > 2 || (part.length() == 2 && part.charAt(0) > '5'));
            if (number == null || tooLarge) {
                return null;
            }
            sum = sum.multiply(BigInteger.valueOf(60)).add(new BigInteger(number));
            start = end < 0 ? digits.length() + 1 : end + 1;
        }
        return sum.toString();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
