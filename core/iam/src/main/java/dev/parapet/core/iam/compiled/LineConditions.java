package dev.parapet.core.iam.compiled;

import dev.parapet.core.iam.policy.Operator;
import dev.parapet.core.iam.policy.Operator.Comparison;
import dev.parapet.core.iam.policy.Operator.Quantifier;
import dev.parapet.core.iam.value.Dates;
import dev.parapet.core.iam.value.IpRange;
import dev.parapet.core.iam.value.Numbers;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The {@code Condition} blocks of a line. */
final class LineConditions {
    private static final byte[] TRUE = Ascii.of("true");
    private static final byte[] FALSE = Ascii.of("false");
    private static final Words<Operator> OPERATORS = operators();

    private final JsonLine line;
    private final LineContext context;
    private final Missing missing;
    private final FilledPattern filled;

    LineConditions(JsonLine line, LineContext context, Missing missing, FilledPattern filled) {
        this.line = line;
        this.context = context;
        this.missing = missing;
        this.filled = filled;
    }

    private static Words<Operator> operators() {
        Words<Operator> words = new Words<>(Comparison.values().length * 6, true);
        for (Comparison comparison : Comparison.values()) {
            for (Quantifier quantifier : Quantifier.values()) {
                String set = switch (quantifier) {
                    case ONE -> "";
                    case ANY -> "ForAnyValue:";
                    case ALL -> "ForAllValues:";
                };
                words.put(set + comparison.word(), new Operator(comparison, quantifier, false));
                words.put(set + comparison.word() + "IfExists", new Operator(comparison, quantifier, true));
            }
        }
        return words;
    }

    /**
     * Whether a request satisfies a block.
     *
     * @param variables whether policy variables mean something in it
     */
    byte hold(int block, boolean variables) throws Unusual {
        if (line.kind(block) != JsonLine.OBJECT) {
            throw Unusual.LINE;
        }
        int noted = missing.size();
        byte all = Three.YES;
        for (int name = block + 1; name != line.after(block) && all != Three.NO; name = line.after(name + 1)) {
            int keys = name + 1;
            if (line.kind(keys) != JsonLine.OBJECT) {
                throw Unusual.LINE;
            }
            Operator operator = OPERATORS.of(line, name);
            for (int key = keys + 1; key != line.after(keys) && all != Three.NO; key = line.after(key + 1)) {
                all = operator == null ? Three.NO : Three.and(all, holds(operator, key, variables));
            }
        }
        return missing.since(noted, all);
    }

    private byte holds(Operator operator, int key, boolean variables) throws Unusual {
        int value = context.find(line.text(), line.from(key), line.to(key), line.mark(key));
        if (value == LineContext.UNKNOWN) {
            missing.note(line.string(key).toLowerCase(Locale.ROOT));
            return Three.UNKNOWN;
        }
        int wanted = key + 1;
        Comparison comparison = operator.comparison();
        if (comparison == Comparison.NULL) {
            return isNull(wanted, value == LineContext.ABSENT ? TRUE : FALSE);
        }
        if (value == LineContext.ABSENT) {
            return switch (operator.quantifier()) {
                case ONE -> Three.of(operator.ifExists() || comparison.negated());
                case ANY -> Three.of(operator.ifExists());
                case ALL -> Three.YES;
            };
        }
        if (line.kind(value) != JsonLine.ARRAY) {
            return satisfies(comparison, wanted, value, variables);
        }
        return operator.quantifier() == Quantifier.ONE ? Three.NO : each(operator, wanted, value, variables);
    }

    private byte each(Operator operator, int wanted, int values, boolean variables) throws Unusual {
        int noted = missing.size();
        boolean all = operator.quantifier() == Quantifier.ALL;
        byte result = Three.of(all);
        for (int value = values + 1; value != line.after(values); value = line.after(value)) {
            byte one = satisfies(operator.comparison(), wanted, value, variables);
            result = all ? Three.and(result, one) : Three.or(result, one);
        }
        return missing.since(noted, result);
    }

