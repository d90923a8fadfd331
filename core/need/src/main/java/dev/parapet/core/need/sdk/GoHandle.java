package dev.parapet.core.need.sdk;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Something of the AWS SDK for Go through which its APIs are called. */
sealed interface GoHandle {
    /** A package of a service: {@code github.com/aws/aws-sdk-go-v2/service/s3}, {@code github.com/aws/aws-sdk-go/service/sqs/sqsiface}. */
    Pattern SERVICE = Pattern.compile("github\\.com/aws/aws-sdk-go(-v2)?/service/([a-z0-9]+)(?:/([a-z0-9]+))?");

    /** Packages of transfer managers. */
    Pattern MANAGER =
            Pattern.compile("github\\.com/aws/aws-sdk-go(?:-v2/feature/s3/(?:transfer)?manager|/service/s3/s3manager)");

    /**
     * A client, or what presigns requests for one.
     *
     * @param sdk which version
     * @param name the package's name of the service
     */
    record Client(Sdk sdk, String name) implements GoHandle {}

    /**
     * What goes through the pages of an operation.
     *
     * @param input what it was made with; null where only its type is known
     */
    record Paginator(
            Client client, String operation, @Nullable FlowValue input) implements GoHandle {}

    /** What waits for a state. */
    record Waiter(Client client, String state) implements GoHandle {}

    /** What sends objects in parts, or gets them. */
    record Manager() implements GoHandle {}

    /** What a value is; empty where it is nothing of the SDK. */
    static Optional<GoHandle> of(FlowValue value) {
        return switch (value) {
            case FlowValue.Result result
            when result.of() instanceof FlowValue.Member function -> of(function, result.arguments(), false);
            case FlowValue.Instance instance
            when instance.type() instanceof FlowValue.Member type -> of(type, instance.arguments(), true);
            default -> Optional.empty();
        };
    }

    private static Optional<GoHandle> of(FlowValue.Member member, List<FlowArgument> arguments, boolean isType) {
        if (!(member.of() instanceof FlowValue.Library library)) {
            return Optional.empty();
        }
        // Of a type, what its constructor would be called.
        String made = isType ? member.name() : member.name().replaceFirst("^New", "");
        if (!isType && !member.name().startsWith("New")) {
            return Optional.empty();
        }
        if (MANAGER.matcher(library.name()).matches()) {
            return Optional.of(new Manager());
        }
        Optional<Client> client = client(library);
        if (client.isEmpty()) {
            return Optional.empty();
        }
        if (made.endsWith("Paginator")) {
            FlowValue input = isType ? null : Parameters.argument("1", arguments);
            return Optional.of(new Paginator(client.get(), without(made, "Paginator"), input));
        }
        if (made.endsWith("Waiter")) {
            return Optional.of(new Waiter(client.get(), without(made, "Waiter")));
        }
        // A type of requests or answers is no client; an interface of one is called after it.
        boolean ofClient = !isType || !made.matches(".*(Input|Output|Options|Request|Response)");
        return ofClient && !library.name().endsWith("/types") ? Optional.of(client.get()) : Optional.empty();
    }

    private static String without(String name, String end) {
        return name.substring(0, name.length() - end.length());
    }

    /** The service that a package is of. */
    static Optional<Client> client(FlowValue.Library library) {
        Matcher matcher = SERVICE.matcher(library.name());
        return matcher.matches()
                ? Optional.of(new Client(matcher.group(1) == null ? Sdk.GO_1 : Sdk.GO_2, matcher.group(2)))
                : Optional.empty();
    }
}
