package dev.parapet.core.flow.scope;

import dev.parapet.model.code.ClassDeclaration;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.Parameter;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.TypeName;
import java.util.List;

/** One reason why a name stands for something. */
public sealed interface Binding {
    /**
     * It is assigned.
     *
     * @param value the expression, evaluated in {@code scope}
     * @param steps which part of the value it gets
     */
    record Assigned(Expression value, Scope scope, List<Step> steps) implements Binding {
        public Assigned {
            steps = List.copyOf(steps);
        }
    }

    /**
     * It is a parameter.
     *
     * @param scope the scope of the function
     * @param position among all parameters that callers give, counted from 0
     * @param steps which part of the argument it gets
     */
    record OfParameter(FunctionDeclaration function, Scope scope, int position, Parameter parameter, List<Step> steps)
            implements Binding {
        public OfParameter {
            steps = List.copyOf(steps);
        }
    }

    /** It is a parameter that was given no argument. */
    record Default(Expression value, Scope scope) implements Binding {}

    /** It is imported. */
    record Imported(Statement.Import statement, Scope scope) implements Binding {}

    /** It is a function. */
    record OfFunction(FunctionDeclaration function, Scope scope) implements Binding {}

    /** It is a class. */
    record OfClass(ClassDeclaration type, Scope scope) implements Binding {}

    /** Its type is declared. */
    record Typed(TypeName type, Scope scope) implements Binding {}

    /** It gets something that cannot be followed: an exception that is caught. */
    record Opaque(String reason) implements Binding {}
}
