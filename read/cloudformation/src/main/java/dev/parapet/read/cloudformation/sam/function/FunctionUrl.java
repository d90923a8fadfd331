package dev.parapet.read.cloudformation.sam.function;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Kind;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The URL of a function with {@code FunctionUrlConfig}, and the permissions that open it to everybody. */
final class FunctionUrl {
    private record CorsKind(Kind kind, String name) {}

    private static final CorsKind LIST = new CorsKind(Kind.LIST, "list");
    private static final Map<String, CorsKind> CORS = Map.of(
            "AllowOrigins", LIST,
            "AllowMethods", LIST,
            "AllowCredentials", new CorsKind(Kind.BOOL, "bool"),
            "AllowHeaders", LIST,
            "ExposeHeaders", LIST,
            "MaxAge", new CorsKind(Kind.INTEGER, "int"));

    private FunctionUrl() {}

    static List<Made> make(Authored function, @Nullable Made alias, Value.Mapping config) {
        Value authType = config.get("AuthType");
        boolean isFunction = Intrinsics.is(config);
        if (!isFunction) {
            authType(function, authType, config);
            cors(function, config.get("Cors"));
        }
        List<Made> all = new ArrayList<>();
        Made url = function.make(function.id() + "Url", "AWS::Lambda::Url");
        if (!Intrinsics.isEmpty(config.get("Cors"))) {
            url.copy(config, "Cors");
        }
        url.copy(config, "AuthType");
        url.set("TargetFunctionArn", target(function, alias));
        url.copy(config, "InvokeMode");
        all.add(url);
        if (!isFunction && authType instanceof Value.Text text && text.text().equals("NONE")) {
            all.add(permission(function, alias, "UrlPublicPermissions", "lambda:InvokeFunctionUrl")
                    .set("FunctionUrlAuthType", authType));
            Made invoke = permission(function, alias, "URLInvokeAllowPublicAccess", "lambda:InvokeFunction");
            all.add(invoke.set("InvokedViaFunctionUrl", invoke.values().bool(true)));
        }
        return all;
    }

    private static Value target(Authored function, @Nullable Made alias) {
        return new Values(function.head()).ref(alias == null ? function.id() : alias.id());
    }

    private static Made permission(Authored function, @Nullable Made alias, String suffix, String action) {
        Made permission = function.make(function.id() + suffix, "AWS::Lambda::Permission");
        permission.set("Action", permission.values().text(action));
        permission.set("FunctionName", target(function, alias));
        return permission.set("Principal", permission.values().text("*"));
    }

    private static void authType(Authored function, @Nullable Value authType, Value.Mapping config) {
        boolean known = authType instanceof Value.Text text
                && (text.text().equals("AWS_IAM") || text.text().equals("NONE"));
        if (!known && !Intrinsics.is(authType)) {
            throw function.invalid(
                    "AuthType is required to configure function property `FunctionUrlConfig`. Please provide either AWS_IAM or"
                            + " NONE.",
                    authType == null ? config.span() : authType.span());
        }
    }

    private static void cors(Authored function, @Nullable Value value) {
        if (Intrinsics.isEmpty(value) || Intrinsics.is(value)) {
            return;
        }
        for (Map.Entry<String, Value.Entry> entry :
                function.map(value, "FunctionUrlConfig.Cors").entries().entrySet()) {
            CorsKind kind = CORS.get(entry.getKey());
            Value setting = entry.getValue().value();
            if (kind == null) {
                throw function.invalid(
                        entry.getKey() + " is not a valid property for configuring Cors.",
                        entry.getValue().keySpan());
            }
            if (!Intrinsics.is(setting) && !kind.kind().accepts(setting)) {
                throw function.invalid(entry.getKey() + " must be of type " + kind.name() + ".", setting.span());
            }
        }
    }
}
