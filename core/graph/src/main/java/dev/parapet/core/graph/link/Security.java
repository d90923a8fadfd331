package dev.parapet.core.graph.link;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may call an operation of an OpenAPI document, as API Gateway takes it: of the schemes that {@code security} names, authorizers and
 * signatures count, an API key is asked for besides, and a scheme that API Gateway does not know is no protection
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html,
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authtype.html).
 */
final class Security {
    /** The extension that makes a scheme an authorizer. */
    static final String AUTHORIZER = "x-amazon-apigateway-authorizer";

    private static final String AUTHTYPE = "x-amazon-apigateway-authtype";
    private static final Map<String, String> TYPES = Map.of(
            "awsSigv4", "iam", "cognito_user_pools", "cognito", "token", "lambda", "request", "lambda", "jwt", "jwt");
    private static final Map<String, String> DECLARED = Map.of("NONE", "none", "AWS_IAM", "iam");
    private static final Set<String> KEY_NAMES = Set.of("x-api-key", "X-API-Key", "X-Api-Key", "X-API-KEY");

    private final Map<String, PropertyPath.Hit> schemes;
    private final Value otherwise;
    private final List<String> asked = new ArrayList<>();

    Security(Map<String, PropertyPath.Hit> schemes, Value otherwise) {
        this.schemes = schemes;
        this.otherwise = otherwise;
    }

    /** The schemes that the operation names, once {@link #of} was asked. */
    List<String> asked() {
        return asked;
    }

    /** The word for how an operation's callers are known. */
    Value of(Value.Mapping operation, Value.Mapping document, Span key) {
        Value declared = OpenApi.declared(operation);
        Value security = operation.get("security");
        if (declared == null && security == null) {
            declared = OpenApi.declared(document);
            security = document.get("security");
        }
        Value none = otherwise instanceof Value.Text word ? new Value.Text(word.text(), key) : otherwise;
        if (declared != null) {
            return Facts.unlessNone(Facts.word(declared, DECLARED, "none", key), none);
        }
        if (security == null) {
            return none;
        }
        return Facts.choose(security, known -> known instanceof Value.Sequence list ? strongest(list, none) : none);
    }

    /** Authorizers and signatures before keys, keys before nothing; what is unknown before a key, for it may be either. */
    private Value strongest(Value.Sequence requirements, Value none) {
        Value best = none;
        for (Value requirement : requirements.items()) {
            if (!(requirement instanceof Value.Mapping names)) {
                if (requirement instanceof Value.Unresolved || requirement instanceof Value.Conditional) {
                    best = stronger(best, requirement, none);
                }
                continue;
            }
            for (String name : names.entries().keySet()) {
                PropertyPath.Hit hit = schemes.get(name);
                if (hit != null && hit.value() instanceof Value.Mapping scheme) {
                    asked.add(name);
                    best = stronger(best, scheme(scheme), none);
                } else if (hit != null) {
                    best = stronger(best, hit.value(), none);
                }
            }
        }
        return best;
    }

    private Value stronger(Value best, Value word, Value none) {
        if (word instanceof Value.Conditional either) {
            return new Value.Conditional(
                    either.condition(),
                    stronger(best, requirement(either.whenTrue(), none), none),
                    stronger(best, requirement(either.whenFalse(), none), none),
                    either.span());
        }
        return rank(word) > rank(best) ? word : best;
    }

    private Value requirement(Value branch, Value none) {
        return branch instanceof Value.Mapping
                ? strongest(new Value.Sequence(List.of(branch), branch.span()), none)
                : branch instanceof Value.Absent ? none : branch;
    }

    private static int rank(Value word) {
        if (word instanceof Value.Text text) {
            return switch (text.text()) {
                case "none" -> 0;
                case "api-key" -> 1;
                default -> 3;
            };
        }
        return 2;
    }

    /** The word for a scheme; {@code none} for one that API Gateway does not enforce. */
    static Value scheme(Value.Mapping scheme) {
        Value authtype = scheme.get(AUTHTYPE);
        Value authorizer = scheme.get(AUTHORIZER);
        if (authorizer != null) {
            Value type = authorizer instanceof Value.Mapping mapping ? mapping.get("type") : null;
            return word(type, "lambda", authorizer.span());
        }
        if (authtype != null) {
            return word(authtype, "none", authtype.span());
        }
        boolean isKey = scheme.get("name") instanceof Value.Text name && KEY_NAMES.contains(name.text());
        return new Value.Text(isKey ? "api-key" : "none", scheme.span());
    }

    private static Value word(@Nullable Value type, String otherwise, Span span) {
        return Facts.word(type, TYPES, otherwise, span);
    }
}
