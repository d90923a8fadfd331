package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.Resolution;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.List;

/** The property {@code Auth} of a WebSocket API: who may connect. */
final class WebSocketAuth {
    private static final List<String> TYPES = List.of("NONE", "AWS_IAM", "CUSTOM");
    private static final String URI =
            "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${AuthArn}/invocations";

    private final Authored api;
    private final Value.Mapping written;
    private final Values values;
    private boolean connects;

    private WebSocketAuth(Authored api, Value.Mapping written) {
        this.api = api;
        this.written = written;
        this.values = Values.of(written);
    }

    static WebSocketAuth of(Authored api, Resolution resolution) {
        return new WebSocketAuth(
                api,
                resolution.parametersOrNull(api.property("Auth")) instanceof Value.Mapping mapping
                        ? mapping
                        : new Values(api.head()).map());
    }

    boolean isSaid() {
        return !written.entries().isEmpty();
    }

    private String type() {
        Value type = written.get("AuthType");
        if (type == null || Intrinsics.isEmpty(type)) {
            throw api.invalid("AuthType must be specified for additional auth configurations.", written.span());
        }
        String text = type instanceof Value.Text plain ? plain.text() : "";
        if (!TYPES.contains(text)) {
            throw api.invalid("AuthType '" + Shown.of(type) + "' is not one of AWS_IAM, CUSTOM or NONE.", type.span());
        }
        if (text.equals("CUSTOM") && Intrinsics.isEmpty(written.get("AuthArn"))) {
            throw api.invalid("AuthArn must be specified if AuthType is CUSTOM.", written.span());
        }
        if (!text.equals("CUSTOM") && written.entries().size() > 1) {
            throw api.invalid("No additional configurations supported for AuthType " + text + ".", written.span());
        }
        return text;
    }

    /** Guards a route, which it only does with that on which clients connect. */
    void guard(String name, Made route) {
        if (!isSaid()) {
            return;
        }
        String type = type();
        if (name.equals("$connect")) {
            connects = true;
            route.set("AuthorizationType", values.text(type))
                    .set("AuthorizerId", type.equals("CUSTOM") ? values.ref(id()) : null);
        }
    }

    private String id() {
        return api.id() + "ConnectAuthorizer";
    }

    /** The authorizer and the permission to call its function, which it needs when it has no role to call it in. */
    List<Made> made() {
        List<Made> all = new ArrayList<>();
        if (!connects || !type().equals("CUSTOM")) {
            return all;
        }
        Value function = written.get("AuthArn");
        Value name = written.get("Name");
        all.add(api.make(id(), "AWS::ApiGatewayV2::Authorizer", values.span())
                .set("ApiId", values.ref(api.id()))
                .copyAs("AuthorizerCredentialsArn", written, "InvokeRole")
                .set("AuthorizerType", values.text("REQUEST"))
                .set("AuthorizerUri", function == null ? null : values.sub(URI, values.map("AuthArn", function)))
                .copy(written, "IdentitySource")
                .set("Name", Intrinsics.isEmpty(name) ? values.text(id()) : name));
        if (Intrinsics.isEmpty(written.get("InvokeRole")) && function != null) {
            all.add(Permissions.ofAuthorizer(
                    api, api.id() + "AuthorizerPermission", function, values, "${AWS::Partition}"));
        }
        return all;
    }
}
