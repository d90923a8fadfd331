package dev.parapet.core.flow;

import dev.parapet.core.flow.scope.Decorators;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.ProjectValue;
import dev.parapet.core.flow.value.Values;
import dev.parapet.model.code.ClassDeclaration;
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

/** What must be known of .NET's libraries to follow values and to find what runs. */
final class CSharpFunctions {
    /** Calls that make a function of the project the handler: https://docs.aws.amazon.com/lambda/latest/dg/csharp-handler.html. */
    private static final Set<String> STARTS = Set.of(
            "LambdaBootstrapBuilder.Create",
            "HandlerWrapper.GetHandlerWrapper",
            "LambdaBootstrapBuilder.CreateHandler");

    /**
     * Methods that give an object of a type: https://learn.microsoft.com/dotnet/api/system.iserviceprovider,
     * https://docs.aws.amazon.com/sdk-for-net/v4/developer-guide/net-dg-config-netcore.html.
     */
    private static final Set<String> PROVIDES = Set.of(
            "GetService", "GetRequiredService", "Resolve", "GetInstance", "CreateServiceClient", "CreateInstance");

    /** Methods of ASP.NET that make all controllers of the project run: https://learn.microsoft.com/aspnet/core/mvc/controllers/routing. */
    private static final Set<String> CONTROLLERS = Set.of(
            "MapControllers",
            "MapControllerRoute",
            "MapDefaultControllerRoute",
            "AddControllers",
            "AddMvc",
            "UseMvc",
            "UseStartup");

    private static final Set<String> CONTROLLER = Set.of("ControllerBase", "Controller");

    /** Where an attribute of a parameter takes it from: https://github.com/aws/aws-lambda-dotnet/blob/master/Libraries/src/Amazon.Lambda.Annotations/README.md. */
    private static final Map<String, String> PARTS = Map.of(
            "FromBody",
            "body",
            "FromRoute",
            "pathParameters",
            "FromQuery",
            "queryStringParameters",
            "FromHeader",
            "headers");

    /**
     * Methods that read an object of a type: https://learn.microsoft.com/dotnet/api/system.text.json.jsonserializer,
     * https://www.newtonsoft.com/json/help/html/DeserializeObject.htm.
     */
    private static final Set<String> READS =
            Set.of("Deserialize", "DeserializeAsync", "DeserializeObject", "ReadFromJsonAsync", "ToObject");

    private CSharpFunctions() {}

    /** What a function of the standard library gives; null when nothing more is known of it. */
    static @Nullable FlowValue call(String name, List<FlowArgument> arguments) {
        List<FlowValue> values = arguments.stream().map(FlowArgument::value).toList();
        String plain = name.replaceFirst("^System\\.(?=[A-Z])", "").replaceFirst("^String\\.", "string.");
        return switch (plain) {
            // https://learn.microsoft.com/dotnet/api/system.string.format
            case "string.Format" ->
                !values.isEmpty() && values.getFirst() instanceof FlowValue.Text format
                        ? Formats.braces(format.value(), arguments.subList(1, arguments.size()))
                        : null;
            case "string.Concat" -> values.size() > 1 ? Values.concatenation(values) : null;
            case "string.Join" -> values.isEmpty() ? null : joined(values);
            // https://learn.microsoft.com/dotnet/api/system.io.path.combine
            case "Path.Combine" -> Formats.join("/", values);
            case "Task.WhenAll", "Task.WhenAny", "Task.FromResult", "Task.Run" ->
                values.size() == 1 && !(values.getFirst() instanceof ProjectValue) ? values.getFirst() : null;
            default -> null;
        };
    }

    private static @Nullable FlowValue joined(List<FlowValue> values) {
        if (!(values.getFirst() instanceof FlowValue.Text separator)) {
            return null;
        }
        boolean list = values.size() == 2 && values.getLast() instanceof FlowValue.ListOf;
        return list
                ? Formats.join(separator.value(), ((FlowValue.ListOf) values.getLast()).items())
                : Formats.join(separator.value(), values.subList(1, values.size()));
    }

    /** Whether a call makes what it is given the handler. */
    static boolean starts(FlowValue callee) {
        return callee instanceof FlowValue.Member member
                && member.of() instanceof FlowValue.Global
                && STARTS.contains(callee.text());
    }

    /** What such a handler is called with. */
    static List<FlowArgument> event() {
        return List.of(
                new FlowArgument(null, new FlowValue.Event(List.of())),
                new FlowArgument(null, new FlowValue.Unknown("it is the context of the invocation")));
    }

    /**
     * What a method is called with that the Annotations framework makes a handler of: parts of the event; null where it does not.
     */
    static @Nullable List<FlowArgument> annotated(FunctionDeclaration function) {
        if (function.decorators().stream().noneMatch(it -> Decorators.name(it).equals("LambdaFunction"))) {
            return null;
        }
        List<FlowArgument> arguments = new ArrayList<>();
        for (Parameter parameter : function.parameters()) {
            TypeName type = Arguments.type(parameter.target());
            FlowValue value = type != null && type.name().endsWith("ILambdaContext")
                    ? new FlowValue.Unknown("it is the context of the invocation")
                    : new FlowValue.Event(part(parameter));
            arguments.add(new FlowArgument(null, value));
        }
        return arguments;
    }

    private static List<String> part(Parameter parameter) {
        for (Expression decorator : parameter.decorators()) {
            String part = PARTS.get(Decorators.name(decorator));
            if (part != null) {
                String name = parameter.target() instanceof Target.Variable it ? it.name() : "*";
                return part.equals("body") ? List.of(part) : List.of(part, name);
            }
        }
        return List.of();
    }

    /** Whether a value is what a container or factory gives of a type that the call states. */
    static boolean provides(FlowValue value) {
        return value instanceof FlowValue.Result result
                && result.of() instanceof FlowValue.Member method
                && PROVIDES.contains(method.name());
    }

    /** Whether a value is what a library reads of data as an object of a type that the call states. */
    static boolean reads(FlowValue value) {
        return value instanceof FlowValue.Result result
                && result.of() instanceof FlowValue.Member method
                && READS.contains(method.name());
    }

    /** Whether a constructor takes these arguments; what has the name of no parameter is given to the object afterwards. */
    static boolean fits(FunctionDeclaration constructor, List<FlowArgument> arguments) {
        Set<String> names = Arguments.names(constructor);
        long given = arguments.stream()
                .filter(it -> it.name() == null || names.contains(it.name()))
                .count();
        long required = constructor.parameters().stream()
                .filter(it -> it.target() instanceof Target.Variable)
                .count();
        boolean open = constructor.parameters().stream().anyMatch(it -> it.target() instanceof Target.Rest);
        return given >= required && (open || given <= constructor.parameters().size());
    }

    /** Whether a call makes all controllers of the project run. */
    static boolean runsControllers(FlowValue callee) {
        return callee instanceof FlowValue.Member member && CONTROLLERS.contains(member.name());
    }

    /** Whether a method of a controller has a route: https://learn.microsoft.com/aspnet/core/mvc/controllers/routing. */
    static boolean isAction(FunctionDeclaration method) {
        return method.decorators().stream()
                .map(Decorators::name)
                .anyMatch(it -> it.equals("Route") || it.startsWith("Http"));
    }

    /** Whether a class is one of those: a controller, or what configures the application. */
    static boolean isController(ClassDeclaration type) {
        return type.supers().stream().anyMatch(it -> CONTROLLER.contains(it.name()))
                || type.decorators().stream().anyMatch(it -> Decorators.name(it).equals("ApiController"))
                || "Startup".equals(type.name());
    }
}
