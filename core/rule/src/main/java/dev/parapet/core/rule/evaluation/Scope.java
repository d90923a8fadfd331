package dev.parapet.core.rule.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * The variables that an expression sees, the innermost first.
 *
 * @param name a variable
 * @param value what it stands for
 * @param outer the variables around
 */
public record Scope(String name, Datum value, @Nullable Scope outer) {
    /** The value of a variable, or null when there is none. */
    @Nullable
    Datum find(String wanted) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (scope.name.equals(wanted)) {
                return scope.value;
            }
        }
        return null;
    }
}
