package dev.parapet.read.cloudformation.sam.definition;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Owner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The authorizers of HTTP APIs: JSON web tokens, functions, IAM. */
public final class HttpAuthorizers {
    private static final String TOKEN = "OAuth2 Authorizer";
    private static final String LAMBDA = "Lambda Authorizer";
    /** Who takes each property, in the order in which SAM checks them. */
    private static final Map<String, String> PROPERTIES = new LinkedHashMap<>();

    static {
        PROPERTIES.put("AuthorizationScopes", TOKEN);
        PROPERTIES.put("JwtConfiguration", TOKEN);
        PROPERTIES.put("IdentitySource", TOKEN + ". For Lambda Authorizer, use the 'Identity' property instead");
        PROPERTIES.put("FunctionArn", LAMBDA);
        PROPERTIES.put("FunctionInvokeRole", LAMBDA);
        PROPERTIES.put("Identity", LAMBDA);
        PROPERTIES.put("AuthorizerPayloadFormatVersion", LAMBDA);
        PROPERTIES.put("EnableSimpleResponses", LAMBDA);
        PROPERTIES.put("EnableFunctionDefaultPermissions", LAMBDA);
    }

    private HttpAuthorizers() {}

    /** Checks what SAM checks of one. */
    public static void check(Authorizer authorizer, Owner api) {
        String name = authorizer.name().text();
        if (authorizer.written().has("OpenIdConnectUrl")) {
            throw api.invalid(
                    "'OpenIdConnectUrl' is no longer a supported property for authorizer '" + name
                            + "'. Please refer to the AWS SAM documentation.",
                    authorizer.span());
        }
        Value jwt = authorizer.get("JwtConfiguration");
        boolean isToken = !Intrinsics.isEmpty(jwt);
        if (isToken) {
            api.map(jwt, "JwtConfiguration");
        }
        Value scopes = authorizer.scopes();
        if (scopes != null && !(scopes instanceof Value.Sequence)) {
            throw api.invalid("AuthorizationScopes must be a list.", scopes.span());
        }
        PROPERTIES.forEach((property, takenBy) -> {
            Value value = authorizer.get(property);
            boolean none = value == null || property.equals("JwtConfiguration") && !isToken;
            if (value != null && !none && takenBy.startsWith(TOKEN) != isToken) {
                throw api.invalid(property + " is only supported for " + takenBy + ".", value.span());
            }
        });
        if (isToken) {
            needed(authorizer, api, "IdentitySource", TOKEN);
        } else {
            needed(authorizer, api, "FunctionArn", LAMBDA);
            needed(authorizer, api, "AuthorizerPayloadFormatVersion", LAMBDA);
        }
        if (authorizer.get("EnableFunctionDefaultPermissions") != null) {
            api.bool(
                    authorizer.get("EnableFunctionDefaultPermissions"),
                    "Authorizers." + name + ".EnableFunctionDefaultPermissions");
        }
    }

    private static void needed(Authorizer authorizer, Owner api, String property, String kind) {
        if (Intrinsics.isEmpty(authorizer.get(property))) {
            throw api.invalid(
                    authorizer.name().text() + " " + kind + " must define '" + property + "'.", authorizer.span());
        }
    }

    /** IAM as an authorizer. */
    public static Table iam(Maker maker) {
        return maker.plain("type", maker.text("apiKey"))
                .put("name", maker.text("Authorization"))
                .put("in", maker.text("header"))
                .put("x-amazon-apigateway-authtype", maker.text("awsSigv4"));
    }

    /** One as it stands in the document. */
    public static Table table(Authorizer authorizer, Maker maker, String partition, Owner api) {
        if (authorizer.get("JwtConfiguration") instanceof Value.Mapping jwt && !Intrinsics.isEmpty(jwt)) {
            Table configuration = maker.plain();
            jwt.entries()
                    .forEach((name, entry) -> configuration.put(
                            Key.authored(name.toLowerCase(Locale.ROOT), entry.keySpan()),
                            maker.authored(entry.value())));
            return maker.plain("type", maker.text("oauth2"))
                    .put(
                            Authorizer.EXTENSION,
                            maker.plain("jwtConfiguration", configuration)
                                    .put("identitySource", maker.authoredOrNull(authorizer.get("IdentitySource")))
                                    .put("type", maker.text("jwt")));
        }
        return maker.plain("type", maker.text("apiKey"))
                .put("name", maker.text("Unused"))
                .put("in", maker.text("header"))
                .put(Authorizer.EXTENSION, lambda(authorizer, maker, partition, api));
    }

    private static Table lambda(Authorizer authorizer, Maker maker, String partition, Owner api) {
        Value function = authorizer.get("FunctionArn");
        Table made = maker.plain("type", maker.text("request"))
                .put("authorizerUri", function == null ? null : Authorizer.functionUri(maker, partition, function))
                .put("authorizerCredentials", maker.authoredOrNull(authorizer.invokeRole()));
        Value written = authorizer.get("Identity");
        if (!Intrinsics.isEmpty(written)) {
            String path = "Authorizers." + authorizer.name().text() + ".Identity";
            Value.Mapping identity = api.map(written, "Auth." + path);
            made.put("authorizerResultTtlInSeconds", maker.authoredOrNull(identity.get("ReauthorizeEvery")));
            Items sources = maker.list();
            sources(identity, "Headers", "$request.header.", path, api, maker, sources);
            sources(identity, "QueryStrings", "$request.querystring.", path, api, maker, sources);
            sources(identity, "StageVariables", "$stageVariables.", path, api, maker, sources);
            sources(identity, "Context", "$context.", path, api, maker, sources);
            made.put("identitySource", sources);
        }
        made.put(
                "authorizerPayloadFormatVersion",
                maker.authoredOrNull(authorizer.get("AuthorizerPayloadFormatVersion")));
        Value simple = authorizer.get("EnableSimpleResponses");
        return made.put("enableSimpleResponses", Intrinsics.isEmpty(simple) ? null : maker.authoredOrNull(simple));
    }

    private static void sources(
            Value.Mapping identity,
            String property,
            String prefix,
            String path,
            Owner api,
            Maker maker,
            Items sources) {
        @Nullable Value names = identity.get(property);
        if (!Intrinsics.isEmpty(names)) {
            List<Value> items = api.list(names, path + "." + property).items();
            for (int i = 0; i < items.size(); i++) {
                Value.Text name = api.text(items.get(i), path + "." + property + "[" + i + "]");
                sources.all().add(maker.authoredText(prefix + name.text()));
            }
        }
    }
}
