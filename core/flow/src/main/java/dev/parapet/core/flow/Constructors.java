package dev.parapet.core.flow;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.ProjectValue;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.FunctionDeclaration.Modifier;
import dev.parapet.model.code.Language;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.TypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Constructors of classes of the project, their own or inherited. */
final class Constructors {
    /** Classes above one another. */
    private static final int MAXIMUM_HEIGHT = 16;

    private Constructors() {}

    /** The constructor of a class, its own or inherited; null where it has none. */
    static ProjectValue.@Nullable FunctionValue of(ProjectValue.ClassValue type, Evaluator evaluator) {
        return of(type, null, evaluator, 0);
    }

    /** The constructor that takes as many arguments, where there is one of that, or another. */
    static ProjectValue.@Nullable FunctionValue of(
            ProjectValue.ClassValue type, List<FlowArgument> arguments, Evaluator evaluator) {
        ProjectValue.FunctionValue found = of(type, arguments, evaluator, 0);
        return found == null ? of(type, null, evaluator, 0) : found;
    }

    private static ProjectValue.@Nullable FunctionValue of(
            ProjectValue.ClassValue type, @Nullable List<FlowArgument> arguments, Evaluator evaluator, int height) {
        boolean csharp = type.scope().file().language() == Language.CSHARP;
        boolean java = JavaNames.applies(type.scope()) || csharp;
        boolean own = false;
        for (Statement statement : type.type().body()) {
            if (statement instanceof FunctionDeclaration function && function.is(Modifier.CONSTRUCTOR)) {
                own = java;
                boolean fits = arguments == null
                        || (csharp ? CSharpFunctions.fits(function, arguments) : Overloads.fits(function, arguments));
                if (!java || fits) {
                    return new ProjectValue.FunctionValue(
                            function, type.scope().scopes().of(function), null, null);
                }
            }
        }
        if (own) {
            return null;
        }
        for (TypeName above : height < MAXIMUM_HEIGHT ? type.type().supers() : List.<TypeName>of()) {
            if (ClassScopes.above(type, above, evaluator) instanceof ProjectValue.ClassValue it) {
                ProjectValue.FunctionValue found = of(it, arguments, evaluator, height + 1);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
