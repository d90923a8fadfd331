package dev.parapet.core.rule.evaluation;

import dev.parapet.model.Decimal;
import dev.parapet.model.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Equality and order. As in CEL, data of different types are unequal and numbers compare by their value; besides, a template's
 * text {@code "5"} equals the number 5 and {@code "true"} equals true, for CloudFormation takes either.
 */
public final class Comparison {
    private static final int DEPTH = 100;

    private Comparison() {}

    /** Whether two data are equal: a {@link Datum.Bool}, or not known, or a failure. */
    public static Datum equal(Datum left, Datum right, Evaluation evaluation) {
        return equal(left, right, evaluation, 0);
    }

    private static Datum equal(Datum left, Datum right, Evaluation evaluation, int depth) {
        evaluation.step(1);
        if (left instanceof Datum.Failure) {
            return left;
        }
        if (right instanceof Datum.Failure) {
            return right;
        }
        if (depth > DEPTH) {
            return new Datum.Failure("the values are nested too deeply to be compared");
        }
        Basis basis = Basis.both(left.basis(), right.basis());
        if (left instanceof Datum.Null || right instanceof Datum.Null) {
            if (left instanceof Datum.Null && right instanceof Datum.Null) {
                return new Datum.Bool(true, basis);
            }
            Datum other = left instanceof Datum.Null ? right : left;
            return other instanceof Datum.Unknown unknown && !unknown.present()
                    ? unknown
                    : new Datum.Bool(false, basis);
        }
        if (left instanceof Datum.Unknown first) {
            return right instanceof Datum.Unknown second ? Datum.Unknown.both(first, second) : first;
        }
        if (right instanceof Datum.Unknown) {
            return right;
        }
        if (left instanceof Datum.Partial partial) {
            return partial(partial, right, basis);
        }
        if (right instanceof Datum.Partial partial) {
            return partial(partial, left, basis);
        }
        if (left instanceof Datum.Listing(List<Datum> lefts, Basis ignored)
                && right instanceof Datum.Listing(List<Datum> rights, Basis ignored2)) {
            if (lefts.size() != rights.size()) {
                return new Datum.Bool(false, basis);
            }
            Datum all = new Datum.Bool(true, basis);
            for (int i = 0; i < lefts.size() && !Truths.isFalse(all); i++) {
                all = Truths.and(all, equal(lefts.get(i), rights.get(i), evaluation, depth + 1));
            }
            return all instanceof Datum.Bool bool ? new Datum.Bool(bool.value(), basis) : all;
        }
        if (isMap(left) && isMap(right)) {
            Map<Object, Datum> lefts = Maps.entries(left, evaluation);
            Map<Object, Datum> rights = Maps.entries(right, evaluation);
            if (!lefts.keySet().equals(rights.keySet())) {
                return new Datum.Bool(false, basis);
            }
            Datum all = new Datum.Bool(true, basis);
            for (Map.Entry<Object, Datum> entry : lefts.entrySet()) {
                Datum other = rights.get(entry.getKey());
                if (other != null) {
                    all = Truths.and(all, equal(entry.getValue(), other, evaluation, depth + 1));
                }
            }
            return all instanceof Datum.Bool bool ? new Datum.Bool(bool.value(), basis) : all;
        }
        return new Datum.Bool(scalars(left, right), basis);
    }

    private static boolean isMap(Datum datum) {
        return datum instanceof Datum.Structure || datum instanceof Datum.Dictionary;
    }

    private static boolean scalars(Datum left, Datum right) {
        if (left instanceof Datum.Text(String first, Basis ignored)) {
            return switch (right) {
                case Datum.Text(String second, Basis ignored2) -> first.equals(second);
                case Datum.Bool bool -> Boolean.valueOf(bool.value()).equals(Truths.bool(first));
                case Datum.Int whole -> isNumber(first, Decimal.of(whole.value()));
                case Datum.Real real ->
                    Double.isFinite(real.value()) && isNumber(first, Decimal.of(BigDecimal.valueOf(real.value())));
                default -> false;
            };
        }
        if (right instanceof Datum.Text) {
            return scalars(right, left);
        }
        if (left instanceof Datum.Bool first && right instanceof Datum.Bool second) {
            return first.value() == second.value();
        }
        if (left instanceof Datum.Item first && right instanceof Datum.Item second) {
            return first.node().id().equals(second.node().id());
        }
        if (left instanceof Datum.Int first && right instanceof Datum.Int second) {
            return first.value() == second.value();
        }
        Integer order = numbers(left, right);
        return order != null && order == 0;
    }

    private static boolean isNumber(String text, Decimal number) {
        Decimal read = number(text);
        return read != null && read.compareTo(number) == 0;
    }

