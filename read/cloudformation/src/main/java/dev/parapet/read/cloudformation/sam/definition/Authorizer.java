package dev.parapet.read.cloudformation.sam.definition;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import org.jspecify.annotations.Nullable;

/**
 * An authorizer of an API as it is written under {@code Auth.Authorizers}.
 *
 * @param name its name, and where that is written
 * @param written its properties
 */
public record Authorizer(Value.Text name, Value.Mapping written) {
    /** The key for its properties in documents that say more about authorizers than OpenAPI does. */
    static final String EXTENSION = "x-amazon-apigateway-authorizer";

    /** One property; null when it is absent or null. */
    public @Nullable Value get(String property) {
        Value value = written.get(property);
        return value instanceof Value.Null ? null : value;
    }

    /** The function that decides; null when it is no function. */
    public @Nullable Value function() {
        Value function = get("FunctionArn");
        return Intrinsics.isEmpty(function) ? null : function;
    }

    /** The properties under {@code Identity}; none when there are none. */
    Value.@Nullable Mapping identity() {
        return get("Identity") instanceof Value.Mapping identity
                        && !identity.entries().isEmpty()
                ? identity
                : null;
    }

    /** The scopes that a token must have; no list when none are said. */
    public @Nullable Value scopes() {
        return get("AuthorizationScopes");
    }

    /** Where it is written. */
    public Span span() {
        return name.span();
    }

    /** The role with which API Gateway calls the function; null when it calls it by the function's permission. */
    @Nullable
    Value invokeRole() {
        Value role = get("FunctionInvokeRole");
        boolean none = Intrinsics.isEmpty(role)
                || role instanceof Value.Text text && text.text().equals("NONE");
        return none ? null : role;
    }

    /** The address under which API Gateway calls the function. */
    static Table functionUri(Maker maker, String partition, Value function) {
        return maker.sub(
                "arn:" + partition + ":apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${__FunctionArn__}"
                        + "/invocations",
                "__FunctionArn__",
                maker.authored(function));
    }
}
