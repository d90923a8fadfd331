package dev.parapet.core.flow;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.ProjectValue;
import dev.parapet.model.code.ClassDeclaration;
import dev.parapet.model.code.Language;
import dev.parapet.model.code.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What fields are given where an object is made. */
final class InitialFields {
    private InitialFields() {}

    /** What a field is given by the expression that makes an object; null where it is none, or the constructor gets it. */
    static @Nullable FlowValue of(
            ProjectValue.ClassValue type, String name, List<FlowArgument> arguments, Evaluator evaluator) {
        ProjectValue.FunctionValue constructor = arguments.isEmpty() ? null : Constructors.of(type, evaluator);
        for (FlowArgument argument : arguments) {
            boolean parameter = constructor != null
                    && Arguments.names(constructor.function()).contains(name);
            if (name.equals(argument.name()) && !parameter) {
                return argument.value();
            }
        }
        int position = type.scope().file().language() == Language.GO ? position(type.type(), name) : -1;
        return position >= 0
                        && position < arguments.size()
                        && arguments.get(position).name() == null
                ? arguments.get(position).value()
                : null;
    }

    /** The position of a field among those of a struct; -1 where it has none of the name. */
    private static int position(ClassDeclaration type, String field) {
        int position = 0;
        for (Statement statement : type.body()) {
            if (statement instanceof Statement.Declare it) {
                if (it.variable().name().equals(field)) {
                    return position;
                }
                position++;
            }
        }
        return -1;
    }
}
