package dev.parapet.model.code;

import org.jspecify.annotations.Nullable;

/**
 * An argument of a call.
 *
 * @param name the name of the parameter, field or property that it is for; null where its position says that
 * @param value the value; {@link Expression.Spread} where a list or map stands for several arguments
 */
public record Argument(@Nullable String name, Expression value) {
    /** Stands as the name of a type that a call is given, where it is known to matter: no parameter can have it. */
    public static final String TYPE = "<>";
}
