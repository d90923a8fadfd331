package dev.parapet.core.need.sdk;

import dev.parapet.core.flow.FlowCall;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The AWS SDKs for Go, https://pkg.go.dev/github.com/aws/aws-sdk-go-v2 and https://docs.aws.amazon.com/sdk-for-go/api/: methods are
 * called as operations are, and get an object whose fields are called as parameters are.
 */
final class GoDialect implements SdkDialect {
    /** What the first version adds to the names of operations: https://docs.aws.amazon.com/sdk-for-go/v1/developer-guide/making-requests.html. */
    private static final Pattern VARIANT = Pattern.compile("(?:PagesWithContext|WithContext|Pages|Request)$");

    /** Methods of clients that send nothing. */
    private static final Set<String> LOCAL = Set.of("Options", "NewRequest", "AddDebugHandlers", "HasPermission");

    private final ServiceTable services;

    GoDialect(ServiceTable services) {
        this.services = services;
    }

    @Override
    public List<SdkCall> recognise(FlowCall call) {
        if (call.made() || !(call.callee() instanceof FlowValue.Member method)) {
            return List.of();
        }
        List<SdkCall> wrapped = WrapperTable.go().recognise(call);
        if (!wrapped.isEmpty()) {
            return wrapped;
        }
        return switch (GoHandle.of(method.of()).orElse(null)) {
            case GoHandle.Client client -> ofClient(call, client, method.name());
            case GoHandle.Paginator paginator -> method.name().equals("NextPage") ? page(call, paginator) : List.of();
            case GoHandle.Waiter waiter ->
                method.name().startsWith("Wait") ? waited(call, waiter.client(), waiter.state()) : List.of();
            case GoHandle.Manager ignored -> transferred(call, method.name());
            case null -> byInput(call, method.name());
        };
    }

    private List<SdkCall> ofClient(FlowCall call, GoHandle.Client client, String method) {
        if (LOCAL.contains(method)) {
            return List.of();
        }
        if (client.sdk() == Sdk.GO_1 && method.startsWith("WaitUntil")) {
            return waited(call, client, method.substring("WaitUntil".length()).replace("WithContext", ""));
        }
        if (method.equals("PresignPostObject")) {
            return List.of(SdkCall.of(call, "s3", "PutObject", input(call, operation(client, "PutObject"))));
        }
        SdkOperation operation = operation(client, method);
        if (operation == null) {
            return List.of(SdkCall.unknown(
                    call, service(client), "'" + method + "' is no operation that is known of the service"));
        }
        return List.of(SdkCall.of(call, operation.service(), operation.name(), input(call, operation)));
    }

    /** The operation that a method calls; null where none is known. */
    private @Nullable SdkOperation operation(GoHandle.Client client, String method) {
        String plain = VARIANT.matcher(method).replaceFirst("");
        for (String name : List.of(method, plain, method.replaceFirst("^Presign", ""))) {
            Optional<SdkOperation> found = services.operation(client.sdk(), client.name(), name);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return null;
    }

    private String service(GoHandle.Client client) {
        List<SdkService> found = services.services(client.sdk(), client.name());
        return found.isEmpty() ? "" : found.getFirst().name();
    }

    private List<SdkCall> page(FlowCall call, GoHandle.Paginator paginator) {
        SdkOperation operation = operation(paginator.client(), paginator.operation());
        if (operation == null) {
            String service = service(paginator.client());
            return List.of(SdkCall.unknown(call, service, "what the paginator goes through is not known"));
        }
        List<FlowArgument> parameters = new ArrayList<>();
        if (paginator.input() != null) {
            add(paginator.input(), operation, parameters);
        }
        return List.of(SdkCall.of(call, operation.service(), operation.name(), parameters));
    }

    private List<SdkCall> waited(FlowCall call, GoHandle.Client client, String state) {
        for (SdkService service : services.services(client.sdk(), client.name())) {
            Optional<SdkOperation> operation = service.waiter(state);
            if (operation.isPresent()) {
                return List.of(SdkCall.of(call, service.name(), operation.get().name(), input(call, operation.get())));
            }
        }
        return List.of(SdkCall.unknown(call, service(client), "what the waiter calls is not known"));
    }

    /** https://pkg.go.dev/github.com/aws/aws-sdk-go-v2/feature/s3/manager. */
    private List<SdkCall> transferred(FlowCall call, String method) {
        String name = method.startsWith("Upload")
                ? "PutObject"
                : method.startsWith("Download") || method.startsWith("GetObject")
                        ? "GetObject"
                        : method.startsWith("Delete") ? "DeleteObject" : "";
        if (name.isEmpty()) {
            return List.of();
        }
        SdkOperation operation = services.operation(Sdk.GO_2, "s3", name).orElseThrow();
        return List.of(SdkCall.of(call, "s3", name, input(call, operation)));
    }

    /** A method of an interface of the project's own, or of something unknown, that is given what an operation is given. */
    private List<SdkCall> byInput(FlowCall call, String method) {
        for (FlowArgument argument : call.arguments()) {
            for (FlowValue it : Values.alternatives(argument.value())) {
                if (it instanceof FlowValue.Instance instance
                        && instance.type() instanceof FlowValue.Member type
                        && type.of() instanceof FlowValue.Library library
                        && type.name().endsWith("Input")) {
                    Optional<GoHandle.Client> client = GoHandle.client(library);
                    String plain = VARIANT.matcher(method).replaceFirst("").replaceFirst("^Presign", "");
                    if (client.isPresent() && type.name().equals(plain + "Input")) {
                        return ofClient(call, client.get(), method);
                    }
                }
            }
        }
        return List.of();
    }

    /** The parameters of a call: the fields of the object that it is given. */
    private static List<FlowArgument> input(FlowCall call, @Nullable SdkOperation operation) {
        List<FlowArgument> parameters = new ArrayList<>();
        boolean found = false;
        for (FlowArgument argument : call.arguments()) {
            for (FlowValue it : Values.alternatives(argument.value())) {
                if (isInput(it)) {
                    add(it, operation, parameters);
                    found = true;
                }
            }
        }
        if (!found && !call.arguments().isEmpty()) {
            // A context comes first, where there is one.
            FlowArgument last = call.arguments().size() > 1
                    ? call.arguments().get(1)
                    : call.arguments().getFirst();
            parameters.add(new FlowArgument(null, last.value(), true));
        }
        return parameters;
    }

    private static boolean isInput(FlowValue value) {
        return value instanceof FlowValue.Instance instance
                && instance.type() instanceof FlowValue.Member type
                && type.of() instanceof FlowValue.Library library
                && type.name().endsWith("Input")
                && library.name().startsWith("github.com/aws/");
    }

    private static void add(FlowValue input, @Nullable SdkOperation operation, List<FlowArgument> into) {
        for (FlowValue it : Values.alternatives(input)) {
            if (it instanceof FlowValue.Instance instance) {
                for (FlowArgument field : instance.arguments()) {
                    String name = field.name();
                    if (name != null) {
                        String api = operation == null
                                ? name
                                : operation.parameter(name).orElse(name);
                        into.add(new FlowArgument(api, field.value()));
                    }
                }
            } else if (!(it instanceof FlowValue.Nothing)) {
                into.add(new FlowArgument(null, it, true));
            }
        }
    }
}
