package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.definition.HttpEditor;
import dev.parapet.read.cloudformation.sam.event.FunctionEvent;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.InvalidResource;
import org.jspecify.annotations.Nullable;

/** What an event's {@code Auth} says of who may call its route (AWS SAM, "HttpApiFunctionAuth"). */
final class HttpRouteAuth {
    private HttpRouteAuth() {}

    static void add(
            HttpEditor editor,
            FunctionEvent event,
            Authored api,
            Value.Text path,
            Value.Text method,
            Value.Mapping auth) {
        String shown = "API method [" + method.text() + "] for path [" + path.text() + "]";
        Value apiAuth = api.property("Auth");
        Value.Mapping ofApi = apiAuth == null ? event.values().map() : api.map(apiAuth, "Auth");
        Value byDefault = ofApi.get("DefaultAuthorizer");
        Value own = auth.get("Authorizer");
        Value chosen = Intrinsics.isEmpty(own) ? byDefault : own;
        if (chosen == null || Intrinsics.isEmpty(chosen)) {
            throw event.invalid(
                    "'Auth' section requires either an explicit 'Authorizer' set or a 'DefaultAuthorizer' configured on the"
                            + " HttpApi.",
                    auth.span());
        }
        Value authorizers = ofApi.entries().isEmpty() ? ofApi : ofApi.get("Authorizers");
        boolean iam = ofApi.get("EnableIamAuthorizer") instanceof Value.Bool bool && bool.value();
        boolean isNone = isText(chosen, "NONE");
        boolean isIam = iam && isText(chosen, "AWS_IAM");
        if (!isNone && !isIam && !(chosen instanceof Value.Text && authorizers instanceof Value.Mapping)) {
            throw event.invalid(
                    "Unable to set Authorizer [" + Shown.of(chosen) + "] on " + shown
                            + ". The method authorizer must be a string with a corresponding dict entry in the api authorizer.",
                    chosen.span());
        }
        if (isNone && Intrinsics.isEmpty(byDefault)) {
            throw event.invalid(
                    "Unable to set Authorizer on " + shown
                            + " because 'NONE' is only a valid value when a DefaultAuthorizer on the API is specified.",
                    chosen.span());
        }
        if (!isNone && !isIam) {
            if (Intrinsics.isEmpty(authorizers)) {
                throw unable(event, chosen, shown, "because the related API does not define any Authorizers.");
            }
            if (Intrinsics.isEmpty(known(authorizers, chosen))) {
                throw unable(event, chosen, shown, "because it wasn't defined in the API's Authorizers.");
            }
        }
        Value scopes = auth.get("AuthorizationScopes");
        if (!Intrinsics.isEmpty(scopes) && scopes != null && !(scopes instanceof Value.Sequence)) {
            throw event.invalid(
                    "Unable to set Authorizer on " + shown
                            + " because 'AuthorizationScopes' must be a list of strings.",
                    scopes.span());
        }
        if (chosen instanceof Value.Text name) {
            boolean hasScopes = !isNone && !name.text().equals("AWS_IAM");
            Value ofAuthorizer = known(authorizers, name) instanceof Value.Mapping authorizer
                    ? authorizer.get("AuthorizationScopes")
                    : null;
            Value all = Intrinsics.isEmpty(scopes) ? ofAuthorizer : scopes;
            editor.authorizer(path, method.text(), name, hasScopes && !Intrinsics.isEmpty(all) ? all : null);
        }
    }

    private static @Nullable Value known(@Nullable Value authorizers, Value name) {
        return authorizers instanceof Value.Mapping all && name instanceof Value.Text text
                ? all.get(text.text())
                : null;
    }

    private static boolean isText(Value value, String text) {
        return value instanceof Value.Text known && known.text().equals(text);
    }

    private static InvalidResource unable(FunctionEvent event, Value chosen, String shown, String why) {
        return event.invalid(
                "Unable to set Authorizer [" + Shown.of(chosen) + "] on " + shown + " " + why, chosen.span());
    }
}
