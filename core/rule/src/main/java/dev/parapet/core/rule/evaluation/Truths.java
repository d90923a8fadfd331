package dev.parapet.core.rule.evaluation;

import org.jspecify.annotations.Nullable;

/** The logic of three values and of mistakes, after CEL: what decides wins over what is unknown, which wins over a mistake. */
public final class Truths {
    private Truths() {}

    /** A datum where true or false is asked for: a template's {@code "true"} is true, what is absent is false. */
    public static Datum of(Datum datum) {
        return switch (datum) {
            case Datum.Bool bool -> bool;
            case Datum.Unknown unknown -> unknown;
            case Datum.Failure failure -> failure;
            case Datum.Null(Basis basis) -> new Datum.Bool(false, basis);
            case Datum.Partial partial -> new Datum.Unknown(Missing.of(partial.value()), true, partial.basis());
            case Datum.Text(String text, Basis basis) -> {
                Boolean bool = bool(text);
                yield bool == null
                        ? new Datum.Failure("the text \"" + Shown.shorten(text) + "\" stands where true or false must")
                        : new Datum.Bool(bool, basis);
            }
            case Datum.Int ignored -> new Datum.Failure("a number stands where true or false must");
            case Datum.Real ignored -> new Datum.Failure("a number stands where true or false must");
            case Datum.Listing ignored -> new Datum.Failure("a list stands where true or false must");
            case Datum.Structure ignored -> new Datum.Failure("a mapping stands where true or false must");
            case Datum.Dictionary ignored -> new Datum.Failure("a mapping stands where true or false must");
            case Datum.Item ignored -> new Datum.Failure("a node stands where true or false must");
        };
    }

    /** What CloudFormation takes a text for where it wants true or false; null when neither. */
    static @Nullable Boolean bool(String text) {
        if (text.equalsIgnoreCase("true")) {
            return true;
        }
        return text.equalsIgnoreCase("false") ? Boolean.FALSE : null;
    }

    public static boolean isTrue(Datum datum) {
        return datum instanceof Datum.Bool bool && bool.value();
    }

    public static boolean isFalse(Datum datum) {
        return datum instanceof Datum.Bool bool && !bool.value();
    }

    /** Both; neither is what would decide alone. */
    public static Datum and(Datum left, Datum right) {
        if (isFalse(left)) {
            return left;
        }
        if (isFalse(right)) {
            return right;
        }
        Datum undecided = undecided(left, right);
        return undecided != null ? undecided : new Datum.Bool(true, Basis.both(left.basis(), right.basis()));
    }

    /** Either. */
    public static Datum or(Datum left, Datum right) {
        if (isTrue(left)) {
            return left;
        }
        if (isTrue(right)) {
            return right;
        }
        Datum undecided = undecided(left, right);
        return undecided != null ? undecided : new Datum.Bool(false, Basis.both(left.basis(), right.basis()));
    }

    private static @Nullable Datum undecided(Datum left, Datum right) {
        if (left instanceof Datum.Unknown first) {
            return right instanceof Datum.Unknown second ? Datum.Unknown.both(first, second) : first;
        }
        if (right instanceof Datum.Unknown) {
            return right;
        }
        if (left instanceof Datum.Failure) {
            return left;
        }
        return right instanceof Datum.Failure ? right : null;
    }

    public static Datum not(Datum operand) {
        return operand instanceof Datum.Bool(boolean value, Basis basis) ? new Datum.Bool(!value, basis) : operand;
    }
}
