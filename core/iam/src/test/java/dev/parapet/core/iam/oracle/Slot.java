package dev.parapet.core.iam.oracle;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.CharSort;
import com.microsoft.z3.Context;
import com.microsoft.z3.IntExpr;
import com.microsoft.z3.Model;
import com.microsoft.z3.SeqExpr;
import dev.parapet.core.iam.policy.Operator.Comparison;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.policy.Token;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One value of a condition key, of the sort that the key's operators compare (<a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition operators</a>).
 * A value that is none of its sort satisfies neither an operator nor its opposite.
 */
sealed interface Slot {
    /** Whether a value of the policy and this one are what the comparison compares. */
    BoolExpr comparable(Comparison comparison, TextPattern pattern);

    /** Whether they match, as if the operator were not negated. */
    BoolExpr matches(Comparison comparison, TextPattern pattern);

    /** The value in a solution. */
    String read(Model model);

    /** What a variable says of the value. */
    default SeqExpr<CharSort> text() {
        throw new Texts.NotEncoded("a variable that is no text");
    }

    /** A text. */
    record Text(Context z3, Texts texts, SeqExpr<CharSort> value, Variables variables) implements Slot {
        @Override
        public BoolExpr comparable(Comparison comparison, TextPattern pattern) {
            return variables.valued(pattern.tokens());
        }

        @Override
        public BoolExpr matches(Comparison comparison, TextPattern pattern) {
            boolean ignoreCase = comparison == Comparison.STRING_EQUALS_IGNORE_CASE
                    || comparison == Comparison.STRING_NOT_EQUALS_IGNORE_CASE;
            return Variables.standIn(pattern.tokens()) && !ignoreCase
                    ? texts.isOf(pattern.tokens(), value, variables.texts(pattern.tokens()))
                    : texts.isOf(pattern.tokens(), value, ignoreCase);
        }

        @Override
        public String read(Model model) {
            return model.eval(value, true).getString();
        }

        @Override
        public SeqExpr<CharSort> text() {
            return value;
        }
    }

    /** {@code true}, {@code false} (0, 1) or something else. */
    record Truth(Context z3, IntExpr value) implements Slot {
        private static final List<String> WORDS = List.of("true", "false");

        @Override
        public BoolExpr comparable(Comparison comparison, TextPattern pattern) {
            return z3.mkAnd(
                    z3.mkBool(WORDS.contains(word(pattern))),
                    z3.mkOr(z3.mkEq(value, z3.mkInt(0)), z3.mkEq(value, z3.mkInt(1))));
        }

        @Override
        public BoolExpr matches(Comparison comparison, TextPattern pattern) {
            return z3.mkEq(value, z3.mkInt(WORDS.indexOf(word(pattern))));
        }

        private static String word(TextPattern pattern) {
            return pattern.text().toLowerCase(Locale.ROOT);
        }

        @Override
        public String read(Model model) {
            int at = Integer.parseInt(model.eval(value, true).toString());
            return at == 0 || at == 1 ? WORDS.get(at) : "neither";
        }
    }

    /** A number or a point of time, counted in small units, or something else. */
    record Count(Context z3, BoolExpr isOne, IntExpr value, boolean date) implements Slot {
        @Override
        public BoolExpr comparable(Comparison comparison, TextPattern pattern) {
            return z3.mkAnd(isOne, z3.mkBool(wanted(pattern) != null));
        }

        @Override
        public BoolExpr matches(Comparison comparison, TextPattern pattern) {
            BigInteger wanted = wanted(pattern);
            if (wanted == null) {
                return z3.mkFalse();
            }
            IntExpr number = z3.mkInt(wanted.toString());
            String word = comparison.word();
            return word.endsWith("LessThan")
                    ? z3.mkLt(value, number)
                    : word.endsWith("LessThanEquals")
                            ? z3.mkLe(value, number)
                            : word.endsWith("GreaterThan")
                                    ? z3.mkGt(value, number)
                                    : word.endsWith("GreaterThanEquals")
                                            ? z3.mkGe(value, number)
                                            : z3.mkEq(value, number);
        }

