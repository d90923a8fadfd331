package dev.parapet.model.code;

import java.util.List;

/**
 * A parameter of a function.
 *
 * @param target what the argument is put into: a variable with the stated type, a pattern, {@link Target.WithDefault},
 *     {@link Target.Rest}
 * @param decorators its annotations, as {@link FunctionDeclaration#decorators}
 */
public record Parameter(Target target, List<Expression> decorators) {
    public Parameter {
        decorators = List.copyOf(decorators);
    }
}
