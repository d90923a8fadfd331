package dev.parapet.core.flow;

import dev.parapet.core.flow.scope.Decorators;
import dev.parapet.core.flow.scope.Scope;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.ProjectValue;
import dev.parapet.core.flow.value.Values;
import dev.parapet.model.code.Argument;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.Parameter;
import dev.parapet.model.code.Target;
import dev.parapet.model.code.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What frameworks call the functions of a route with. Of most, each parameter is a part of the request, by its name, its
 * annotation or its type; of some, an object for the request and one for the answer.
 */
final class Routes {
    /**
     * Libraries of Python whose routes name the parameters of their functions: <a
     * href="https://fastapi.tiangolo.com/tutorial/path-params/">FastAPI</a>, <a
     * href="https://flask.palletsprojects.com/en/stable/quickstart/#variable-rules">Flask</a>, <a
     * href="https://aws.github.io/chalice/topics/routing.html">Chalice</a>, <a
     * href="https://docs.powertools.aws.dev/lambda/python/latest/core/event_handler/api_gateway/">Powertools</a>.
     */
    private static final Set<String> PYTHON =
            Set.of("fastapi", "flask", "quart", "chalice", "aws_lambda_powertools", "aiohttp", "starlette", "bottle");

    private static final Set<String> PAGES = Set.of("flask", "quart", "bottle");

    /** Methods of these that make a decorator of a route. */
    private static final Set<String> DECORATORS = Set.of(
            "route", "get", "post", "put", "patch", "delete", "head", "options", "api_route", "websocket", "resolver");