    private byte isNull(int wanted, byte[] word) throws Unusual {
        boolean any = false;
        int end = line.after(wanted);
        for (int each = line.first(wanted); each != end; each = line.after(each)) {
            line.scalar(each);
            any |= Ascii.isSameIgnoringCase(line.text(), line.from(each), line.to(each), word, 0, word.length);
        }
        return Three.of(any);
    }

    private byte satisfies(Comparison comparison, int wanted, int value, boolean variables) throws Unusual {
        int noted = missing.size();
        filled.forget();
        byte any = Three.NO;
        int end = line.after(wanted);
        for (int each = line.first(wanted); each != end; each = line.after(each)) {
            line.scalar(each);
            byte matches = matches(comparison, each, value, variables && line.kind(each) == JsonLine.TEXT);
            if (matches != Three.NEITHER) {
                any = Three.or(any, matches);
            } else if (comparison.negated()) {
                any = Three.YES;
            }
            if (any == Three.YES) {
                break;
            }
        }
        return missing.since(noted, comparison.negated() ? filled.not(any, missing) : any);
    }

    private byte matches(Comparison comparison, int pattern, int value, boolean variables) {
        return switch (comparison) {
            case STRING_EQUALS, STRING_NOT_EQUALS -> text(pattern, value, false, false, variables);
            case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE ->
                text(pattern, value, false, true, variables);
            case STRING_LIKE, STRING_NOT_LIKE -> text(pattern, value, true, false, variables);
            case BINARY_EQUALS, NULL -> text(pattern, value, false, false, false);
            case BOOL -> bool(pattern, value, variables);
            case ARN_EQUALS, ARN_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE -> arn(pattern, value, variables);
            case NUMERIC_EQUALS,
                    NUMERIC_NOT_EQUALS,
                    NUMERIC_LESS_THAN,
                    NUMERIC_LESS_THAN_EQUALS,
                    NUMERIC_GREATER_THAN,
                    NUMERIC_GREATER_THAN_EQUALS -> number(comparison, pattern, value);
            case DATE_EQUALS,
                    DATE_NOT_EQUALS,
                    DATE_LESS_THAN,
                    DATE_LESS_THAN_EQUALS,
                    DATE_GREATER_THAN,
                    DATE_GREATER_THAN_EQUALS -> date(comparison, pattern, value);
            case IP_ADDRESS, NOT_IP_ADDRESS -> address(pattern, value);
        };
    }

    private byte text(int pattern, int value, boolean wildcards, boolean ignoreCase, boolean variables) {
        byte[] text = line.text();
        int from = line.from(pattern);
        int to = line.to(pattern);
        if (variables && FilledPattern.hasVariable(text, from, to)) {
            return filled.fill(from, to, wildcards)
                    ? filled(text, line.from(value), line.to(value), ignoreCase)
                    : Three.NEITHER;
        }
        // A number or truth value has no signs that could mean something else.
        return Three.of(
                wildcards
                        ? Ascii.covers(text, from, to, text, line.from(value), line.to(value), ignoreCase)
                        : ignoreCase
                                ? Ascii.isSameIgnoringCase(text, from, to, text, line.from(value), line.to(value))
                                : Ascii.isSame(text, from, to, text, line.from(value), line.to(value)));
    }

    /** Whether the pattern that was last filled covers a text. */
    private byte filled(byte[] text, int from, int to, boolean ignoreCase) {
        boolean covers =
                Ascii.covers(filled.text(), 0, filled.length(), text, from, to, ignoreCase, Ascii.ANY, Ascii.ONE);
        return covers ? known() : Three.NO;
    }

    private byte known() {
        missing.noteAll(filled.unknown());
        return filled.unknown().isEmpty() ? Three.YES : Three.UNKNOWN;
    }

