package dev.parapet.core.flow;

import dev.parapet.core.flow.scope.Decorators;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.ProjectValue;
import dev.parapet.core.flow.value.Values;
import dev.parapet.model.code.FunctionDeclaration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The context of <a href="https://aws.github.io/aws-durable-execution-docs/sdk-reference/">durable functions</a> in Python and
 * JavaScript: handlers that are decorated or wrapped are called with it, and so are the functions that its methods are given.
 */
final class DurableContext {
    private static final String PYTHON = "aws_durable_execution_sdk_python";
    private static final String JAVASCRIPT = "@aws/durable-execution-sdk-js";
    private static final String TYPE = "DurableContext";

    /** Methods that call what they are given with a context of its own. */
    private static final Set<String> WITH_CONTEXT = Set.of("parallel", "run_in_child_context", "runInChildContext");

    /** Methods that give what the function gives that they are given. */
    private static final Set<String> SAME = Set.of("run_in_child_context", "runInChildContext", "step");

    private DurableContext() {}

    /** The context that a handler is called with; null where it is no durable function's. */
    static @Nullable FlowValue of(FlowValue handler, FunctionDeclaration function) {
        if (isWrapped(handler)) {
            return in(JAVASCRIPT);
        }
        boolean decorated = function.decorators().stream().map(Decorators::name).anyMatch("durable_execution"::equals);
        return decorated ? in(PYTHON) : null;
    }

    private static FlowValue in(String library) {
        return new FlowValue.Instance(new FlowValue.Member(new FlowValue.Library(library), TYPE), List.of(), null);
    }

    private static boolean isWrapped(FlowValue handler) {
        return Values.alternatives(handler).stream()
                .anyMatch(it -> it instanceof FlowValue.Result result
                        && (result.of() instanceof FlowValue.Member method
                                        && method.name().equals("withDurableExecution")
                                || result.arguments().stream().anyMatch(argument -> isWrapped(argument.value()))));
    }

    static boolean is(FlowValue value) {
        return value instanceof FlowValue.Instance instance
                && instance.type() instanceof FlowValue.Member type
                && type.name().equals(TYPE)
                && type.of() instanceof FlowValue.Library library
                && (library.name().startsWith(PYTHON) || library.name().equals(JAVASCRIPT));
    }

    /** What a function is called with that a method of the context is given; nothing where that is not known. */
    static List<FlowArgument> given(FlowValue.Member method, List<FlowArgument> arguments, Fields fields) {
        FlowArgument context = new FlowArgument(null, method.of());
        if (WITH_CONTEXT.contains(method.name())) {
            return List.of(context);
        }
        if (!method.name().equals("map")) {
            return List.of();
        }
        // The name of the operation may come before the items.
        FlowValue items = arguments.getFirst().value() instanceof FlowValue.Text && arguments.size() > 2
                ? arguments.get(1).value()
                : arguments.getFirst().value();
        return List.of(context, new FlowArgument(null, fields.element(items)));
    }

    /** What a method of the context gives; null where that is not known. */
    static @Nullable FlowValue result(
            FlowValue.Member method, List<FlowArgument> arguments, FlowValue.Place place, Calls calls) {
        if (!is(method.of()) || !SAME.contains(method.name())) {
            return null;
        }
        for (FlowArgument argument : arguments) {
            if (argument.value() instanceof ProjectValue.FunctionValue) {
                boolean step = method.name().equals("step");
                FlowValue given = step ? new FlowValue.Unknown("it is the context of a step") : method.of();
                return calls.call(argument.value(), List.of(new FlowArgument(null, given)), place);
            }
        }
        // A function of Python that is decorated as a step is called before it is handed over.
        boolean python = method.name().equals("run_in_child_context") || isPython(method.of());
        return python && !arguments.isEmpty() ? arguments.getFirst().value() : null;
    }

    private static boolean isPython(FlowValue context) {
        return context instanceof FlowValue.Instance instance
                && instance.type() instanceof FlowValue.Member type
                && type.of() instanceof FlowValue.Library library
                && library.name().startsWith(PYTHON);
    }
}
