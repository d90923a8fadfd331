package dev.parapet.core.need.sdk;

import dev.parapet.core.flow.FlowCall;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.ProjectValue;
import dev.parapet.core.flow.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The AWS SDKs for Java, https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/home.html and version 1, with what is built over
 * them: the enhanced client, the document API, the mapper, transfer managers, presigners, and Powertools' parameters and idempotency.
 */
final class JavaDialect implements SdkDialect {
    private final ServiceTable services;

    JavaDialect(ServiceTable services) {
        this.services = services;
    }

    @Override
    public List<SdkCall> recognise(FlowCall call) {
        if (call.made()) {
            return WrapperTable.java().recognise(call);
        }
        if (!(call.callee() instanceof FlowValue.Member method)) {
            return List.of();
        }
        if (method.name().equals("build")) {
            return idempotency(call, method);
        }
        if (JavaSigners.isSigner(method)) {
            return List.of(JavaSigners.signed(call));
        }
        return switch (JavaHandle.of(method.of()).orElse(null)) {
            case JavaHandle.Client client -> ofClient(call, client, method.name());
            case JavaHandle.Waiter waiter -> waited(call, waiter.client(), method.name());
            case JavaHandle.Table table -> ofTable(call, table, method.name());
            case JavaHandle.Transfer ignored -> transferred(call, method.name());
            case JavaHandle.Presigner presigner -> presigned(call, presigner.client(), method.name());
            case JavaHandle.Provider provider -> provided(call, provider, method.name());
            case null -> byRequest(call, method.name());
        };
    }

    private List<SdkCall> ofClient(FlowCall call, JavaHandle.Client client, String method) {
        if (JavaTables.LOCAL.contains(method)) {
            return List.of();
        }
        if (client.name().equals("rds") && method.equals("generateAuthenticationToken")) {
            return List.of(signed(call));
        }
        boolean upload = method.equals("generatePresignedUrl") && isUpload(call);
        SdkOperation operation = operation(client, upload ? "putObject" : method);
        if (operation == null) {
            return List.of(SdkCall.unknown(
                    call, service(client), "'" + method + "' is no operation that is known of the service"));
        }
        return List.of(called(call, operation, client.sdk() == Sdk.JAVA_1));
    }