    /** Functions by which a default or an annotation says where a parameter comes from: https://fastapi.tiangolo.com/reference/parameters/. */
    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("Query", "queryStringParameters"),
            Map.entry("Path", "pathParameters"),
            Map.entry("Header", "headers"),
            Map.entry("Cookie", "cookies"),
            Map.entry("Body", "body"),
            Map.entry("Form", "body"),
            Map.entry("File", "body"),
            // https://docs.spring.io/spring-framework/reference/web/webmvc/mvc-controller/ann-methods/arguments.html
            Map.entry("RequestParam", "queryStringParameters"),
            Map.entry("PathVariable", "pathParameters"),
            Map.entry("RequestBody", "body"),
            Map.entry("RequestPart", "body"),
            Map.entry("ModelAttribute", "body"),
            Map.entry("RequestHeader", "headers"),
            Map.entry("CookieValue", "cookies"),
            Map.entry("MatrixVariable", "pathParameters"),
            // https://jakarta.ee/specifications/restful-ws/3.1/apidocs/, https://quarkus.io/guides/rest
            Map.entry("QueryParam", "queryStringParameters"),
            Map.entry("PathParam", "pathParameters"),
            Map.entry("HeaderParam", "headers"),
            Map.entry("CookieParam", "cookies"),
            Map.entry("FormParam", "body"),
            Map.entry("BeanParam", "queryStringParameters"),
            Map.entry("RestQuery", "queryStringParameters"),
            Map.entry("RestPath", "pathParameters"),
            Map.entry("RestHeader", "headers"),
            // https://docs.micronaut.io/latest/guide/#binding
            Map.entry("QueryValue", "queryStringParameters"),
            Map.entry("Part", "body"),
            // https://learn.microsoft.com/aspnet/core/mvc/models/model-binding
            Map.entry("FromQuery", "queryStringParameters"),
            Map.entry("FromRoute", "pathParameters"),
            Map.entry("FromBody", "body"),
            Map.entry("FromForm", "body"),
            Map.entry("FromHeader", "headers"));

    /** Annotations of parameters that the framework provides itself. */
    private static final Set<String> PROVIDED = Set.of("FromServices", "Context", "Inject", "Autowired", "Value");

    /** Methods that map a route to a function in ASP.NET: https://learn.microsoft.com/aspnet/core/fundamentals/minimal-apis/route-handlers. */
    private static final Set<String> MAPS =
            Set.of("MapGet", "MapPost", "MapPut", "MapPatch", "MapDelete", "MapMethods", "Map");

    private static final Set<String> NARROW_CONVERTERS = Set.of("int", "float", "uuid");

    private static final Set<String> TEXTS = Set.of("String", "string", "CharSequence", "Object", "str");

    private final Evaluator evaluator;

    Routes(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** What a function is called with that a decorator makes one of a route; null where it makes none that is known. */
    @Nullable
    List<FlowArgument> ofDecorator(FlowValue decorator, ProjectValue.FunctionValue function) {
        boolean known = decorator instanceof FlowValue.Result result
                && result.of() instanceof FlowValue.Member method
                && DECORATORS.contains(method.name())
                && PYTHON.contains(library(method.of()));
        return known ? parameters(function, path((FlowValue.Result) decorator)) : null;
    }

    /** Whether a text that a function of a route returns is a page: https://flask.palletsprojects.com/en/stable/quickstart/#about-responses. */
    static boolean returnsPage(FlowValue decorator) {
        return decorator instanceof FlowValue.Result result
                && result.of() instanceof FlowValue.Member method
                && DECORATORS.contains(method.name())
                && PAGES.contains(library(method.of()));
    }

    /** Whether a call hands a function of C# the requests of a route. */
    static boolean maps(FlowValue callee) {
        return callee instanceof FlowValue.Member method && MAPS.contains(method.name());
    }

    /** What a function of C# is called with that is given to {@link #maps}, or a method of a controller. */
    List<FlowArgument> parameters(ProjectValue.FunctionValue function) {
        return parameters(function, "");
    }

    private static String path(FlowValue.Result decorator) {
        return !decorator.arguments().isEmpty()
                        && decorator.arguments().getFirst().value() instanceof FlowValue.Text path
                ? path.value()
                : "";
    }

    /** The package that a value comes from, up to its first dot. */
    private static String library(FlowValue value) {
        return switch (value) {
            case FlowValue.Library library -> library.name().split("\\.", 2)[0];
            case FlowValue.Member member -> library(member.of());
            case FlowValue.Result result -> library(result.of());
            case FlowValue.Instance instance -> library(instance.type());
            case FlowValue.Either either -> library(either.values().getFirst());
            default -> "";
        };
    }

    private List<FlowArgument> parameters(ProjectValue.FunctionValue function, String path) {
        List<FlowArgument> arguments = new ArrayList<>();
        for (Parameter parameter : function.function().parameters()) {
            String name = name(parameter.target());
            if (name != null) {
                arguments.add(new FlowArgument(name, parameter(parameter, name, path, function.scope())));
            }
        }
        return arguments;
    }

    private FlowValue parameter(Parameter parameter, String name, String path, Scope scope) {
        TypeName type = stated(Arguments.type(parameter.target()));
        Expression given = default_(parameter.target());
        String place = place(parameter, given);
        if (given instanceof Expression.Call call && Decorators.name(call).equals("Depends")) {
            return depends(call, scope);
        }
        FlowValue typed = type == null ? null : evaluator.names().typed(type, scope);
        boolean provided = parameter.decorators().stream().anyMatch(it -> PROVIDED.contains(Decorators.name(it)));
        if (place == null && typed instanceof ProjectValue.ObjectValue object && isData(object)) {
            return new ProjectValue.ObjectValue(object.type(), null, event("body"));
        }
        boolean text = type == null || TEXTS.contains(type.name()) || typed == null;
        if (place == null && (!text || provided)) {
            return typed == null ? new FlowValue.Unknown("it is given by the framework") : typed;
        }
        String converter = converter(path, name);
        String where = place != null ? place : converter != null ? "pathParameters" : "queryStringParameters";
        FlowValue part = where.equals("body") && whole(parameter, typed) ? event(where) : event(where, name);
        if (converter != null && NARROW_CONVERTERS.contains(converter)) {
            return new FlowValue.Derived(FlowValue.TYPED, List.of(part));
        }
        if (typed instanceof ProjectValue.ObjectValue object) {
            return new ProjectValue.ObjectValue(object.type(), null, part);
        }
        return type == null ? part : Declared.part(part, type, scope, evaluator);
    }

    /**
     * How a part of a path is read that has the name of a parameter: {@code int} of {@code <int:number>}; empty where it is taken as it
     * is, null where the path has no such part.
     */
    private static @Nullable String converter(String path, String name) {
        int from = 0;
        while (from < path.length()) {
            char open = path.charAt(from);
            int end = open == '<' ? path.indexOf('>', from) : open == '{' ? path.indexOf('}', from) : -1;
            if (end > 0) {
                String part = path.substring(from + 1, end);
                int colon = part.indexOf(':');
                // Flask has the converter first, Starlette the name.
                String first = colon < 0 ? part : part.substring(0, colon);
                String second = colon < 0 ? "" : part.substring(colon + 1);
                if (first.equals(name) || second.equals(name)) {
                    return first.equals(name) ? second : first;
                }
            } else if (open == '<' || open == '{') {
                return null;
            }
            from = Math.max(from, end) + 1;
        }
        return null;
    }

    /** The type in {@code Annotated[str, Query()]}. */
    private static @Nullable TypeName stated(@Nullable TypeName type) {
        return type != null
                        && type.name().endsWith("Annotated")
                        && !type.arguments().isEmpty()
                ? type.arguments().getFirst()
                : type;
    }

    /** Whether a parameter gets all of the body, and not one field of it. */
    private static boolean whole(Parameter parameter, @Nullable FlowValue typed) {
        return typed != null || !parameter.decorators().isEmpty();
    }

    private FlowValue depends(Expression.Call call, Scope scope) {
        List<FlowValue> values = new ArrayList<>();
        for (Argument argument : call.arguments()) {
            for (FlowValue it : Values.alternatives(evaluator.value(argument.value(), scope, null))) {
                if (it instanceof ProjectValue.FunctionValue function && function.scope() != scope) {
                    values.add(evaluator.calls().follow(function, parameters(function, "")));
                }
            }
        }
        return values.isEmpty() ? new FlowValue.Unknown("it is given by the framework") : Values.either(values);
    }

    /** Whether objects of a class are data: a class that has fields and no methods, or a model. */
    private static boolean isData(ProjectValue.ObjectValue object) {
        return Models.isModel(object.type())
                || object.type().type().body().stream()
                        .noneMatch(it -> it instanceof FunctionDeclaration function
                                && !function.is(FunctionDeclaration.Modifier.CONSTRUCTOR)
                                && !function.is(FunctionDeclaration.Modifier.GETTER)
                                && !String.valueOf(function.name()).matches("(?:get|set|is)[A-Z].*"));
    }

    private static @Nullable String place(Parameter parameter, @Nullable Expression given) {
        for (Expression decorator : parameter.decorators()) {
            String place = PLACES.get(Decorators.name(decorator));
            if (place != null) {
                return place;
            }
        }
        return given == null ? null : PLACES.get(Decorators.name(given));
    }

    private static FlowValue.Event event(String... path) {
        return new FlowValue.Event(List.of(path));
    }

    private static @Nullable String name(Target target) {
        return switch (target) {
            case Target.Variable it -> it.name();
            case Target.WithDefault it -> name(it.target());
            default -> null;
        };
    }

    private static @Nullable Expression default_(Target target) {
        return target instanceof Target.WithDefault it ? it.value() : null;
    }
}
