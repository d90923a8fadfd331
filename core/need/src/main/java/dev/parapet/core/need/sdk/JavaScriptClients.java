package dev.parapet.core.need.sdk;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which client of the SDKs for JavaScript a value is, and which command. */
final class JavaScriptClients {
    /** Values inside one another. */
    private static final int MAXIMUM_DEPTH = 16;

    private static final String VERSION_2 = "aws-sdk";

    private static final String VERSION_3 = "@aws-sdk/client-";

    private static final String DOCUMENT = "@aws-sdk/lib-dynamodb";

    private static final String COMMAND = "Command";

    /**
     * The document clients' names of operations: https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/Package/-aws-sdk-lib-dynamodb/,
     * https://docs.aws.amazon.com/AWSJavaScriptSDK/latest/AWS/DynamoDB/DocumentClient.html
     */
    private static final Map<String, String> DOCUMENT_OPERATIONS = Map.ofEntries(
            Map.entry("get", "GetItem"),
            Map.entry("put", "PutItem"),
            Map.entry("update", "UpdateItem"),
            Map.entry("delete", "DeleteItem"),
            Map.entry("batchget", "BatchGetItem"),
            Map.entry("batchwrite", "BatchWriteItem"),
            Map.entry("transactget", "TransactGetItems"),
            Map.entry("transactwrite", "TransactWriteItems"));

    private static final Set<String> DOCUMENT_CLASSES = Set.of("DynamoDBDocumentClient", "DynamoDBDocument");

    /**
     * A client.
     *
     * @param documents whether it is one of DynamoDB's document clients, whose operations have shorter names
     * @param bound parameters that all its calls have
     */
    record Client(SdkService service, boolean documents, List<FlowArgument> bound) {
        /** The operation of a method; empty where the client has none of that name. */
        Optional<SdkOperation> operation(String method) {
            String name = documents ? DOCUMENT_OPERATIONS.getOrDefault(SdkOperation.key(method), method) : method;
            return service.operation(name);
        }
    }

    private final ServiceTable table;

    JavaScriptClients(ServiceTable table) {
        this.table = table;
    }

    /** The clients that a value can be; none where it is none. */
    List<Client> of(FlowValue value) {
        List<Client> clients = new ArrayList<>();
        for (FlowValue it : Values.alternatives(value)) {
            FlowValue plain = plain(it, 0);
            switch (plain) {
                case FlowValue.Instance instance -> made(instance, clients);
                case FlowValue.Result result -> document(result, clients);
                default -> {}
            }
        }
        return clients;
    }

    /**
     * A value without the tracers around it: {@code captureAWS}, {@code captureAWSClient}, {@code captureAWSv3Client} give what they are
     * given (https://docs.aws.amazon.com/xray/latest/devguide/xray-sdk-nodejs-awssdkclients.html).
     */
    static FlowValue plain(FlowValue value, int depth) {
        if (depth > MAXIMUM_DEPTH) {
            return value;
        }
        return switch (value) {
            case FlowValue.Result result
            when result.of() instanceof FlowValue.Member method
                    && method.name().startsWith("captureAWS")
                    && !result.arguments().isEmpty() ->
                plain(result.arguments().getFirst().value(), depth + 1);
            case FlowValue.Member member -> {
                FlowValue of = plain(member.of(), depth + 1);
                yield of == member.of() ? member : new FlowValue.Member(of, member.name());
            }
            case FlowValue.Instance instance -> {
                FlowValue type = plain(instance.type(), depth + 1);
                yield type == instance.type()
                        ? instance
                        : new FlowValue.Instance(type, instance.arguments(), instance.made());
            }
            default -> value;
        };
    }

    private void made(FlowValue.Instance instance, List<Client> into) {
        String path = LibraryPath.of(instance.type()).orElse("");
        if (path.startsWith(VERSION_3)) {
            String type = path.substring(path.lastIndexOf('.') + 1);
            if (!type.endsWith(COMMAND)) {
                service(path).ifPresent(it -> into.add(new Client(it, false, List.of())));
            }
        } else if (path.startsWith(DOCUMENT) && DOCUMENT_CLASSES.contains(path.substring(path.lastIndexOf('.') + 1))) {
            table.service("dynamodb").ifPresent(it -> into.add(new Client(it, true, List.of())));
        } else if (path.startsWith(VERSION_2)) {
            version2(path, instance.arguments(), into);
        }
    }

