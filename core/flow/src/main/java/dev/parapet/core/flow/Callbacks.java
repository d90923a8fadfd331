package dev.parapet.core.flow;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.ProjectValue;
import dev.parapet.core.flow.value.Values;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Functions that are handed to libraries, which call them. */
final class Callbacks {
    /** Values inside one another are searched for functions this deep. */
    private static final int MAXIMUM_DEPTH = 6;

    /** Methods of lists that call what they are given with each element. */
    private static final Set<String> OF_ELEMENTS = Set.of(
            "map",
            "forEach",
            "filter",
            "flatMap",
            "some",
            "every",
            "find",
            "findIndex",
            "sort",
            // https://learn.microsoft.com/dotnet/api/system.linq.enumerable
            "Select",
            "SelectMany",
            "Where",
            "ForEach",
            "Any",
            "All",
            "First",
            "FirstOrDefault",
            "OrderBy",
            "GroupBy",
            "ToDictionary");

    /**
     * Methods of Go's interfaces of handlers: https://pkg.go.dev/github.com/aws/aws-lambda-go/lambda#Handler,
     * https://pkg.go.dev/net/http#Handler.
     */
    private static final List<String> SERVING = List.of("Invoke", "ServeHTTP");

    /** Methods that call what they are given with what is there, once it is: of promises, futures and optional values. */
    private static final Set<String> THEN =
            Set.of("then", "thenApply", "thenAccept", "thenCompose", "whenComplete", "ifPresent");

    /**
     * Libraries of JavaScript that call the functions of a route with the request first, which adapters make of the event: <a
     * href="https://expressjs.com/en/guide/routing.html">Express</a>, <a
     * href="https://fastify.dev/docs/latest/Reference/Routes/">Fastify</a>, <a href="https://github.com/lukeed/polka">Polka</a>, <a
     * href="http://restify.com/docs/home/">Restify</a>.
     */
    private static final Set<String> SERVERS = Set.of("express", "fastify", "polka", "restify", "lambda-api");

    /**
     * Those that call them with one object for request and answer, and the name of its library: <a
     * href="https://hono.dev/docs/api/context">Hono</a>, <a href="https://koajs.com/#context">Koa</a>.
     */
    private static final Map<String, String> CONTEXTS =
            Map.of("hono", "hono", "koa", "koa", "@koa/router", "koa", "koa-router", "koa");

    private static final Set<String> ROUTES =
            Set.of("all", "any", "delete", "del", "get", "head", "on", "options", "patch", "post", "put", "use");

    private final Evaluator evaluator;

    private final JavaHandlers java;
    private final Routes routes;

    Callbacks(Evaluator evaluator) {
        this.evaluator = evaluator;
        this.routes = new Routes(evaluator);
        this.java = new JavaHandlers(evaluator);
    }

    /**
     * Whether a decorator hands the function to something that calls it: {@code @app.get("/")}, where {@code app} is an object
     * of a library. One that is a function of a library ({@code @lru_cache(10)}) only wraps it.
     */
    static boolean registers(FlowValue decorator) {
        return decorator instanceof FlowValue.Result result
                && result.of() instanceof FlowValue.Member method
                && (method.of() instanceof FlowValue.Result || method.of() instanceof FlowValue.Instance);
    }

    /** The functions in the arguments of a call, with what they are called with; nothing where that is not known. */
    Map<ProjectValue.FunctionValue, List<FlowArgument>> of(FlowValue callee, List<FlowArgument> arguments) {
        List<FlowArgument> given = given(callee, arguments);
        List<FlowArgument> request = request(callee);
        boolean starts = GoFunctions.starts(callee);
        Map<ProjectValue.FunctionValue, List<FlowArgument>> found = new LinkedHashMap<>();
        for (FlowArgument argument : arguments) {
            List<ProjectValue.FunctionValue> functions = new ArrayList<>();
            collect(argument.value(), functions, 0);
            for (ProjectValue.FunctionValue function : functions) {
                found.put(
                        function,
                        starts ? GoFunctions.event(function.function()) : called(function, callee, request, given));
            }
        }
        return found;
    }

    /** What a function that is handed to a library is called with, as far as that is known. */
    private List<FlowArgument> given(FlowValue callee, List<FlowArgument> arguments) {
        if (!(callee instanceof FlowValue.Member method) || arguments.isEmpty()) {
            return List.of();
        }
        if (DurableContext.is(method.of())) {
            return DurableContext.given(method, arguments, evaluator.fields());
        }
        // A pool's map (Python) has the function first and then the list.
        boolean pool = method.name().equals("map") && arguments.size() > 1;
        if (method.name().equals("submit")) {
            return arguments.subList(1, arguments.size());
        }
        if (pool || OF_ELEMENTS.contains(method.name())) {
            FlowValue list = pool ? arguments.get(1).value() : method.of();
            return List.of(new FlowArgument(null, evaluator.fields().element(list)));
        }
        return THEN.contains(method.name()) ? List.of(new FlowArgument(null, method.of())) : List.of();
    }

