package dev.parapet.read.cloudformation.sam.graphql;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.InvalidResource;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.MappingBuilder;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who may call an API: one way by default, and others besides. */
final class Authorizers {
    /** For each type that needs a configuration: its name for SAM, and its name for AppSync. */
    private static final Map<String, List<String>> CONFIGURED = Map.of(
            "AWS_LAMBDA", List.of("LambdaAuthorizer", "LambdaAuthorizerConfig"),
            "OPENID_CONNECT", List.of("OpenIDConnect", "OpenIDConnectConfig"),
            "AMAZON_COGNITO_USER_POOLS", List.of("UserPool", "UserPoolConfig"));

    private final Authored api;
    private final List<Value> functions = new ArrayList<>();

    private Authorizers(Authored api) {
        this.api = api;
    }

    /**
     * Sets who may call an API; returns the ARNs of the functions that decide.
     *
     * @throws InvalidResource when a way lacks its configuration, or has another one's
     */
    static List<Value> apply(Authored resource, Made made) {
        Authorizers authorizers = new Authorizers(resource);
        Value.Mapping auth = resource.map(resource.property("Auth"), "Auth");
        made.set("AuthenticationType", auth.get("Type"));
        Configuration first = authorizers.configuration(auth, "Auth", false);
        if (first != null) {
            made.set(first.name(), first.value());
        }
        List<Value> others = new ArrayList<>();
        if (auth.get("Additional") instanceof Value.Sequence additional) {
            for (int i = 0; i < additional.items().size(); i++) {
                Value.Mapping other = resource.map(additional.items().get(i), "Auth.Additional." + i);
                // SAM names the first of them as if it were the default one.
                String path = i == 0 ? "Auth" : "Auth.Additional." + i;
                Configuration configuration = authorizers.configuration(other, path, true);
                MappingBuilder provider = Values.of(other).builder().put("AuthenticationType", other.get("Type"));
                others.add(
                        configuration == null
                                ? provider.build()
                                : provider.put(configuration.name(), configuration.value())
                                        .build());
            }
        }
        if (!others.isEmpty()) {
            made.set("AdditionalAuthenticationProviders", Values.of(auth).list(others));
        }
        return authorizers.functions;
    }

    private record Configuration(String name, Value.Mapping value) {}

    private @Nullable Configuration configuration(Value.Mapping auth, String path, boolean additional) {
        long configurations = CONFIGURED.values().stream()
                .filter(names -> auth.get(names.getFirst()) instanceof Value.Mapping)
                .count();
        if (configurations > 1) {
            throw api.invalid("'" + path + "' has more than one authentication configuration defined.", auth.span());
        }
        String type = auth.get("Type") instanceof Value.Text text ? text.text() : "";
        List<String> names = CONFIGURED.get(type);
        if (names == null) {
            return null;
        }
        Value.Mapping written = Parts.present(auth.get(names.getFirst()));
        if (written == null) {
            throw api.invalid("'" + names.getFirst() + "' must be defined if type is '" + type + "'.", auth.span());
        }
        if (type.equals("AWS_LAMBDA") && written.get("AuthorizerUri") instanceof Value uri) {
            functions.add(uri);
        }
        // Only the default way says what happens to a caller that is not told to be let in or kept out.
        Value.Mapping value = additional && type.equals("AMAZON_COGNITO_USER_POOLS")
                ? MappingBuilder.of(written).remove("DefaultAction").build()
                : written;
        return Intrinsics.isEmpty(value) ? null : new Configuration(names.getLast(), value);
    }
}