        /** Hundredths, or milliseconds since 1970. */
        private @Nullable BigInteger wanted(TextPattern pattern) {
            String text = pattern.text();
            if (!date) {
                return text.matches("[-+]?[0-9.]+")
                        ? new BigDecimal(text).movePointRight(2).toBigIntegerExact()
                        : null;
            }
            if (!Character.isDigit(text.charAt(0))) {
                return null;
            }
            Instant at = text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : text.length() == 4
                            ? LocalDate.of(Integer.parseInt(text), 1, 1)
                                    .atStartOfDay()
                                    .toInstant(ZoneOffset.UTC)
                            : Instant.ofEpochSecond(Long.parseLong(text));
            return BigInteger.valueOf(at.toEpochMilli());
        }

        @Override
        public String read(Model model) {
            if (model.eval(isOne, true).isFalse()) {
                return "something";
            }
            BigInteger at = new BigInteger(model.eval(value, true).toString());
            return date ? Instant.ofEpochMilli(at.longValueExact()).toString() : new BigDecimal(at, 2).toPlainString();
        }
    }

    /** An address of version 4 or 6, or something else. */
    record Address(Context z3, BoolExpr isOne, BoolExpr isSix, IntExpr value) implements Slot {
        @Override
        public BoolExpr comparable(Comparison comparison, TextPattern pattern) {
            return z3.mkAnd(isOne, z3.mkBool(isRange(pattern)));
        }

        private static boolean isRange(TextPattern pattern) {
            return pattern.text().matches("[0-9.]+(/[0-9]+)?|[0-9a-f]*:[0-9a-f:]*(/[0-9]+)?");
        }

        @Override
        public BoolExpr matches(Comparison comparison, TextPattern pattern) {
            if (!isRange(pattern)) {
                return z3.mkFalse();
            }
            String[] parts = pattern.text().split("/", -1);
            byte[] address = bytes(parts[0]);
            int free = address.length * 8 - (parts.length == 1 ? address.length * 8 : Integer.parseInt(parts[1]));
            BigInteger size = BigInteger.TWO.pow(free);
            BigInteger first = new BigInteger(1, address).divide(size).multiply(size);
            return z3.mkAnd(
                    z3.mkEq(isSix, z3.mkBool(address.length == 16)),
                    z3.mkGe(value, z3.mkInt(first.toString())),
                    z3.mkLt(value, z3.mkInt(first.add(size).toString())));
        }

        private static byte[] bytes(String literal) {
            try {
                return InetAddress.getByName(literal).getAddress();
            } catch (UnknownHostException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public String read(Model model) {
            if (model.eval(isOne, true).isFalse()) {
                return "somewhere";
            }
            BigInteger at = new BigInteger(model.eval(value, true).toString());
            boolean six = model.eval(isSix, true).isTrue();
            List<String> groups = new ArrayList<>();
            for (int left = six ? 112 : 24; left >= 0; left -= six ? 16 : 8) {
                BigInteger group = at.shiftRight(left).mod(BigInteger.valueOf(six ? 65536 : 256));
                groups.add(group.toString(six ? 16 : 10));
            }
            return String.join(six ? ":" : ".", groups);
        }
    }

    /** An ARN of six parts, or something else. */
    record Arn(Context z3, Texts texts, BoolExpr isOne, List<SeqExpr<CharSort>> parts) implements Slot {
        @Override
        public BoolExpr comparable(Comparison comparison, TextPattern pattern) {
            return z3.mkAnd(isOne, z3.mkBool(Parts.of(pattern.tokens()).size() == parts.size()));
        }

        @Override
        public BoolExpr matches(Comparison comparison, TextPattern pattern) {
            List<List<Token>> wanted = Parts.of(pattern.tokens());
            if (wanted.size() < parts.size()) {
                return z3.mkFalse();
            }
            BoolExpr all = z3.mkTrue();
            for (int i = 0; i < parts.size(); i++) {
                all = z3.mkAnd(all, texts.isOf(wanted.get(i), parts.get(i), false));
            }
            return all;
        }

        @Override
        public String read(Model model) {
            if (model.eval(isOne, true).isFalse()) {
                return "thing";
            }
            return String.join(
                    ":",
                    parts.stream()
                            .map(part -> model.eval(part, true).getString())
                            .toList());
        }
    }
}
