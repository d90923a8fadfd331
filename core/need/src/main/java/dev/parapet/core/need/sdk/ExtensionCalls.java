package dev.parapet.core.need.sdk;

import dev.parapet.core.flow.FlowCall;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Values;
import dev.parapet.model.PercentEncoding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Requests to extensions within the function, which ask an API with the function's credentials: <a
 * href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets_lambda.html">{@code
 * http://localhost:2773/secretsmanager/get?secretId=…}</a>, <a
 * href="https://docs.aws.amazon.com/systems-manager/latest/userguide/ps-integration-lambda-extensions.html">{@code
 * …/systemsmanager/parameters/get?name=…}</a>, <a
 * href="https://docs.aws.amazon.com/appconfig/latest/userguide/appconfig-integration-lambda-extensions-call.html">{@code
 * http://localhost:2772/applications/…/environments/…/configurations/…}</a>. Whatever makes the request, in any language, is given such a text.
 */
final class ExtensionCalls {
    private static final Pattern ENCODES =
            Pattern.compile("(?i)(quote|quote_plus|encodeuricomponent|encodeuri|escape|encode|escapedatastring)$");

    /** The configuration's parts between the words of its path. */
    private static final List<String> CONFIGURATION = List.of("/applications/", "/environments/", "/configurations/");

    private ExtensionCalls() {}

    /** The calls of APIs behind a request; none for any other call. */
    static List<SdkCall> of(FlowCall call) {
        Set<SdkCall> calls = new LinkedHashSet<>();
        for (FlowArgument argument : call.arguments()) {
            for (FlowValue value : Values.alternatives(argument.value())) {
                url(call, value, calls);
                if (value instanceof FlowValue.MapOf options && options.get("path") instanceof FlowValue path) {
                    Values.alternatives(path).forEach(each -> url(call, each, calls));
                }
            }
        }
        return List.copyOf(calls);
    }

    private static void url(FlowCall call, FlowValue value, Set<SdkCall> calls) {
        List<FlowValue> parts = parts(value);
        if (holds(parts, "/secretsmanager/get")) {
            calls.add(SdkCall.of(call, "secretsmanager", "GetSecretValue", query(call, parts, "secretId", "SecretId")));
        } else if (holds(parts, "/systemsmanager/parameters/get")) {
            calls.add(SdkCall.of(call, "ssm", "GetParameter", query(call, parts, "name", "Name")));
        } else if (CONFIGURATION.stream().allMatch(word -> holds(parts, word))) {
            List<FlowArgument> configuration = List.of(
                    new FlowArgument("ApplicationIdentifier", between(parts, CONFIGURATION.get(0))),
                    new FlowArgument("EnvironmentIdentifier", between(parts, CONFIGURATION.get(1))),
                    new FlowArgument("ConfigurationProfileIdentifier", between(parts, CONFIGURATION.get(2))));
            calls.add(SdkCall.of(call, "appconfigdata", "StartConfigurationSession", configuration));
            calls.add(SdkCall.of(call, "appconfigdata", "GetLatestConfiguration", configuration));
        }
    }

    private static List<FlowValue> parts(FlowValue value) {
        return switch (value) {
            case FlowValue.Text text -> List.of(text);
            case FlowValue.Concatenation(List<FlowValue> parts) -> parts;
            default -> List.of();
        };
    }

    private static boolean holds(List<FlowValue> parts, String text) {
        return parts.stream().anyMatch(it -> it instanceof FlowValue.Text(String written) && written.contains(text));
    }

    /** A parameter of the query: in the address, or beside it in a map. */
    private static List<FlowArgument> query(FlowCall call, List<FlowValue> parts, String name, String parameter) {
        FlowValue found = value(parts, Pattern.compile("[?&]" + name + "=([^&]*)"));
        for (FlowArgument argument : call.arguments()) {
            if (found == null && argument.value() instanceof FlowValue.MapOf map) {
                found = map.get(name);
            }
        }
        return List.of(new FlowArgument(
                parameter, found == null ? new FlowValue.Unknown("the request does not show it") : found));
    }

    private static FlowValue between(List<FlowValue> parts, String word) {
        FlowValue found = value(parts, Pattern.compile(Pattern.quote(word) + "([^/?]*)"));
        return found == null ? new FlowValue.Unknown("the request does not show it") : found;
    }

    /** What a pattern finds in a text, or the part behind that text where the text ends there. */
    private static @Nullable FlowValue value(List<FlowValue> parts, Pattern pattern) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof FlowValue.Text(String text)) {
                Matcher matcher = pattern.matcher(text);
                if (matcher.find()) {
                    List<FlowValue> found = new ArrayList<>();
                    if (!matcher.group(1).isEmpty()) {
                        found.add(new FlowValue.Text(decoded(matcher.group(1))));
                    }
                    if (matcher.end() == text.length() && i + 1 < parts.size()) {
                        found.add(unquoted(parts.get(i + 1)));
                    }
                    return found.isEmpty() ? null : Values.concatenation(found);
                }
            }
        }
        return null;
    }

    private static String decoded(String text) {
        String decoded = PercentEncoding.decoded(text);
        return decoded == null ? text : decoded;
    }

    /** What a call encodes for an address. */
    private static FlowValue unquoted(FlowValue value) {
        return value instanceof FlowValue.Result result
                        && !result.arguments().isEmpty()
                        && ENCODES.matcher(result.of().text()).find()
                ? result.arguments().getFirst().value()
                : value;
    }
}