    /** The number that a text is, or null. */
    static @Nullable Decimal number(String text) {
        if (text.isEmpty() || text.length() > 40 || !Character.isDigit(text.charAt(text.length() - 1))) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9') && c != '.' && !(i == 0 && (c == '-' || c == '+'))) {
                return null;
            }
        }
        try {
            return Decimal.parse(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** The order of two numbers; null when one is none, or not a number at all. */
    private static @Nullable Integer numbers(Datum left, Datum right) {
        if (left instanceof Datum.Int first && right instanceof Datum.Int second) {
            return Long.compare(first.value(), second.value());
        }
        Decimal first = decimal(left);
        Decimal second = decimal(right);
        if (first != null && second != null) {
            return first.compareTo(second);
        }
        double one = real(left);
        double other = real(right);
        if (Double.isNaN(one) || Double.isNaN(other)) {
            return null;
        }
        return Double.compare(one, other);
    }

    private static @Nullable Decimal decimal(Datum datum) {
        return switch (datum) {
            case Datum.Int whole -> Decimal.of(whole.value());
            case Datum.Real real -> Double.isFinite(real.value()) ? Decimal.of(new BigDecimal(real.value())) : null;
            case Datum.Text text -> number(text.text());
            default -> null;
        };
    }

    private static double real(Datum datum) {
        return switch (datum) {
            case Datum.Int whole -> (double) whole.value();
            case Datum.Real real -> real.value();
            default -> Double.NaN;
        };
    }

    private static Datum partial(Datum.Partial partial, Datum other, Basis basis) {
        return switch (other) {
            case Datum.Text(String text, Basis ignored) -> {
                Boolean is = PartialText.is(partial.value(), text);
                yield is == null
                        ? new Datum.Unknown(Missing.of(partial.value()), true, basis)
                        : new Datum.Bool(is, basis);
            }
            case Datum.Partial(Value value, Basis ignored) -> {
                Boolean same = PartialText.same(partial.value(), value);
                yield same != null
                        ? new Datum.Bool(same, basis)
                        : Datum.Unknown.both(
                                new Datum.Unknown(Missing.of(partial.value()), true, basis),
                                new Datum.Unknown(Missing.of(value), true, Basis.NONE));
            }
            // An attribute may turn out to be a list, a number or a truth value.
            default ->
                partial.value() instanceof Value.Composed
                                && !(other instanceof Datum.Int
                                        || other instanceof Datum.Real
                                        || other instanceof Datum.Bool)
                        ? new Datum.Bool(false, basis)
                        : new Datum.Unknown(Missing.of(partial.value()), true, basis);
        };
    }

    /** How two data are ordered: an {@link Datum.Int} below, at or above 0, or not known, or a failure. */
    static Datum order(Datum left, Datum right) {
        if (left instanceof Datum.Failure) {
            return left;
        }
        if (right instanceof Datum.Failure) {
            return right;
        }
        Datum.Unknown first = Datum.unknown(left);
        Datum.Unknown second = Datum.unknown(right);
        if (first != null || second != null) {
            if (first != null && second != null) {
                return Datum.Unknown.both(first, second);
            }
            return first != null ? first : java.util.Objects.requireNonNull(second);
        }
        Basis basis = Basis.both(left.basis(), right.basis());
        if (left instanceof Datum.Text(String one, Basis ignored)
                && right instanceof Datum.Text(String other, Basis ignored2)) {
            return new Datum.Int(codePoints(one, other), basis);
        }
        if (left instanceof Datum.Bool one && right instanceof Datum.Bool other) {
            return new Datum.Int(Boolean.compare(one.value(), other.value()), basis);
        }
        Integer order = numbers(left, right);
        if (order != null) {
            return new Datum.Int(order, basis);
        }
        if (left instanceof Datum.Null || right instanceof Datum.Null) {
            return new Datum.Failure("what is absent is neither below nor above anything; ask for null first");
        }
        return new Datum.Failure("these two cannot be put in an order: " + Shown.of(left) + " and " + Shown.of(right));
    }

    private static int codePoints(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char one = left.charAt(i);
            char other = right.charAt(i);
            if (one != other) {
                boolean surrogate = Character.isSurrogate(one);
                // A surrogate stands for a code point above all that need none.
                return surrogate == Character.isSurrogate(other) ? Character.compare(one, other) : surrogate ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    /** The items that the lists compare, used by {@code in}. */
    static Datum in(Datum wanted, List<Datum> items, Evaluation evaluation) {
        Datum found = new Datum.Bool(false, wanted.basis());
        List<Datum> matches = new ArrayList<>();
        for (Datum item : items) {
            Datum equal = equal(wanted, item, evaluation);
            if (Truths.isTrue(equal)) {
                matches.add(item);
            } else if (matches.isEmpty()) {
                found = Truths.or(found, equal);
            }
        }
        if (!matches.isEmpty()) {
            Basis basis = Basis.NONE;
            for (Datum match : matches) {
                basis = Basis.both(basis, match.basis());
            }
            return new Datum.Bool(true, Basis.both(wanted.basis(), basis));
        }
        return found instanceof Datum.Bool ? new Datum.Bool(false, wanted.basis()) : found;
    }
}
