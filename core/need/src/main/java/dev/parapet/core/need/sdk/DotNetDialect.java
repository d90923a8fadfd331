package dev.parapet.core.need.sdk;

import dev.parapet.core.flow.FlowCall;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Values;
import dev.parapet.model.code.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The AWS SDK for .NET (https://docs.aws.amazon.com/sdkfornet/v4/apidocs/) and libraries above it: clients are told by the names of
 * their types, {@code AmazonS3Client} and {@code IAmazonS3}; methods are called as operations are, with {@code Async}, and get an object
 * of a request or, some of them, values by position.
 */
final class DotNetDialect implements SdkDialect {
    /** Names of fields of requests that are not those of the API. */
    private static final Map<String, String> FIELDS =
            Map.of("BucketName", "Bucket", "DestinationBucket", "Bucket", "DestinationKey", "Key", "ObjectKey", "Key");

    /** What a client has beside operations. */
    private static final Set<String> LOCAL =
            Set.of("Dispose", "GetType", "ToString", "DetermineServiceOperationEndPoint");

    private final ServiceTable services;
    private final DotNetMethods methods = new DotNetMethods();

    DotNetDialect(ServiceTable services) {
        this.services = services;
    }

    @Override
    public List<SdkCall> recognise(FlowCall call) {
        if (call.made()) {
            return signing(call);
        }
        if (!(call.callee() instanceof FlowValue.Member method)) {
            return List.of();
        }
        String name = method.name().endsWith("Async")
                ? method.name().substring(0, method.name().length() - "Async".length())
                : method.name();
        if (DotNetTypes.name(method.of()).equals("Table") && name.endsWith("LoadTable")) {
            FlowValue table = Parameters.argument("1", call.arguments());
            return List.of(SdkCall.of(call, "dynamodb", "DescribeTable", parameter("TableName", table)));
        }
        boolean pages =
                method.of() instanceof FlowValue.Member member && member.name().equals("Paginators");
        FlowValue of = pages ? ((FlowValue.Member) method.of()).of() : method.of();
        String type = DotNetTypes.of(of);
        List<SdkService> found = DotNetTypes.services(type, services);
        if (!found.isEmpty()) {
            return ofClient(call, found, name);
        }
        List<SdkCall> above = ofTable(call, type, name, LibraryPath.madeWith(of));
        return above.isEmpty() ? byRequest(call, name) : above;
    }

    /** What signs the requests of a client of OpenSearch: https://github.com/opensearch-project/opensearch-net/blob/main/guides/auth.md. */
    private static List<SdkCall> signing(FlowCall call) {
        if (!DotNetTypes.name(call.callee()).equals("AwsSigV4HttpConnection")) {
            return List.of();
        }
        boolean serverless = call.arguments().stream()
                .map(FlowArgument::value)
                .anyMatch(it -> it.equals(new FlowValue.Text("aoss"))
                        || it instanceof FlowValue.Member constant
                                && constant.name().equals("OpenSearchServerlessService"));
        return List.of(SdkCall.of(call, serverless ? "aoss" : "es", "SignedRequest", List.of()));
    }

    private static List<FlowArgument> parameter(String name, @Nullable FlowValue value) {
        return value == null ? List.of() : List.of(new FlowArgument(name, value));
    }

    private List<SdkCall> ofClient(FlowCall call, List<SdkService> found, String name) {
        if (LOCAL.contains(name)) {
            return List.of();
        }
        if (name.equals("GetPreSignedURL") || name.equals("GeneratePreSignedURL")) {
            return List.of(presigned(call));
        }
        for (SdkService service : found) {
            List<SdkCall> calls = ofTable(call, service.name(), name, List.of());
            if (!calls.isEmpty()) {
                return calls;
            }
        }
        for (SdkService service : found) {
            Optional<SdkOperation> operation = service.operation(name);
            if (operation.isPresent()) {
                return List.of(SdkCall.of(
                        call, service.name(), operation.get().name(), parameters(call, operation.get(), null)));
            }
        }
        return List.of(SdkCall.unknown(
                call, found.getFirst().name(), "'" + name + "' is no operation that is known of the service"));
    }

    /** What the table says of a method. */
    private List<SdkCall> ofTable(FlowCall call, String type, String name, List<FlowArgument> madeWith) {
        List<SdkCall> calls = new ArrayList<>();
        List<FlowArgument> arguments = new ArrayList<>(call.arguments());
        if (type.equals("DynamoDBContext")) {
            arguments.addAll(parameter("table", MappedTable.of(call, true)));
        }
        for (DotNetMethods.Method method : methods.of(type, name)) {
            SdkOperation operation = services.service(method.service())
                    .flatMap(it -> it.operation(method.operation()))
                    .orElseThrow();
            List<FlowArgument> given = parameters(
                    call, operation, method.parameters().of(new Parameters.Given(arguments, madeWith, Map.of())));
            calls.add(SdkCall.of(call, operation.service(), operation.name(), given));
        }
        return calls;
    }

    /** A URL is signed for reading, unless its verb says otherwise. */
    private SdkCall presigned(FlowCall call) {
        String verb = "";
        for (FlowArgument argument : call.arguments()) {
            for (FlowValue it : Values.alternatives(argument.value())) {
                FlowValue field = it instanceof FlowValue.Instance request ? field(request, "Verb") : null;
                verb = field == null ? verb : field.text();
            }
        }
        String name = verb.endsWith("PUT")
                ? "PutObject"
                : verb.endsWith("DELETE") ? "DeleteObject" : verb.endsWith("HEAD") ? "HeadObject" : "GetObject";
        SdkOperation operation =
                services.service("s3").flatMap(it -> it.operation(name)).orElseThrow();
        return SdkCall.of(call, "s3", name, parameters(call, operation, null));
    }

    private static @Nullable FlowValue field(FlowValue.Instance request, String name) {
        return Parameters.argument(name, request.arguments());
    }

    /** A method of something unknown that is given a request of an operation of its name, of a namespace that the file uses. */
    private List<SdkCall> byRequest(FlowCall call, String name) {
        for (FlowArgument argument : call.arguments()) {
            for (FlowValue it : Values.alternatives(argument.value())) {
                if (!DotNetTypes.of(it).equals(name + "Request")) {
                    continue;
                }
                for (SdkService service : used(call)) {
                    if (service.operation(name).isPresent()) {
                        return ofClient(call, List.of(service), name);
                    }
                }
            }
        }
        return List.of();
    }

    /** The services whose namespaces a file uses: {@code using Amazon.S3.Model;}. */
    private Set<SdkService> used(FlowCall call) {
        Set<SdkService> used = new LinkedHashSet<>();
        for (Statement statement : call.file().body()) {
            if (statement instanceof Statement.Import it && it.module().startsWith("Amazon.")) {
                String[] parts = it.module().split("\\.", -1);
                used.addAll(services.services(Sdk.DOTNET, parts[1]));
            }
        }
        return used;
    }

    /**
     * The parameters of a call: the fields of the request that it is given, or what the table says, or values by position, which are
     * those that an operation must be given.
     */
    private static List<FlowArgument> parameters(
            FlowCall call, SdkOperation operation, @Nullable List<FlowArgument> otherwise) {
        List<FlowArgument> parameters = new ArrayList<>();
        boolean request = false;
        List<FlowValue> positional = new ArrayList<>();
        for (FlowArgument argument : call.arguments()) {
            for (FlowValue it : Values.alternatives(argument.value())) {
                if (it instanceof FlowValue.Instance instance && isRequest(instance)) {
                    request = true;
                    fields(instance, operation, parameters);
                }
            }
            positional.add(argument.value());
        }
        if (request) {
            return parameters;
        }
        if (otherwise != null) {
            return otherwise;
        }
        for (int i = 0; i < positional.size() && i < operation.required().size(); i++) {
            if (positional.size() == 1 && !isPlain(positional.getFirst())) {
                parameters.add(new FlowArgument(null, positional.getFirst(), true));
                return parameters;
            }
            parameters.add(new FlowArgument(operation.required().get(i), positional.get(i)));
        }
        return parameters;
    }

    private static boolean isRequest(FlowValue.Instance instance) {
        String type = DotNetTypes.name(instance.type());
        // What `new() { … }` makes is said by the method alone.
        boolean implied = instance.type() instanceof FlowValue.Unknown;
        return type.endsWith("Request") || type.endsWith("Config") || implied && hasFields(instance);
    }

    private static boolean hasFields(FlowValue.Instance instance) {
        return instance.arguments().stream().anyMatch(it -> it.name() != null);
    }

    private static boolean isPlain(FlowValue value) {
        return value instanceof FlowValue.Text
                || value instanceof FlowValue.Environment
                || value instanceof FlowValue.Concatenation
                || value instanceof FlowValue.Event
                || value instanceof FlowValue.Either;
    }

    private static void fields(FlowValue.Instance request, SdkOperation operation, List<FlowArgument> into) {
        if (request.made() == null && request.arguments().isEmpty()) {
            into.add(new FlowArgument(null, request, true));
        }
        List<String> required = operation.required();
        int passed = 0;
        for (FlowArgument field : request.arguments()) {
            String name = field.name();
            if (name == null) {
                // Constructors of requests get what the operation must be given.
                if (passed < required.size()) {
                    into.add(new FlowArgument(required.get(passed), field.value()));
                }
                passed++;
            } else {
                String plain = name.equals("OverrideTableName") ? "TableName" : FIELDS.getOrDefault(name, name);
                into.add(new FlowArgument(operation.parameter(plain).orElse(plain), field.value()));
            }
        }
    }
}
