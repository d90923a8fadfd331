package dev.parapet.core.flow;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.FlowValue.Place;
import dev.parapet.core.flow.value.ProjectValue;
import dev.parapet.core.flow.value.Values;
import dev.parapet.model.code.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The functions of languages and their libraries that must be known to follow values: of the environment, of lists and texts. */
final class KnownFunctions {
    /** Functions that give an environment variable by its name. */
    private static final Set<String> ENVIRONMENT = Set.of(
            "os.getenv",
            "os.environ.get",
            "os.Getenv",
            "os.LookupEnv",
            "System.getenv",
            "java.lang.System.getenv",
            "Environment.GetEnvironmentVariable",
            "System.Environment.GetEnvironmentVariable");

    /** Functions that give what they are given, in another form. */
    private static final Set<String> SAME = Set.of(
            "Promise.resolve",
            "Promise.all",
            "Promise.allSettled",
            "Promise.any",
            "Promise.race",
            "Object.freeze",
            "Array.from",
            "str",
            "String",
            "list",
            "tuple",
            "set",
            "frozenset",
            "sorted",
            "reversed",
            "iter",
            "functools.partial",
            "asyncio.run",
            "copy.deepcopy",
            "structuredClone");

    private final Evaluator evaluator;

    KnownFunctions(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** What the call gives; null when nothing more is known of it than that it is one. */
    @Nullable
    FlowValue call(FlowValue callee, List<FlowArgument> arguments, Place place) {
        FlowValue first = arguments.isEmpty() ? null : arguments.getFirst().value();
        if (callee instanceof FlowValue.Member method) {
            FlowValue java = place.file().language() == Language.JAVA
                    ? JavaFunctions.ofMethod(method, arguments, place, evaluator)
                    : null;
            if (java != null) {
                return java;
            }
            FlowValue durable = DurableContext.result(method, arguments, place, evaluator.calls());
            FlowValue model = durable == null ? Models.ofMethod(method, first) : durable;
            FlowValue value = model == null ? ofMethod(method, arguments, place) : model;
            if (value != null) {
                return value;
            }
        }
        if (!isFunction(callee)) {
            return null;
        }
        String name = callee.text();
        if (first != null && ENVIRONMENT.contains(name)) {
            FlowValue variable = Values.each(
                    first,
                    it -> it instanceof FlowValue.Text text
                            ? new FlowValue.Environment(text.value())
                            : new FlowValue.Unknown("the name of the environment variable is computed"));
            return name.equals("os.LookupEnv")
                    ? new FlowValue.ListOf(List.of(variable, new FlowValue.Unknown("whether the variable is set")))
                    : variable;
        }
        if (SAME.contains(name) || GoFunctions.isSame(name)) {
            return first;
        }
        FlowValue model = Models.call(name, arguments);
        return model != null
                ? model
                : switch (name) {
                    case "require", "import", "importlib.import_module" ->
                        first instanceof FlowValue.Text module
                                ? evaluator.modules().module(module.value(), place.file())
                                : null;
                    case "getattr" ->
                        arguments.size() > 1
                                        && first != null
                                        && arguments.get(1).value() instanceof FlowValue.Text field
                                ? evaluator.fields().field(first, field.value())
                                : null;
                    case "dict" ->
                        arguments.isEmpty() || first instanceof FlowValue.MapOf ? merged(arguments) : named(arguments);
                    case "Object.assign" -> merged(arguments);
                    case "asyncio.gather" ->
                        new FlowValue.ListOf(
                                arguments.stream().map(FlowArgument::value).toList());
                    case "os.path.join", "path.join" ->
                        Formats.join(
                                "/", arguments.stream().map(FlowArgument::value).toList());
                    default -> {
                        if (place.file().language() == Language.JAVA) {
                            yield JavaFunctions.call(name, arguments);
                        }
                        FlowValue value = GoFunctions.call(name, arguments);
                        yield value == null ? CSharpFunctions.call(name, arguments) : value;
                    }
                };
    }

    /** Whether it is a function of a library or global, and not what a call gives. */
    private static boolean isFunction(FlowValue callee) {
        return switch (callee) {
            case FlowValue.Global ignored -> true;
            case FlowValue.Library ignored -> true;
            case FlowValue.Member member -> isFunction(member.of());
            default -> false;
        };
    }

    private @Nullable FlowValue ofMethod(FlowValue.Member method, List<FlowArgument> arguments, Place place) {
        FlowValue of = method.of();
        FlowValue first = arguments.isEmpty() ? null : arguments.getFirst().value();
        boolean function = first instanceof ProjectValue.FunctionValue;
        return switch (method.name()) {
            case "bind" -> of instanceof ProjectValue.FunctionValue ? of : null;
            case "call" ->
                of instanceof ProjectValue.FunctionValue && !arguments.isEmpty()
                        ? evaluator.calls().call(of, arguments.subList(1, arguments.size()), place)
                        : null;
            case "then" ->
                first != null && function
                        ? evaluator.calls().call(first, List.of(new FlowArgument(null, of)), place)
                        : null;
            case "catch", "finally" -> of;
            case "map", "flatMap", "Select", "SelectMany" ->
                first != null && function && arguments.size() == 1 ? mapped(of, first, place) : null;
            case "filter", "Where", "OrderBy", "OrderByDescending" -> function ? of : null;
            case "ConfigureAwait", "GetAwaiter", "GetResult", "ToList", "ToArray", "AsEnumerable", "Distinct" ->
                place.file().language() == Language.CSHARP ? of : null;
            case "format" -> of instanceof FlowValue.Text format ? Formats.braces(format.value(), arguments) : null;
            case "join" -> joined(of, first);
            case "get" ->
                of instanceof FlowValue.MapOf && first != null
                        ? evaluator.fields().item(of, first)
                        : null;
            case "toString", "ToString" -> arguments.isEmpty() && isPlain(of) ? of : null;
            default -> null;
        };
    }

    private FlowValue mapped(FlowValue list, FlowValue function, Place place) {
        FlowArgument element = new FlowArgument(null, evaluator.fields().element(list));
        return new FlowValue.ListOf(List.of(evaluator.calls().call(function, List.of(element), place)));
    }

    /** Python has the separator first, JavaScript the list. */
    private static @Nullable FlowValue joined(FlowValue of, @Nullable FlowValue argument) {
        if (of instanceof FlowValue.Text separator && argument instanceof FlowValue.ListOf items) {
            return Formats.join(separator.value(), items.items());
        }
        return of instanceof FlowValue.ListOf items && argument instanceof FlowValue.Text separator
                ? Formats.join(separator.value(), items.items())
                : null;
    }

    private static boolean isPlain(FlowValue value) {
        return value instanceof FlowValue.Text
                || value instanceof FlowValue.Environment
                || value instanceof FlowValue.Concatenation
                || value instanceof FlowValue.Event;
    }

    private static FlowValue named(List<FlowArgument> arguments) {
        return new FlowValue.MapOf(arguments);
    }

    /** The entries of all maps that are given. */
    private static FlowValue merged(List<FlowArgument> arguments) {
        List<FlowArgument> entries = new ArrayList<>();
        for (FlowArgument argument : arguments) {
            if (argument.name() == null && argument.value() instanceof FlowValue.MapOf map) {
                entries.addAll(map.entries());
            } else {
                entries.add(argument.name() == null ? new FlowArgument(null, argument.value(), true) : argument);
            }
        }
        return new FlowValue.MapOf(entries);
    }
}
