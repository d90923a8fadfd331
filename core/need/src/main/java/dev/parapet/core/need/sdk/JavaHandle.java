package dev.parapet.core.need.sdk;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Values;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an object of an SDK for Java is: a client, or something made by one that calls on its behalf. */
sealed interface JavaHandle {
    /** A client of a service, by the name of the service's package. */
    record Client(Sdk sdk, String name) implements JavaHandle {}

    /** https://sdk.amazonaws.com/java/api/latest/software/amazon/awssdk/services/dynamodb/waiters/DynamoDbWaiter.html. */
    record Waiter(Client client) implements JavaHandle {}

    /**
     * A table of the enhanced client, of the document API, or the mapper.
     *
     * @param methods which operation each method calls
     * @param table its name; null where there is none, or each call says it
     */
    record Table(Map<String, String> methods, @Nullable FlowValue table) implements JavaHandle {}

    /** S3's transfer manager, of version 1 or 2. */
    record Transfer() implements JavaHandle {}

    /** What signs requests for others. */
    record Presigner(Client client) implements JavaHandle {}

    /** Parameters as Powertools gets them, by the name of the provider's class. */
    record Provider(String type, @Nullable FlowValue table) implements JavaHandle {}

    /** Methods that finish a builder. */
    Set<String> FINISHING = Set.of("build", "create", "defaultClient", "buildAsync");

    /** What a value is; empty where it is nothing of an SDK that calls, or not finished yet. */
    static Optional<JavaHandle> of(FlowValue value) {
        for (FlowValue it : Values.alternatives(value)) {
            Optional<JavaHandle> found = single(it);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<JavaHandle> single(FlowValue value) {
        return switch (value) {
            case FlowValue.Instance it -> ofType(it.type().text());
            case FlowValue.Result it when it.of() instanceof FlowValue.Member method -> made(method, it.arguments());
            default -> Optional.empty();
        };
    }

    private static Optional<JavaHandle> made(FlowValue.Member method, List<FlowArgument> arguments) {
        String name = method.name();
        FlowValue first = arguments.isEmpty() ? null : arguments.getFirst().value();
        Optional<JavaHandle> of = of(method.of());
        if (of.isPresent()) {
            return switch (of.get()) {
                case Client client when name.equals("waiter") -> Optional.of(new Waiter(client));
                case Table ignored
                when name.equals("getTable") || name.equals("table") ->
                    Optional.of(new Table(name.equals("table") ? JavaTables.ENHANCED : JavaTables.DOCUMENT, first));
                case Table table when name.equals("index") || name.equals("getIndex") -> Optional.of(table);
                case Provider provider when name.startsWith("with") -> Optional.of(provider);
                default -> Optional.empty();
            };
        }
        if (name.endsWith("Provider") && method.of().text().endsWith("powertools.parameters.ParamManager")) {
            return Optional.of(new Provider(name.substring("get".length()), first));
        }
        if (!FINISHING.contains(name)) {
            return Optional.empty();
        }
        FlowValue root = root(method.of());
        return root instanceof FlowValue.Member || root instanceof FlowValue.Instance
                ? ofType(root instanceof FlowValue.Instance it ? it.type().text() : root.text())
                        .map(it -> it instanceof Provider provider
                                ? new Provider(provider.type(), JavaRequest.get(method, "withTable"))
                                : it)
                : Optional.empty();
    }

    /** What a chain of calls begins with. */
    static FlowValue root(FlowValue chain) {
        FlowValue of = chain;
        while (of instanceof FlowValue.Result result && result.of() instanceof FlowValue.Member member) {
            of = member.of();
        }
        return of;
    }

    /** What an object of a class is. */
    static Optional<JavaHandle> ofType(String qualified) {
        int dot = qualified.lastIndexOf('.');
        String type = qualified.substring(dot + 1);
        String module = dot < 0 ? "" : qualified.substring(0, dot);
        if (module.startsWith("software.amazon.awssdk.enhanced.dynamodb")) {
            return type.matches("DynamoDbEnhanced(?:Async)?Client")
                    ? Optional.of(new Table(JavaTables.ENHANCED_CLIENT, null))
                    : type.matches("DynamoDb(?:Async)?(?:Table|Index)")
                            ? Optional.of(new Table(JavaTables.ENHANCED, null))
                            : Optional.empty();
        }
        if (module.startsWith("software.amazon.awssdk.transfer.s3")
                || module.equals("com.amazonaws.services.s3.transfer")) {
            return type.matches("(?:S3)?TransferManager(?:Builder)?") ? Optional.of(new Transfer()) : Optional.empty();
        }
        if (module.startsWith("software.amazon.awssdk.services.")) {
            Client client = new Client(Sdk.JAVA_2, service(module, "software.amazon.awssdk.services."));
            // Of packages that are imported whole, the one whose name the class has is meant.
            if (!type.toLowerCase(Locale.ROOT).startsWith(client.name())) {
                return Optional.empty();
            }
            return type.endsWith("Presigner")
                    ? Optional.of(new Presigner(client))
                    : type.endsWith("Waiter")
                            ? Optional.of(new Waiter(client))
                            : type.endsWith("Client") ? Optional.of(client) : Optional.empty();
        }
        if (module.startsWith("com.amazonaws.services.")) {
            return first(module, type);
        }
        return module.startsWith("software.amazon.lambda.powertools.parameters") && type.endsWith("Provider")
                        || qualified.equals("com.amazonaws.secretsmanager.caching.SecretCache")
                ? Optional.of(new Provider(type, null))
                : Optional.empty();
    }

    /** https://docs.aws.amazon.com/AWSJavaSDK/latest/javadoc/: clients are in the package of their service itself. */
    private static Optional<JavaHandle> first(String module, String type) {
        if (module.equals("com.amazonaws.services.dynamodbv2.document")) {
            return switch (type) {
                case "DynamoDB" -> Optional.of(new Table(JavaTables.DOCUMENT_CLIENT, null));
                case "Table", "Index" -> Optional.of(new Table(JavaTables.DOCUMENT, null));
                default -> Optional.empty();
            };
        }
        if (module.equals("com.amazonaws.services.dynamodbv2.datamodeling")) {
            return type.equals("DynamoDBMapper") || type.equals("IDynamoDBMapper")
                    ? Optional.of(new Table(JavaTables.MAPPER, null))
                    : Optional.empty();
        }
        String service = module.substring("com.amazonaws.services.".length());
        boolean client = !service.contains(".")
                && (type.startsWith("Amazon") || type.startsWith("AWS"))
                && isNamed(type, service)
                && !type.endsWith("Exception")
                && !type.endsWith("Result")
                && !type.endsWith("Request");
        return client ? Optional.of(new Client(Sdk.JAVA_1, service)) : Optional.empty();
    }

    /** Whether a class has the name of a package: of packages that are imported whole, that one is meant. */
    private static boolean isNamed(String type, String service) {
        String plain = type.replaceFirst("^(?:Amazon|AWS)", "").toLowerCase(Locale.ROOT);
        String name = service.equals("cognitoidp") ? "cognitoidentityprovider" : service.replaceFirst("v2$", "");
        return plain.startsWith(name) || name.startsWith(plain.replaceFirst("(?:async)?(?:client)?(?:builder)?$", ""));
    }

    private static String service(String module, String before) {
        String rest = module.substring(before.length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }
}