    /** {@code aws-sdk.S3}, {@code aws-sdk/clients/s3}, {@code aws-sdk/clients/all.S3}, and a document client of each form. */
    private void version2(String path, List<FlowArgument> arguments, List<Client> into) {
        String rest = path.substring(VERSION_2.length()).replaceFirst("^/clients/all", "");
        String[] names = rest.startsWith("/clients/")
                ? rest.substring("/clients/".length()).split("\\.", -1)
                : rest.startsWith(".") ? rest.substring(1).split("\\.", -1) : new String[0];
        boolean documents = names.length == 2 && names[1].equals("DocumentClient");
        if (names.length != 1 && !documents && !(names.length == 2 && names[1].equalsIgnoreCase(names[0]))) {
            return;
        }
        FlowValue bound = Parameters.first("0.params", new Parameters.Given(arguments, List.of(), Map.of()));
        List<FlowArgument> parameters = bound instanceof FlowValue.MapOf map ? map.entries() : List.of();
        table.services(Sdk.JAVASCRIPT_2, names[0]).stream()
                .findFirst()
                .ifPresent(it -> into.add(new Client(it, documents, parameters)));
    }

    /** {@code DynamoDBDocumentClient.from(client)}. */
    private void document(FlowValue.Result result, List<Client> into) {
        if (result.of() instanceof FlowValue.Member method && method.name().equals("from")) {
            String path = LibraryPath.of(method.of()).orElse("");
            if (path.startsWith(DOCUMENT) && DOCUMENT_CLASSES.contains(path.substring(path.lastIndexOf('.') + 1))) {
                table.service("dynamodb").ifPresent(it -> into.add(new Client(it, true, List.of())));
            }
        }
    }

    /** The service of a path into a package of version 3. */
    private Optional<SdkService> service(String path) {
        String name = path.substring(VERSION_3.length()).split("[./]", 2)[0];
        return table.services(Sdk.JAVASCRIPT_3, name).stream().findFirst();
    }

    /**
     * The operation that something of version 3 stands for by its name, with what stands around the operation in it: {@code
     * PutObjectCommand}, {@code paginateQuery}, {@code waitUntilBucketExists}.
     */
    record Named(String service, @Nullable SdkOperation operation, String prefix) {}

    /** What a class or function of version 3 stands for; empty where it is no command, paginator or waiter. */
    Optional<Named> named(FlowValue callee) {
        String path = LibraryPath.of(callee).orElse("");
        boolean documents = path.startsWith(DOCUMENT);
        int dot = path.lastIndexOf('.');
        if (dot < 0 || path.indexOf('(') >= 0 || !documents && !path.startsWith(VERSION_3)) {
            return Optional.empty();
        }
        Optional<SdkService> service = documents ? table.service("dynamodb") : service(path);
        String name = path.substring(dot + 1);
        String prefix = "";
        if (name.endsWith(COMMAND)) {
            name = name.substring(0, name.length() - COMMAND.length());
        } else {
            for (String one : List.of("paginate", "waitUntil", "waitFor")) {
                if (name.startsWith(one)) {
                    prefix = one;
                    name = name.substring(one.length());
                    break;
                }
            }
            if (prefix.isEmpty()) {
                return Optional.empty();
            }
        }
        if (service.isEmpty()) {
            return Optional.of(new Named(path.substring(VERSION_3.length()).split("[./]", 2)[0], null, prefix));
        }
        Client client = new Client(service.get(), documents, List.of());
        Optional<SdkOperation> operation =
                prefix.startsWith("wait") ? service.get().waiter(name) : client.operation(name);
        return Optional.of(new Named(service.get().name(), operation.orElse(null), prefix));
    }
}
