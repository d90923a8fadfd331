package dev.parapet.core.flow;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.Parameter;
import dev.parapet.model.code.Target;
import dev.parapet.model.code.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which argument of a call a parameter gets. */
final class Arguments {
    private Arguments() {}

    /** The argument for a parameter; null when there is none. */
    static @Nullable FlowValue of(
            Parameter parameter, int position, FunctionDeclaration function, List<FlowArgument> arguments) {
        if (parameter.target() instanceof Target.Rest rest) {
            return rest.keyed() ? named(function, arguments) : positional(position, arguments);
        }
        String name = name(parameter.target());
        int passed = 0;
        @Nullable FlowValue spread = null;
        for (FlowArgument argument : arguments) {
            if (argument.name() != null) {
                if (argument.name().equals(name)) {
                    return argument.value();
                }
            } else if (argument.spread()) {
                spread = argument.value();
            } else if (passed++ == position && spread == null) {
                return argument.value();
            }
        }
        return spread == null ? null : new FlowValue.Item(spread, name == null ? null : new FlowValue.Text(name));
    }

    private static FlowValue positional(int from, List<FlowArgument> arguments) {
        List<FlowValue> rest = new ArrayList<>();
        int passed = 0;
        for (FlowArgument argument : arguments) {
            if (argument.name() == null && (passed++ >= from || argument.spread())) {
                rest.add(argument.spread() ? new FlowValue.Item(argument.value(), null) : argument.value());
            }
        }
        return new FlowValue.ListOf(rest);
    }

    private static FlowValue named(FunctionDeclaration function, List<FlowArgument> arguments) {
        Set<String> own = names(function);
        List<FlowArgument> rest = new ArrayList<>();
        for (FlowArgument argument : arguments) {
            if (argument.spread() || argument.name() != null && !own.contains(argument.name())) {
                rest.add(argument);
            }
        }
        return new FlowValue.MapOf(rest);
    }

    /** The names of parameters. */
    static Set<String> names(FunctionDeclaration function) {
        Set<String> names = new HashSet<>();
        for (Parameter parameter : function.parameters()) {
            String name = name(parameter.target());
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    private static @Nullable String name(Target target) {
        return switch (target) {
            case Target.Variable variable -> variable.name();
            case Target.WithDefault it -> name(it.target());
            case Target.ListPattern ignored -> null;
            case Target.MapPattern ignored -> null;
            case Target.Member ignored -> null;
            case Target.Item ignored -> null;
            case Target.Rest ignored -> null;
            case Target.Unknown ignored -> null;
        };
    }

    /** The type that the source states of a parameter. */
    static @Nullable TypeName type(Target target) {
        return switch (target) {
            case Target.Variable variable -> variable.type();
            case Target.WithDefault it -> type(it.target());
            case Target.ListPattern ignored -> null;
            case Target.MapPattern ignored -> null;
            case Target.Member ignored -> null;
            case Target.Item ignored -> null;
            case Target.Rest ignored -> null;
            case Target.Unknown ignored -> null;
        };
    }
}