    private List<FlowArgument> called(
            ProjectValue.FunctionValue function,
            FlowValue callee,
            List<FlowArgument> request,
            List<FlowArgument> otherwise) {
        if (function.scope().file().language() == Language.CSHARP) {
            return CSharpFunctions.starts(callee)
                    ? CSharpFunctions.event()
                    : Routes.maps(callee) ? routes.parameters(function) : otherwise;
        }
        // A function with one parameter more gets the error before the request.
        boolean afterError =
                request.size() == 3 && function.function().parameters().size() == 4;
        if (!afterError) {
            return request.isEmpty() ? otherwise : request;
        }
        List<FlowArgument> withError = new ArrayList<>(request);
        withError.addFirst(new FlowArgument(null, new FlowValue.Unknown(FlowValue.CAUGHT)));
        return withError;
    }

    /** What the function of a route is called with, by an object of the library; empty where the call makes no route. */
    private static List<FlowArgument> request(FlowValue callee) {
        if (!(callee instanceof FlowValue.Member method) || !ROUTES.contains(method.name())) {
            return List.of();
        }
        String library = library(method.of());
        if (CONTEXTS.containsKey(library)) {
            return List.of(of(String.valueOf(CONTEXTS.get(library)), "Context"), OTHER);
        }
        return SERVERS.contains(library) ? List.of(of(library, "Request"), of(library, "Response"), OTHER) : List.of();
    }

    private static final FlowArgument OTHER =
            new FlowArgument(null, new FlowValue.Unknown("it is given by a caller outside of the project"));

    private static FlowArgument of(String library, String type) {
        return new FlowArgument(
                null,
                new FlowValue.Instance(new FlowValue.Member(new FlowValue.Library(library), type), List.of(), null));
    }

    /** The library that a value was got of; empty where it is of none. */
    private static String library(FlowValue value) {
        return switch (value) {
            case FlowValue.Library library -> library.name();
            case FlowValue.Member member -> library(member.of());
            case FlowValue.Result result -> library(result.of());
            case FlowValue.Instance instance -> library(instance.type());
            default -> "";
        };
    }

    /** The functions in a value: itself, or those that what made it was given. */
    List<ProjectValue.FunctionValue> in(FlowValue value) {
        List<ProjectValue.FunctionValue> found = new ArrayList<>();
        collect(value, found, 0);
        return found;
    }

    private void collect(FlowValue value, List<ProjectValue.FunctionValue> into, int depth) {
        if (depth > MAXIMUM_DEPTH) {
            return;
        }
        for (FlowValue it : Values.alternatives(value)) {
            switch (it) {
                case ProjectValue.FunctionValue function -> into.add(function);
                case ProjectValue.ClassValue type
                when JavaNames.applies(type.scope()) -> into.addAll(java.overriding(type));
                case ProjectValue.ObjectValue object
                when JavaNames.applies(object.type().scope()) -> into.addAll(java.overriding(object.type()));
                case ProjectValue.ClassValue type -> methods(type, into);
                case ProjectValue.ObjectValue object when isGo(object) -> served(object, into);
                case FlowValue.MapOf map -> map.entries().forEach(entry -> collect(entry.value(), into, depth + 1));
                case FlowValue.ListOf list -> list.items().forEach(item -> collect(item, into, depth + 1));
                case FlowValue.Result result -> {
                    collect(result.of(), into, depth + 1);
                    result.arguments().forEach(argument -> collect(argument.value(), into, depth + 1));
                }
                case FlowValue.Instance instance ->
                    instance.arguments().forEach(argument -> collect(argument.value(), into, depth + 1));
                case FlowValue.Member member -> collect(member.of(), into, depth + 1);
                default -> {}
            }
        }
    }

    private static boolean isGo(ProjectValue.ObjectValue object) {
        return object.type().scope().file().language() == Language.GO;
    }

    /** An object that is handed over is called by the methods of the library's interface. */
    private void served(ProjectValue.ObjectValue object, List<ProjectValue.FunctionValue> into) {
        for (String name : SERVING) {
            for (FlowValue it : Values.alternatives(evaluator.fields().field(object, name))) {
                if (it instanceof ProjectValue.FunctionValue function) {
                    into.add(function);
                }
            }
        }
    }

    /** All methods of a class, called on any object of it. */
    void methods(ProjectValue.ClassValue type, List<ProjectValue.FunctionValue> into) {
        ProjectValue.ObjectValue object = new ProjectValue.ObjectValue(type, null);
        for (String name : type.scope().names().keySet()) {
            FlowValue member = evaluator.fields().objects().member(type, name, object);
            for (FlowValue it : Values.alternatives(member)) {
                if (it instanceof ProjectValue.FunctionValue function
                        && !function.function().is(FunctionDeclaration.Modifier.CONSTRUCTOR)) {
                    into.add(function);
                }
            }
        }
    }
}
