package dev.parapet.model.code;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A function, method, constructor, lambda or accessor; a statement where it is declared, an expression where it is a value.
 *
 * @param head where its name stands, or its first character where it has none
 * @param name its name; null for a function without one. Declared by a statement, the name belongs to what is around as if it
 *     were assigned there
 * @param owner the type whose method this is, where it is declared outside of it (Go); null elsewhere
 * @param parameters its parameters, without the one that stands for the object itself ({@code self}), which is
 *     {@link Expression.This}
 * @param returns the type that the source states
 * @param decorators its decorators, annotations or attributes, in the order of the text: {@code @app.get("/")} and
 *     {@code @Logging(logEvent = true)} are calls, {@code @staticmethod} is a name
 * @param body what it does; of {@code x => x + 1}, a return
 */
public record FunctionDeclaration(
        TextRange range,
        TextRange head,
        @Nullable String name,
        @Nullable TypeName owner,
        Set<Modifier> modifiers,
        List<Parameter> parameters,
        @Nullable TypeName returns,
        List<Expression> decorators,
        List<Statement> body)
        implements Statement, Expression {
    public FunctionDeclaration {
        modifiers = Set.copyOf(modifiers);
        parameters = List.copyOf(parameters);
        decorators = List.copyOf(decorators);
        body = List.copyOf(body);
    }

    /** Whether it is all that {@code modifier} says. */
    public boolean is(Modifier modifier) {
        return modifiers.contains(modifier);
    }

    /** What more a function can be. */
    public enum Modifier {
        /** Its result is a promise, task or coroutine of what it returns. */
        ASYNC,
        /** It gives values by {@link Expression.Yield}. */
        GENERATOR,
        /** It makes an object of the class around: {@code __init__}, {@code constructor}, a Java constructor. */
        CONSTRUCTOR,
        /** It belongs to the class and not to an object. */
        STATIC,
        /** It is called by reading a field of its name. */
        GETTER,
        /** It is called by assigning to a field of its name. */
        SETTER
    }
}
