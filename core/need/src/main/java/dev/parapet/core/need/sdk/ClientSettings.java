package dev.parapet.core.need.sdk;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What clients are made with: of the client itself, and of the session, configuration or other client that it is made of. */
public final class ClientSettings {
    private static final int MAXIMUM_DEPTH = 12;

    /** https://boto3.amazonaws.com/v1/documentation/api/latest/reference/core/session.html, …/AWSJavaScriptSDK/v3/latest/client/s3/ */
    private static final Set<String> REGION = Set.of("region", "region_name");

    /** Arguments that are made of settings themselves. */
    private static final Set<String> OF_SETTINGS = Set.of("client", "config", "session", "botocore_session");

    /**
     * A setting.
     *
     * @param name its name, in lower case
     */
    record Setting(String name, FlowValue value) {}

    private final Set<String> names;
    private final List<Setting> found = new ArrayList<>();

    private ClientSettings(Set<String> names) {
        this.names = names;
    }

    /** The settings of some names, in lower case, those of the client itself first. */
    static List<Setting> of(FlowValue client, Set<String> names) {
        ClientSettings settings = new ClientSettings(names);
        settings.client(client, 0);
        return settings.found;
    }

    /** The region that a call goes to; empty where that is the function's own, or nothing tells. */
    public static Optional<FlowValue> region(ApiCall call) {
        return call instanceof SdkCall sdk
                ? of(sdk.client(), REGION).stream().map(Setting::value).findFirst()
                : Optional.empty();
    }

    private void client(FlowValue value, int depth) {
        if (depth > MAXIMUM_DEPTH) {
            return;
        }
        for (FlowValue it : Values.alternatives(value)) {
            switch (it) {
                case FlowValue.Member member -> client(member.of(), depth + 1);
                case FlowValue.Result result -> {
                    positional(result);
                    arguments(result.arguments(), depth);
                    client(result.of(), depth + 1);
                }
                case FlowValue.Instance instance -> {
                    arguments(instance.arguments(), depth);
                    client(instance.type(), depth + 1);
                }
                default -> {}
            }
        }
    }

    /** {@code boto3.client("s3", "eu-west-1")}. */
    private void positional(FlowValue.Result result) {
        boolean boto = result.of() instanceof FlowValue.Member method
                && (method.name().equals("client") || method.name().equals("resource"));
        if (boto
                && names.contains("region_name")
                && Parameters.argument("1", result.arguments()) instanceof FlowValue.Text region) {
            found.add(new Setting("region_name", region));
        }
    }

    private void arguments(List<FlowArgument> arguments, int depth) {
        for (FlowArgument argument : arguments) {
            String name = argument.name() == null ? "" : argument.name().toLowerCase(Locale.ROOT);
            if (names.contains(name)) {
                found.add(new Setting(name, argument.value()));
            }
            if (argument.value() instanceof FlowValue.MapOf map && depth < MAXIMUM_DEPTH) {
                arguments(map.entries(), depth + 1);
            } else if (name.isEmpty() || OF_SETTINGS.contains(name)) {
                client(argument.value(), depth + 1);
            }
        }
    }
}
