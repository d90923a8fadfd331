package dev.parapet.core.flow;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Values;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must be known of Go's libraries to follow values. */
final class GoFunctions {
    /** Packages whose functions make pointers of values and values of pointers: {@code aws.String}, {@code aws.ToString}. */
    private static final Set<String> OF_POINTERS = Set.of(
            "github.com/aws/aws-sdk-go-v2/aws",
            "github.com/aws/aws-sdk-go/aws",
            "github.com/aws/smithy-go/ptr",
            "k8s.io/utils/ptr",
            "github.com/samber/lo");

    private static final Set<String> POINTER_FUNCTIONS =
            Set.of("ToPtr", "FromPtr", "To", "Deref", "StringSlice", "ToStringSlice");

    /** Scalars that these functions are called after: {@code aws.Int64}, {@code aws.Int64Value}, {@code aws.ToInt64}. */
    private static final Set<String> SCALARS = Set.of(
            "String",
            "Bool",
            "Int",
            "Int8",
            "Int16",
            "Int32",
            "Int64",
            "Uint",
            "Uint8",
            "Uint16",
            "Uint32",
            "Uint64",
            "Float32",
            "Float64",
            "Byte",
            "Time",
            "Duration");

    /** The package of functions that make a function of the project the handler. */
    private static final String LAMBDA = "github.com/aws/aws-lambda-go/lambda";

    private GoFunctions() {}

    /** Whether a function, by its whole name, gives what it is given. */
    static boolean isSame(String name) {
        int dot = name.lastIndexOf('.');
        if (dot < 0 || !OF_POINTERS.contains(name.substring(0, dot))) {
            return false;
        }
        String function = name.substring(dot + 1);
        String scalar = function.replaceAll("^To(?=.)|(?<=.)Value$", "");
        return POINTER_FUNCTIONS.contains(function) || SCALARS.contains(scalar);
    }

    /** What a function of the standard library gives; null when nothing more is known of it. */
    static @Nullable FlowValue call(String name, List<FlowArgument> arguments) {
        List<FlowValue> values = arguments.stream().map(FlowArgument::value).toList();
        return switch (name) {
            // https://pkg.go.dev/fmt#Sprintf
            case "fmt.Sprintf" ->
                values.isEmpty() || !(values.getFirst() instanceof FlowValue.Text format)
                        ? null
                        : Formats.percent(format.value(), values.subList(1, values.size()));
            case "fmt.Sprint" -> values.isEmpty() ? null : Values.concatenation(values);
            // https://pkg.go.dev/path#Join
            case "path.Join", "path/filepath.Join" -> Formats.join("/", values);
            // https://pkg.go.dev/strings#Join
            case "strings.Join" ->
                values.size() == 2
                                && values.getFirst() instanceof FlowValue.ListOf items
                                && values.getLast() instanceof FlowValue.Text separator
                        ? Formats.join(separator.value(), items.items())
                        : null;
            default -> null;
        };
    }

    /** Whether a call makes what it is given the handler: https://pkg.go.dev/github.com/aws/aws-lambda-go/lambda. */
    static boolean starts(FlowValue callee) {
        return callee instanceof FlowValue.Member member
                && member.of() instanceof FlowValue.Library library
                && library.name().equals(LAMBDA)
                && (member.name().startsWith("Start") || member.name().startsWith("NewHandler"));
    }

    /** What a handler is called with: a context, an event, or both, if it is one by its signature. */
    static List<FlowArgument> event(FunctionDeclaration handler) {
        List<@Nullable TypeName> types = new ArrayList<>();
        handler.parameters().forEach(it -> types.add(Arguments.type(it.target())));
        boolean context = !types.isEmpty() && isContext(types.getFirst());
        boolean handles = types.size() == 1 || types.size() == 2 && context;
        if (!handles) {
            return List.of();
        }
        FlowArgument event = new FlowArgument(null, new FlowValue.Event(List.of()));
        FlowArgument invocation = new FlowArgument(null, new FlowValue.Unknown("it is the context of the invocation"));
        return !context ? List.of(event) : types.size() == 1 ? List.of(invocation) : List.of(invocation, event);
    }

    private static boolean isContext(@Nullable TypeName type) {
        return type != null && type.name().endsWith("context.Context");
    }
}