    private byte bool(int pattern, int value, boolean variables) {
        boolean is = isWord(value, TRUE);
        if (!is && !isWord(value, FALSE)) {
            return Three.NEITHER;
        }
        if (!variables || !FilledPattern.hasVariable(line.text(), line.from(pattern), line.to(pattern))) {
            boolean wanted = isWord(pattern, TRUE);
            return wanted || isWord(pattern, FALSE) ? Three.of(is == wanted) : Three.NEITHER;
        }
        if (!filled.fill(line.from(pattern), line.to(pattern), false)) {
            return Three.NEITHER;
        }
        int noted = missing.size();
        byte isTrue = filled(TRUE, 0, TRUE.length, true);
        byte isFalse = filled(FALSE, 0, FALSE.length, true);
        byte result = isTrue == Three.NO && isFalse == Three.NO ? Three.NEITHER : is ? isTrue : isFalse;
        return missing.since(noted, result);
    }

    private boolean isWord(int value, byte[] word) {
        return Ascii.isSameIgnoringCase(line.text(), line.from(value), line.to(value), word, 0, word.length);
    }

    /** ARNs part by part. Colons in the values of variables part them, unlike in a {@code Resource} element. */
    private byte arn(int pattern, int value, boolean variables) {
        byte[] text = line.text();
        int from = line.from(pattern);
        int to = line.to(pattern);
        if (!variables || !FilledPattern.hasVariable(text, from, to)) {
            return parts(text, from, to, text, line.from(value), line.to(value), (byte) '*', (byte) '?');
        }
        if (!filled.fill(from, to, true)) {
            return Three.NEITHER;
        }
        byte parts =
                parts(filled.text(), 0, filled.length(), text, line.from(value), line.to(value), Ascii.ANY, Ascii.ONE);
        if (parts == Three.NEITHER && !filled.unknown().isEmpty() && colons(filled.text(), 0, filled.length()) < 5) {
            return filled(text, line.from(value), line.to(value), false);
        }
        return parts == Three.YES ? known() : parts;
    }

    private static int colons(byte[] text, int from, int to) {
        int colons = 0;
        for (int i = from; i < to; i++) {
            colons += text[i] == ':' ? 1 : 0;
        }
        return colons;
    }

    private static byte parts(
            byte[] pattern, int from, int to, byte[] text, int textFrom, int textTo, byte any, byte one) {
        if (colons(pattern, from, to) < 5 || colons(text, textFrom, textTo) < 5) {
            return Three.NEITHER;
        }
        int sign = from;
        int at = textFrom;
        for (int i = 0; i < 5; i++) {
            int part = Ascii.indexOf((byte) ':', pattern, sign, to);
            int given = Ascii.indexOf((byte) ':', text, at, textTo);
            if (!Ascii.covers(pattern, sign, part, text, at, given, false, any, one)) {
                return Three.NO;
            }
            sign = part + 1;
            at = given + 1;
        }
        return Three.of(Ascii.covers(pattern, sign, to, text, at, textTo, false, any, one));
    }

    private byte number(Comparison comparison, int pattern, int value) {
        BigDecimal wanted = Numbers.parse(line.string(pattern));
        BigDecimal given = Numbers.parse(line.string(value));
        return wanted == null || given == null ? Three.NEITHER : Three.of(is(comparison, given.compareTo(wanted)));
    }

    private byte date(Comparison comparison, int pattern, int value) {
        Instant wanted = Dates.parse(line.string(pattern));
        Instant given = Dates.parse(line.string(value));
        return wanted == null || given == null ? Three.NEITHER : Three.of(is(comparison, given.compareTo(wanted)));
    }

    private static boolean is(Comparison comparison, int order) {
        return switch (comparison) {
            case NUMERIC_LESS_THAN, DATE_LESS_THAN -> order < 0;
            case NUMERIC_LESS_THAN_EQUALS, DATE_LESS_THAN_EQUALS -> order <= 0;
            case NUMERIC_GREATER_THAN, DATE_GREATER_THAN -> order > 0;
            case NUMERIC_GREATER_THAN_EQUALS, DATE_GREATER_THAN_EQUALS -> order >= 0;
            default -> order == 0;
        };
    }

    private byte address(int pattern, int value) {
        @Nullable IpRange wanted = IpRange.parse(line.string(pattern));
        @Nullable IpRange given = IpRange.parse(line.string(value));
        return wanted == null || given == null || given.prefix() != given.bits()
                ? Three.NEITHER
                : Three.of(wanted.contains(given));
    }
}
