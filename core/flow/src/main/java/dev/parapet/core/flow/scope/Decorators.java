package dev.parapet.core.flow.scope;

import dev.parapet.model.code.Expression;

/** Decorators, annotations and attributes, by the last part of their names. */
public final class Decorators {
    private Decorators() {}

    /** The name of a decorator, whatever it is given: {@code get} of {@code @app.get("/")}; empty for what has none. */
    public static String name(Expression decorator) {
        return switch (decorator) {
            case Expression.Name it -> it.name();
            case Expression.Call it -> name(it.callee());
            case Expression.Field it -> it.name();
            default -> "";
        };
    }
}
