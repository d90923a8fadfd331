package dev.parapet.core.graph.link;

import dev.parapet.core.graph.json.JsonText;
import dev.parapet.model.Resource;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands before all endpoints of an API of API Gateway: a private endpoint
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html), a resource policy
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies.html), client certificates on every name by
 * which it is reached (https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html).
 */
final class Reach {
    /** Condition keys that tell no caller from another. */
    private static final Set<String> ASKED_OF_EVERYBODY =
            Set.of("aws:currenttime", "aws:epochtime", "aws:securetransport", "s3:tlsversion");

    private static final PropertyPath TYPES = PropertyPath.of("EndpointConfiguration.Types");

    private final Draft draft;
    private final Set<String> behindCertificates = new HashSet<>();

    Reach(Draft draft) {
        this.draft = draft;
        certificates("AWS::ApiGateway::BasePathMapping", "RestApiId");
        certificates("AWS::ApiGatewayV2::ApiMapping", "ApiId");
    }

    /** The APIs that only answer under a domain name that asks for a client certificate. */
    private void certificates(String type, String property) {
        Set<String> open = new HashSet<>();
        for (Resource mapping : draft.ofType(type)) {
            Resource api = draft.target(mapping, mapping.properties().get(property));
            Resource domain = draft.target(mapping, mapping.properties().get("DomainName"));
            if (api == null || !isTrue(api.properties().get("DisableExecuteApiEndpoint"))) {
                continue;
            }
            boolean certificate =
                    domain != null && domain.properties().get("MutualTlsAuthentication") instanceof Value.Mapping;
            (certificate ? behindCertificates : open).add(api.id().toString());
        }
        behindCertificates.removeAll(open);
    }

    private static boolean isTrue(@Nullable Value value) {
        return Facts.truth(value, Span.of("", 1, 1, 1, 1)) instanceof Value.Bool bool && bool.value();
    }

    /** The way in which a caller of an API is known where its endpoints ask for nothing. */
    Value otherwise(Resource api) {
        boolean certificate = behindCertificates.contains(api.id().toString());
        return new Value.Text(certificate ? "mutual-tls" : "none", api.head());
    }

    /** Whether the Internet does not reach an API. */
    static Value isPrivate(Resource api) {
        List<PropertyPath.Hit> types = TYPES.from(api.properties(), null);
        Value found = new Value.Bool(false, api.head());
        for (PropertyPath.Hit hit : types) {
            Value value = hit.value() instanceof Value.Sequence sequence ? firstPrivate(sequence) : hit.value();
            Value truth = Facts.choose(
                    value,
                    known -> new Value.Bool(
                            known instanceof Value.Text text && text.text().equals("PRIVATE"), known.span()));
            found = hit.condition() == null
                    ? truth
                    : new Value.Conditional(
                            hit.condition(), truth, found, hit.value().span());
        }
        return found;
    }

    private static Value firstPrivate(Value.Sequence types) {
        Value first = new Value.Bool(false, types.span());
        for (Value type : types.items()) {
            if (!(type instanceof Value.Text text) || text.text().equals("PRIVATE")) {
                first = type;
            }
        }
        return first;
    }

    /** {@code open} or {@code narrowed} where there is a policy, else null; what is not known stays so. */
    static @Nullable Value policy(@Nullable Value policy) {
        if (policy == null || policy instanceof Value.Absent) {
            return null;
        }
        if (policy instanceof Value.Conditional either) {
            Value none = new Value.Text("open", either.span());
            Value whenTrue = policy(either.whenTrue());
            Value whenFalse = policy(either.whenFalse());
            return new Value.Conditional(
                    either.condition(),
                    whenTrue == null ? none : whenTrue,
                    whenFalse == null ? none : whenFalse,
                    either.span());
        }
        if (!(policy instanceof Value.Mapping || policy instanceof Value.Text || policy instanceof Value.Composed)) {
            return policy;
        }
        Value document = JsonText.parse(policy) instanceof JsonText.Result.Parsed parsed ? parsed.value() : policy;
        boolean narrowed = true;
        for (PropertyPath.Hit hit : PropertyPath.of("Statement[]").from(document, null)) {
            if (hit.value() instanceof Value.Mapping statement) {
                if (statement.get("Effect") instanceof Value.Text effect
                        && effect.text().equals("Deny")) {
                    if (denies(statement)) {
                        return new Value.Text("narrowed", policy.span());
                    }
                } else if (!singlesOut(statement.get("Condition")) && isEverybody(statement.get("Principal"))) {
                    narrowed = false;
                }
            }
        }
        return new Value.Text(narrowed ? "narrowed" : "open", policy.span());
    }

    /** Whether a condition asks for more than an hour, or for TLS, which everybody has. */
    private static boolean singlesOut(@Nullable Value conditions) {
        if (!(conditions instanceof Value.Mapping operators)) {
            return conditions != null && !(conditions instanceof Value.Absent);
        }
        for (Map.Entry<String, Value.Entry> operator : operators.entries().entrySet()) {
            if (operator.getKey().toLowerCase(Locale.ROOT).startsWith("date")) {
                continue;
            }
            if (!(operator.getValue().value() instanceof Value.Mapping keys)) {
                return true;
            }
            for (String key : keys.entries().keySet()) {
                if (!ASKED_OF_EVERYBODY.contains(key.toLowerCase(Locale.ROOT))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a Deny turns away all callers but some: those from elsewhere, or without something. */
    private static boolean denies(Value.Mapping statement) {
        if (!(statement.get("Condition") instanceof Value.Mapping condition)) {
            return isEverybody(statement.get("Principal"));
        }
        for (Map.Entry<String, Value.Entry> operator : condition.entries().entrySet()) {
            if (operator.getKey().toLowerCase(Locale.ROOT).contains("not")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEverybody(@Nullable Value principal) {
        for (PropertyPath.Hit hit : PropertyPath.each(principal, null)) {
            Value who = hit.value() instanceof Value.Mapping mapping ? mapping.get("AWS") : hit.value();
            for (PropertyPath.Hit name : PropertyPath.each(who, null)) {
                if (name.value() instanceof Value.Text text && text.text().equals("*")) {
                    return true;
                }
            }
        }
        return false;
    }
}
