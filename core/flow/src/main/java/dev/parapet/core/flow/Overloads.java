package dev.parapet.core.flow;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.ProjectValue;
import dev.parapet.core.flow.value.Values;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.Language;
import dev.parapet.model.code.Parameter;
import dev.parapet.model.code.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * Of methods of one name those that a call can mean, by how many parameters they have. Where none fits, all are kept. A field of
 * the same name as a method is none.
 */
final class Overloads {
    private Overloads() {}

    /** What a call of {@code callee} with these arguments can mean. */
    static FlowValue of(FlowValue callee, List<FlowArgument> arguments) {
        if (!(callee instanceof FlowValue.Either)) {
            return callee;
        }
        List<FlowValue> fitting = new ArrayList<>();
        boolean methods = false;
        for (FlowValue it : Values.alternatives(callee)) {
            boolean method = isMethod(it);
            methods |= method;
            if (!method || fits(((ProjectValue.FunctionValue) it).function(), arguments)) {
                fitting.add(it);
            }
        }
        if (!methods) {
            return callee;
        }
        if (fitting.stream().anyMatch(Overloads::isMethod)) {
            fitting.removeIf(it -> !isMethod(it));
            return Values.either(fitting);
        }
        return callee;
    }

    /** A field's value without the methods that have its name; where there are only methods, these. */
    static FlowValue field(FlowValue value) {
        if (!(value instanceof FlowValue.Either)) {
            return value;
        }
        List<FlowValue> fields =
                Values.alternatives(value).stream().filter(it -> !isMethod(it)).toList();
        return fields.isEmpty() ? value : Values.either(fields);
    }

    private static boolean isMethod(FlowValue value) {
        return value instanceof ProjectValue.FunctionValue function
                && function.function().name() != null
                && (function.scope().file().language() == Language.JAVA
                        || function.scope().file().language() == Language.CSHARP);
    }

    /** Whether a function takes so many arguments. */
    static boolean fits(FunctionDeclaration function, List<FlowArgument> arguments) {
        List<Parameter> parameters = function.parameters();
        boolean open = !parameters.isEmpty() && parameters.getLast().target() instanceof Target.Rest;
        return open ? arguments.size() >= parameters.size() - 1 : arguments.size() == parameters.size();
    }
}
