package dev.parapet.core.need.sdk;

import dev.parapet.core.flow.FlowCall;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.ProjectValue;
import dev.parapet.core.flow.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The SDKs for JavaScript, <a href="https://docs.aws.amazon.com/AWSJavaScriptSDK/latest/">version 2</a> and <a
 * href="https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/">version 3</a>, and the libraries of {@code wrappers-javascript.txt}.
 *
 * <p>A command of version 3 is the call: whatever sends it, a client, a presigner or a function of somebody else, makes it with the
 * function's permissions.
 */
final class JavaScriptDialect implements SdkDialect {
    /** Methods of clients that call no API. */
    private static final Set<String> LOCAL = Set.of(
            "send",
            "destroy",
            "createSet",
            "on",
            "setupRequestListeners",
            "customizeRequests",
            "defineService",
            "use",
            "bind");

    private final JavaScriptClients clients;

    JavaScriptDialect(ServiceTable table) {
        this.clients = new JavaScriptClients(table);
    }

    @Override
    public List<SdkCall> recognise(FlowCall call) {
        Set<SdkCall> calls = new LinkedHashSet<>(WrapperTable.javaScript().recognise(call));
        clients.named(call.callee()).ifPresent(it -> named(call, it, calls));
        if (!call.made() && call.callee() instanceof FlowValue.Member method) {
            for (JavaScriptClients.Client client : clients.of(method.of())) {
                ofClient(call, client, method.name(), calls);
            }
        }
        handedOn(call, calls);
        return List.copyOf(calls);
    }

    private static void named(FlowCall call, JavaScriptClients.Named it, Set<SdkCall> into) {
        SdkOperation operation = it.operation();
        if (operation == null) {
            into.add(SdkCall.unknown(call, it.service(), "the operation is not in the table of services"));
            return;
        }
        FlowValue input = Parameters.argument(it.prefix().isEmpty() ? "0" : "1", call.arguments());
        into.add(SdkCall.of(
                call, operation.service(), operation.name(), input == null ? List.of() : Parameters.entries(input)));
    }

    private static void ofClient(FlowCall call, JavaScriptClients.Client client, String method, Set<SdkCall> into) {
        List<FlowArgument> arguments = call.arguments();
        switch (method) {
            case "send" -> sent(call, client, into);
            case "upload" -> operation(call, client, "putObject", arguments, 0, into);
            case "createPresignedPost" -> presignedPost(call, client, into);
            case "waitFor" -> chosen(call, client, true, into);
            case "getSignedUrl", "getSignedUrlPromise", "makeRequest", "makeUnauthenticatedRequest" ->
                chosen(call, client, false, into);
            default -> operation(call, client, method, arguments, 0, into);
        }
    }

    private static void operation(
            FlowCall call,
            JavaScriptClients.Client client,
            String method,
            List<FlowArgument> arguments,
            int position,
            Set<SdkCall> into) {
        String service = client.service().name();
        Optional<SdkOperation> operation = client.operation(method);
        if (operation.isEmpty()) {
            if (!LOCAL.contains(method)) {
                into.add(SdkCall.unknown(call, service, "'" + service + "' has no method '" + method + "'"));
            }
            return;
        }
        List<FlowArgument> parameters = new ArrayList<>(client.bound());
        FlowValue input = Parameters.argument(String.valueOf(position), arguments);
        if (input != null && !isCallback(input)) {
            parameters.addAll(Parameters.entries(input));
        }
        into.add(SdkCall.of(call, service, operation.get().name(), parameters));
    }

    private static boolean isCallback(FlowValue value) {
        return value instanceof ProjectValue.FunctionValue;
    }

    /** What a command stands for is said where it is made. */
    private static void sent(FlowCall call, JavaScriptClients.Client client, Set<SdkCall> into) {
        FlowValue command = Parameters.argument("0", call.arguments());
        for (FlowValue it : command == null ? List.<FlowValue>of() : Values.alternatives(command)) {
            boolean made = it instanceof FlowValue.Instance instance && instance.made() != null;
            if (!made) {
                into.add(SdkCall.unknown(
                        call, client.service().name(), "the command that is sent is not known: " + it.text()));
            }
        }
    }

    private static void presignedPost(FlowCall call, JavaScriptClients.Client client, Set<SdkCall> into) {
        FlowValue fields = Parameters.first("0.Fields", new Parameters.Given(call.arguments(), List.of(), Map.of()));
        List<FlowArgument> parameters = new ArrayList<>(client.bound());
        FlowValue input = Parameters.argument("0", call.arguments());
        if (input instanceof FlowValue.MapOf map && map.get("Bucket") instanceof FlowValue bucket) {
            parameters.add(new FlowArgument("Bucket", bucket));
        }
        if (fields instanceof FlowValue.MapOf map && map.get("key") instanceof FlowValue key) {
            parameters.add(new FlowArgument("Key", key));
        }
        into.add(SdkCall.of(call, client.service().name(), "PutObject", parameters));
    }

    /** The operation, or what is waited for, is the first argument. */
    private static void chosen(FlowCall call, JavaScriptClients.Client client, boolean waiter, Set<SdkCall> into) {
        FlowValue name = Parameters.argument("0", call.arguments());
        for (FlowValue it : name == null ? List.<FlowValue>of() : Values.alternatives(name)) {
            Optional<SdkOperation> operation = !(it instanceof FlowValue.Text text)
                    ? Optional.empty()
                    : waiter ? client.service().waiter(text.value()) : client.operation(text.value());
            if (operation.isPresent()) {
                operation(call, client, operation.get().name(), call.arguments(), 1, into);
            } else {
                into.add(SdkCall.unknown(
                        call, client.service().name(), "the operation that is asked for is not known: " + it.text()));
            }
        }
    }

    /** Methods of clients that are handed to others: {@code promisify(s3.getObject.bind(s3))}. */
    private void handedOn(FlowCall call, Set<SdkCall> into) {
        for (FlowArgument argument : call.arguments()) {
            for (FlowValue it : Values.alternatives(argument.value())) {
                FlowValue handed = it instanceof FlowValue.Result result
                                && result.of() instanceof FlowValue.Member bind
                                && bind.name().equals("bind")
                        ? bind.of()
                        : it;
                if (!(handed instanceof FlowValue.Member method)) {
                    continue;
                }
                for (JavaScriptClients.Client client : clients.of(method.of())) {
                    client.operation(method.name())
                            .ifPresent(operation -> into.add(SdkCall.of(
                                    call,
                                    client.service().name(),
                                    operation.name(),
                                    List.of(new FlowArgument(
                                            null, new FlowValue.Unknown("the method is handed on"), true)))));
                }
            }
        }
    }
}
