package dev.parapet.core.iam.space;

import dev.parapet.core.iam.evaluation.Glob;
import dev.parapet.core.iam.evaluation.GlobCells;
import dev.parapet.core.iam.evaluation.PatternMatch;
import dev.parapet.core.iam.policy.Operator.Comparison;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.policy.Token;
import dev.parapet.core.iam.value.Dates;
import dev.parapet.core.iam.value.IpRange;
import dev.parapet.core.iam.value.Numbers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Single values, enough of them that each way in which comparisons with some patterns can come out is met: one text for each
 * combination of patterns that cover it; the numbers, dates and addresses at which an answer can change and those between them.
 */
final class ValueCells {
    private enum Sort {
        TEXT,
        ARN,
        NUMBER,
        DATE,
        ADDRESS
    }

    private ValueCells() {}

    /**
     * The values.
     *
     * @param patterns what is compared with, by comparison
     * @param undecided takes why these values may not be enough
     */
    static List<String> of(Map<Comparison, List<TextPattern>> patterns, SortedSet<String> undecided) {
        Set<String> values = new LinkedHashSet<>();
        Set<Sort> sorts = new LinkedHashSet<>();
        List<Glob> globs = new ArrayList<>();
        SortedSet<BigDecimal> numbers = new TreeSet<>();
        SortedSet<Instant> dates = new TreeSet<>();
        Set<IpRange> ranges = new LinkedHashSet<>();
        patterns.forEach((comparison, each) -> {
            Sort sort = sort(comparison);
            if (comparison != Comparison.NULL) {
                sorts.add(sort);
            }
            for (TextPattern pattern : each) {
                switch (sort) {
                    case TEXT -> globs.add(Glob.ofText(withoutVariables(pattern), ignoresCase(comparison)));
                    case ARN -> globs.add(arn(pattern));
                    case NUMBER -> {
                        BigDecimal number = Numbers.parse(pattern.text());
                        if (number != null) {
                            numbers.add(number);
                        }
                    }
                    case DATE -> {
                        Instant date = Dates.parse(pattern.text());
                        if (date != null) {
                            dates.add(date);
                        }
                    }
                    case ADDRESS -> {
                        IpRange range = IpRange.parse(pattern.text());
                        if (range != null) {
                            ranges.add(range);
                        }
                    }
                }
            }
        });
        if (sorts.size() > 1) {
            undecided.add("a key that is compared as different sorts of values");
        }
        texts(globs, sorts.contains(Sort.ARN), values, undecided);
        numbers(numbers, values);
        dates(dates, values);
        addresses(ranges, values);
        values.add("true");
        values.add("false");
        return new ArrayList<>(values);
    }

    private static Sort sort(Comparison comparison) {
        return switch (comparison) {
            case STRING_EQUALS,
                    STRING_NOT_EQUALS,
                    STRING_EQUALS_IGNORE_CASE,
                    STRING_NOT_EQUALS_IGNORE_CASE,
                    STRING_LIKE,
                    STRING_NOT_LIKE,
                    BINARY_EQUALS,
                    BOOL,
                    NULL -> Sort.TEXT;
            case ARN_EQUALS, ARN_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE -> Sort.ARN;
            case NUMERIC_EQUALS,
                    NUMERIC_NOT_EQUALS,
                    NUMERIC_LESS_THAN,
                    NUMERIC_LESS_THAN_EQUALS,
                    NUMERIC_GREATER_THAN,
                    NUMERIC_GREATER_THAN_EQUALS -> Sort.NUMBER;
            case DATE_EQUALS,
                    DATE_NOT_EQUALS,
                    DATE_LESS_THAN,
                    DATE_LESS_THAN_EQUALS,
                    DATE_GREATER_THAN,
                    DATE_GREATER_THAN_EQUALS -> Sort.DATE;
            case IP_ADDRESS, NOT_IP_ADDRESS -> Sort.ADDRESS;
        };
    }

    private static boolean ignoresCase(Comparison comparison) {
        return comparison == Comparison.STRING_EQUALS_IGNORE_CASE
                || comparison == Comparison.STRING_NOT_EQUALS_IGNORE_CASE
                || comparison == Comparison.BOOL;
    }

    private static List<Token> withoutVariables(TextPattern pattern) {
        List<Token> without = new ArrayList<>();
        for (Token token : pattern.tokens()) {
            without.add(token instanceof Token.Variable ? new Token.AnyText() : token);
        }
        return without;
    }

    private static Glob arn(TextPattern pattern) {
        List<List<Token>> parts = PatternMatch.parts(withoutVariables(pattern), 6);
        return parts.size() == 6 ? Glob.ofArn(parts, false) : Glob.ofText(withoutVariables(pattern), false);
    }

    private static void texts(List<Glob> globs, boolean arns, Set<String> values, SortedSet<String> undecided) {
        Glob anything = Glob.ofText(List.of(new Token.AnyText()), false);
        if (arns) {
            // Six parts, any of them: what is no ARN satisfies no operator of ARNs.
            List<List<Token>> parts = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                parts.add(List.of(new Token.AnyText()));
            }
            globs.add(Glob.ofArn(parts, false));
        }
        List<String> texts = GlobCells.texts(anything, globs);
        if (texts == null) {
            undecided.add("too many different texts of a condition key");
        } else {
            values.addAll(texts);
        }
    }

    private static void numbers(SortedSet<BigDecimal> breaks, Set<String> values) {
        BigDecimal before = null;
        for (BigDecimal at : breaks) {
            values.add(
                    before == null
                            ? at.subtract(BigDecimal.ONE).toPlainString()
                            : before.add(at).divide(BigDecimal.TWO).toPlainString());
            values.add(at.toPlainString());
            before = at;
        }
        if (before != null) {
            values.add(before.add(BigDecimal.ONE).toPlainString());
        }
    }

    private static void dates(SortedSet<Instant> breaks, Set<String> values) {
        for (Instant at : breaks) {
            values.add(at.minusMillis(1).toString());
            values.add(at.toString());
            values.add(at.plusMillis(1).toString());
        }
    }

    /** The answer changes at the first address of a block and behind its last one, nowhere else. */
    private static void addresses(Set<IpRange> ranges, Set<String> values) {
        if (ranges.isEmpty()) {
            return;
        }
        values.add("0.0.0.0");
        values.add("::");
        for (IpRange range : ranges) {
            int free = range.bits() - range.prefix();
            BigInteger first = range.address().shiftRight(free).shiftLeft(free);
            BigInteger behind = first.add(BigInteger.ONE.shiftLeft(free));
            values.add(IpRange.text(range.bits(), first));
            if (behind.bitLength() <= range.bits()) {
                values.add(IpRange.text(range.bits(), behind));
            }
        }
    }
}
