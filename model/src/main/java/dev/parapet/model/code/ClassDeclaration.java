package dev.parapet.model.code;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class, interface, record, struct, enumeration or namespace; a statement where it is declared, an expression where it is a
 * value.
 *
 * @param head where its name stands, or its first character where it has none
 * @param name its name; null for a class without one
 * @param supers the classes and interfaces that it extends or implements, as far as they have names
 * @param decorators as of {@link FunctionDeclaration#decorators}
 * @param body its fields ({@link Statement.Declare} and assignments to variables that it declares), methods, inner classes and
 *     the code that runs when it is made
 */
public record ClassDeclaration(
        TextRange range,
        TextRange head,
        @Nullable String name,
        List<TypeName> supers,
        List<Expression> decorators,
        List<Statement> body)
        implements Statement, Expression {
    public ClassDeclaration {
        supers = List.copyOf(supers);
        decorators = List.copyOf(decorators);
        body = List.copyOf(body);
    }
}
