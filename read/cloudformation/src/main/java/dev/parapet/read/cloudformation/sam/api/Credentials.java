package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.definition.Maker;
import dev.parapet.read.cloudformation.sam.definition.Node;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import org.jspecify.annotations.Nullable;

/** In whose name API Gateway calls what is behind a route that IAM authorizes: {@code InvokeRole} of the event, else of the API. */
final class Credentials {
    private Credentials() {}

    static @Nullable Node of(Route route, Maker maker, String partition) {
        Value.Mapping own = route.auth();
        Value of = own == null ? null : own.get("Authorizer");
        Value.Mapping api = route.api().property("Auth") instanceof Value.Mapping mapping ? mapping : null;
        boolean saysNothing = own == null || own.entries().isEmpty();
        boolean isIam =
                isText(of, "AWS_IAM") || saysNothing && api != null && isText(api.get("DefaultAuthorizer"), "AWS_IAM");
        if (!isIam) {
            return null;
        }
        Value role = role(own);
        role = role == null ? role(api) : role;
        if (role == null || isText(role, "CALLER_CREDENTIALS")) {
            return maker.text("arn:" + partition + ":iam::*:user/*");
        }
        return isText(role, "NONE") ? null : maker.authored(role);
    }

    /** The role; {@code NONE} when an empty one is said, null when nothing is. */
    private static @Nullable Value role(Value.@Nullable Mapping auth) {
        Value role = auth == null ? null : auth.get("InvokeRole");
        return role != null && Intrinsics.isEmpty(role) ? new Value.Text("NONE", role.span()) : role;
    }

    private static boolean isText(@Nullable Value value, String text) {
        return value instanceof Value.Text known && known.text().equals(text);
    }
}