    /** Whether what is signed (version 1) is an upload: {@code withMethod(HttpMethod.PUT)}, or that as an argument. */
    private static boolean isUpload(FlowCall call) {
        for (FlowArgument argument : call.arguments()) {
            FlowValue method = JavaRequest.get(argument.value(), "withMethod");
            for (FlowValue it : Values.alternatives(method == null ? argument.value() : method)) {
                if (it instanceof FlowValue.Member member && member.name().equals("PUT")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Signs for a login without a request: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.Connecting.Java.html. */
    private static SdkCall signed(FlowCall call) {
        List<FlowArgument> parameters = new ArrayList<>();
        for (FlowArgument argument : call.arguments()) {
            FlowValue host = JavaRequest.get(argument.value(), "hostname");
            FlowValue user = JavaRequest.get(argument.value(), "username");
            if (host != null) {
                parameters.add(new FlowArgument("DBHostname", host));
            }
            if (user != null) {
                parameters.add(new FlowArgument("DBUsername", user));
            }
        }
        return SdkCall.of(call, "rds", "Connect", parameters);
    }

    private static SdkCall called(FlowCall call, SdkOperation operation, boolean first) {
        return SdkCall.of(
                call,
                operation.service(),
                operation.name(),
                JavaRequest.parameters(call.arguments(), operation, first));
    }

    /** The operation that a method calls; null where none is known. */
    private @Nullable SdkOperation operation(JavaHandle.Client client, String method) {
        List<String> names = new ArrayList<>(List.of(
                method,
                method.replaceFirst("Paginator$", ""),
                method.replaceFirst("Async$", ""),
                method.replaceFirst("As(?:Bytes|String)$", "")));
        if (client.sdk() == Sdk.JAVA_1 && client.name().equals("s3")) {
            String other = JavaTables.FIRST_S3.get(method);
            if (other != null) {
                names.addFirst(other);
            }
            // setBucketCrossOriginConfiguration is PutBucketCors
            String put = method.replaceFirst("^set", "put").replaceFirst("CrossOriginConfiguration$", "Cors");
            names.add(put);
            names.add(put.replaceFirst("Configuration$", ""));
        }
        for (String name : names) {
            Optional<SdkOperation> found = services.operation(client.sdk(), client.name(), name);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return null;
    }

    private String service(JavaHandle.Client client) {
        List<SdkService> found = services.services(client.sdk(), client.name());
        return found.isEmpty() ? "" : found.getFirst().name();
    }

    private List<SdkCall> waited(FlowCall call, JavaHandle.Client client, String method) {
        if (!method.startsWith("waitUntil")) {
            return List.of();
        }
        for (SdkService service : services.services(client.sdk(), client.name())) {
            Optional<SdkOperation> operation = service.waiter(method.substring("waitUntil".length()));
            if (operation.isPresent()) {
                return List.of(called(call, operation.get(), false));
            }
        }
        return List.of(SdkCall.unknown(call, service(client), "what the waiter calls is not known"));
    }

    private List<SdkCall> ofTable(FlowCall call, JavaHandle.Table table, String method) {
        String name = table.methods().get(method);
        SdkOperation operation = name == null
                ? null
                : services.operation(Sdk.JAVA_2, "dynamodb", name).orElse(null);
        if (operation == null) {
            return List.of();
        }
        FlowValue value = table.methods() == JavaTables.MAPPER ? MappedTable.of(call, false) : table.table();
        List<FlowArgument> parameters = value == null || !operation.parameters().contains("TableName")
                ? List.of()
                : List.of(new FlowArgument("TableName", value));
        return List.of(SdkCall.of(call, operation.service(), operation.name(), parameters));
    }

    /** https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/transfer-manager.html. */
    private List<SdkCall> transferred(FlowCall call, String method) {
        String lower = method.toLowerCase(Locale.ROOT);
        List<String> names = lower.startsWith("upload") || lower.startsWith("resumeupload")
                ? List.of("PutObject")
                : lower.equals("downloaddirectory")
                        ? List.of("ListObjectsV2", "GetObject")
                        : lower.startsWith("download") || lower.startsWith("resumedownload")
                                ? List.of("GetObject")
                                : lower.equals("copy") ? List.of("CopyObject") : List.of();
        List<SdkCall> calls = new ArrayList<>();
        for (String name : names) {
            services.operation(Sdk.JAVA_2, "s3", name).ifPresent(it -> calls.add(called(call, it, true)));
        }
        return calls;
    }

    private List<SdkCall> presigned(FlowCall call, JavaHandle.Client client, String method) {
        if (!method.startsWith("presign")) {
            return List.of();
        }
        SdkOperation operation = operation(client, method.substring("presign".length()));
        return List.of(
                operation == null
                        ? SdkCall.unknown(call, service(client), "what is signed is not known")
                        : called(call, operation, false));
    }

    /** https://docs.powertools.aws.dev/lambda/java/latest/utilities/parameters/#built-in-provider-class. */
    private List<SdkCall> provided(FlowCall call, JavaHandle.Provider provider, String method) {
        FlowValue first = call.arguments().isEmpty()
                ? new FlowValue.Unknown("its name is not given")
                : call.arguments().getFirst().value();
        boolean several = method.equals("getMultiple");
        if (!method.equals("get") && !several && !method.startsWith("getSecret")) {
            return List.of();
        }
        return switch (provider.type().toLowerCase(Locale.ROOT)) {
            case "secretsprovider" -> List.of(with(call, "secretsmanager", "GetSecretValue", "SecretId", first));
            case "secretcache" ->
                List.of(
                        with(call, "secretsmanager", "DescribeSecret", "SecretId", first),
                        with(call, "secretsmanager", "GetSecretValue", "SecretId", first));
            case "ssmprovider" ->
                List.of(
                        several
                                ? with(call, "ssm", "GetParametersByPath", "Path", first)
                                : with(call, "ssm", "GetParameter", "Name", first));
            case "dynamodbprovider" ->
                List.of(with(
                        call,
                        "dynamodb",
                        several ? "Query" : "GetItem",
                        "TableName",
                        provider.table() == null ? new FlowValue.Unknown("the table is not given") : provider.table()));
            case "appconfigprovider" ->
                List.of(
                        SdkCall.of(call, "appconfigdata", "StartConfigurationSession", List.of()),
                        SdkCall.of(call, "appconfigdata", "GetLatestConfiguration", List.of()));
            default -> List.of();
        };
    }

    private static SdkCall with(FlowCall call, String service, String operation, String parameter, FlowValue value) {
        return SdkCall.of(call, service, operation, List.of(new FlowArgument(parameter, value)));
    }

    /** https://docs.powertools.aws.dev/lambda/java/latest/utilities/idempotency/#required-resources. */
    private static List<SdkCall> idempotency(FlowCall call, FlowValue.Member method) {
        String type = JavaHandle.root(method.of()).text();
        if (!type.startsWith("software.amazon.lambda.powertools.idempotency")
                || !Set.of("DynamoDBPersistenceStore").contains(type.substring(type.lastIndexOf('.') + 1))) {
            return List.of();
        }
        FlowValue table = JavaRequest.get(method, "withTableName");
        FlowValue name = table == null ? new FlowValue.Unknown("the table is not given") : table;
        List<SdkCall> calls = new ArrayList<>();
        for (String operation : List.of("GetItem", "PutItem", "UpdateItem", "DeleteItem")) {
            calls.add(with(call, "dynamodb", operation, "TableName", name));
        }
        return calls;
    }

    /** A method of something that is not known, that is given a request of an SDK by which it is told. */
    private List<SdkCall> byRequest(FlowCall call, String method) {
        for (FlowArgument argument : call.arguments()) {
            for (FlowValue it : Values.alternatives(argument.value())) {
                FlowValue root = JavaHandle.root(it);
                String type =
                        root instanceof FlowValue.Instance made ? made.type().text() : root.text();
                String name = Character.toUpperCase(method.charAt(0)) + method.substring(1);
                if (!type.endsWith("." + name + "Request") || !isUnknown(call.callee())) {
                    continue;
                }
                for (Map.Entry<Sdk, String> sdk : Map.of(
                                Sdk.JAVA_2, "software.amazon.awssdk.services.", Sdk.JAVA_1, "com.amazonaws.services.")
                        .entrySet()) {
                    if (type.startsWith(sdk.getValue())) {
                        String service = type.substring(sdk.getValue().length()).split("\\.", 2)[0];
                        return ofClient(call, new JavaHandle.Client(sdk.getKey(), service), method);
                    }
                }
            }
        }
        return List.of();
    }

    private static boolean isUnknown(FlowValue callee) {
        FlowValue root = callee instanceof FlowValue.Member member ? JavaHandle.root(member.of()) : callee;
        return !(root instanceof ProjectValue);
    }
}
