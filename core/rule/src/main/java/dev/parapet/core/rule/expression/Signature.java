package dev.parapet.core.rule.expression;

/**
 * A function that expressions may call, {@code name(a, b)}.
 *
 * @param name its name
 * @param arity how many arguments it takes
 * @param predicate whether it answers true or false; else anything
 */
public record Signature(String name, int arity, boolean predicate) {
    /** A function that gives any value. */
    public static Signature of(String name, int arity) {
        return new Signature(name, arity, false);
    }

    /** A function that answers true or false. */
    public static Signature predicate(String name, int arity) {
        return new Signature(name, arity, true);
    }
}
