package dev.parapet.read.cloudformation.sam.definition;

import dev.parapet.model.Decimal;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Owner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The authorizers of REST APIs: Cognito user pools, functions that see a token or the request, IAM. */
public final class RestAuthorizers {
    private RestAuthorizers() {}

    /** Checks what SAM checks of one. */
    public static void check(Authorizer authorizer, Owner api) {
        String name = authorizer.name().text();
        Value payload = authorizer.get("FunctionPayloadType");
        if (payload != null && !isText(payload, "TOKEN") && !isText(payload, "REQUEST")) {
            throw api.invalid(
                    name + " Authorizer has invalid 'FunctionPayloadType': " + Definition.written(payload) + ".",
                    payload.span());
        }
        if (isText(payload, "REQUEST") && lacksIdentity(authorizer, api)) {
            throw api.invalid(
                    name
                            + " Authorizer must specify Identity with at least one of Headers, QueryStrings, StageVariables, or"
                            + " Context.",
                    authorizer.span());
        }
        if (authorizer.scopes() != null) {
            api.list(authorizer.scopes(), "Authorizers." + name + ".AuthorizationScopes");
        }
        if (authorizer.get("DisableFunctionDefaultPermissions") != null) {
            api.bool(
                    authorizer.get("DisableFunctionDefaultPermissions"),
                    "Authorizers." + name + ".DisableFunctionDefaultPermissions");
        }
    }

    private static boolean isText(@Nullable Value value, String text) {
        return value instanceof Value.Text known && known.text().equals(text);
    }

    private static boolean lacksIdentity(Authorizer authorizer, Owner api) {
        Value written = authorizer.get("Identity");
        if (Intrinsics.isEmpty(written)) {
            return true;
        }
        Value.Mapping identity =
                api.map(written, "Authorizer." + authorizer.name().text() + ".Identity");
        boolean lacks = Intrinsics.isEmpty(identity.get("Headers"))
                && Intrinsics.isEmpty(identity.get("QueryStrings"))
                && Intrinsics.isEmpty(identity.get("StageVariables"))
                && Intrinsics.isEmpty(identity.get("Context"));
        return lacks && isRemembered(identity.get("ReauthorizeEvery"));
    }

    /** Whether answers are kept for a while, as far as that is known: without that they need nothing to be kept by. */
    private static boolean isRemembered(@Nullable Value seconds) {
        return switch (seconds) {
            case Value.Number number -> number.value().compareTo(Decimal.of(1)) >= 0;
            case Value.Bool bool -> bool.value();
            case Value.Text text -> !text.text().strip().matches("[+-]?0+|-\\d+");
            case null, default -> true;
        };
    }

    /** IAM as an authorizer of its own name. */
    public static Table iam(Maker maker) {
        return head(maker, maker.text("Authorization"), "awsSigv4");
    }

    private static Table head(Maker maker, Node header, String kind) {
        return maker.table()
                .put("type", maker.text("apiKey"))
                .put("name", header)
                .put("in", maker.text("header"))
                .put("x-amazon-apigateway-authtype", maker.text(kind));
    }

    /** One as it stands in the document. */
    public static Table table(Authorizer authorizer, Maker maker, String partition, Owner api) {
        boolean cognito = !Intrinsics.isEmpty(authorizer.get("UserPoolArn"));
        boolean request = !cognito && isText(authorizer.get("FunctionPayloadType"), "REQUEST");
        Node header = request ? maker.text("Unused") : header(authorizer, maker, api);
        Table made = head(maker, header, cognito ? "cognito_user_pools" : "custom");
        Table extension = cognito
                ? maker.table()
                        .put("type", maker.text("cognito_user_pools"))
                        .put("providerARNs", pools(authorizer, maker))
                : lambda(authorizer, maker, partition, request, api);
        made.put(Authorizer.EXTENSION, extension);
        Value.Mapping identity = authorizer.identity();
        if (!request && identity != null && !Intrinsics.isEmpty(identity.get("ValidationExpression"))) {
            extension.put("identityValidationExpression", maker.authoredOrNull(identity.get("ValidationExpression")));
        }
        return made;
    }

    private static Node header(Authorizer authorizer, Maker maker, Owner api) {
        Value written = authorizer.get("Identity");
        if (!Intrinsics.isEmpty(written) && written != null && !(written instanceof Value.Mapping)) {
            throw api.invalid(
                    "Auth.Authorizers.<Authorizer>.Identity must be a dict (LambdaTokenAuthorizationIdentity, "
                            + "LambdaRequestAuthorizationIdentity or CognitoAuthorizationIdentity).",
                    written.span());
        }
        Value.Mapping identity = authorizer.identity();
        Value header = identity == null ? null : identity.get("Header");
        return header == null || Intrinsics.isEmpty(header) ? maker.text("Authorization") : maker.authored(header);
    }

    private static Node pools(Authorizer authorizer, Maker maker) {
        Node pools = maker.authoredOrNull(authorizer.get("UserPoolArn"));
        return pools == null ? maker.list() : pools instanceof Items items ? items : maker.list(pools);
    }

    private static Table lambda(Authorizer authorizer, Maker maker, String partition, boolean request, Owner api) {
        Value function = authorizer.get("FunctionArn");
        Span cause = authorizer.span();
        Table made = maker.table()
                .put("type", maker.text(request ? "request" : "token"))
                .put(
                        "authorizerUri",
                        Authorizer.functionUri(maker, partition, function == null ? new Value.Null(cause) : function));
        Value.Mapping identity = authorizer.identity();
        if (identity != null) {
            made.put("authorizerResultTtlInSeconds", maker.authoredOrNull(identity.get("ReauthorizeEvery")));
        }
        made.put("authorizerCredentials", maker.authoredOrNull(authorizer.invokeRole()));
        if (request && identity != null) {
            List<String> sources = new ArrayList<>();
            String path = "Auth.Authorizers." + authorizer.name().text() + ".Identity.";
            sources(identity, "Headers", "method.request.header.", path, api, sources);
            sources(identity, "QueryStrings", "method.request.querystring.", path, api, sources);
            sources(identity, "StageVariables", "stageVariables.", path, api, sources);
            sources(identity, "Context", "context.", path, api, sources);
            if (!sources.isEmpty()) {
                made.put("identitySource", maker.authoredText(String.join(", ", sources)));
            }
        }
        return made;
    }

    private static void sources(
            Value.Mapping identity, String property, String prefix, String path, Owner api, List<String> all) {
        Value names = identity.get(property);
        if (!Intrinsics.isEmpty(names)) {
            int index = 0;
            for (Value name : api.list(names, path + property).items()) {
                all.add(prefix
                        + api.text(name, path + property + "[" + index++ + "]").text());
            }
        }
    }
}
