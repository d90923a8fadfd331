package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.definition.Definition;
import dev.parapet.read.cloudformation.sam.definition.Node;
import dev.parapet.read.cloudformation.sam.definition.RestEditor;
import dev.parapet.read.cloudformation.sam.definition.RestPolicy;
import dev.parapet.read.cloudformation.sam.definition.RestSecurity;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.InvalidResource;
import dev.parapet.read.cloudformation.sam.template.Resolution;
import org.jspecify.annotations.Nullable;

/** What an event's {@code Auth} says of who may call its route (AWS SAM, "ApiFunctionAuth"). */
final class RouteAuth {
    private final Route route;
    private final Value.Mapping auth;
    private final @Nullable Value apiAuth;
    private final @Nullable Value authorizers;

    private RouteAuth(Route route, Value.Mapping auth, Resolution resolution) {
        this.route = route;
        this.auth = auth;
        this.apiAuth = resolution.parametersOrNull(route.api().property("Auth"));
        this.authorizers =
                Intrinsics.entries(apiAuth).get("Authorizers") instanceof Value.Entry entry ? entry.value() : null;
    }

    /** Writes it into the document. */
    static void add(RestEditor editor, Route route, Value.Mapping auth, Resolution resolution) {
        new RouteAuth(route, auth, resolution).add(editor);
    }

    private void add(RestEditor editor) {
        Value authorizer = value("Authorizer");
        if (authorizer != null) {
            check(authorizer);
        }
        Value scopes = value("AuthorizationScopes");
        if (scopes != null) {
            route.event().list(scopes, "Auth.AuthorizationScopes");
            if (authorizer == null) {
                throw route.event().invalid("AuthorizationScopes works only when Authorizer is set", scopes.span());
            }
        }
        Value key = auth.get("ApiKeyRequired");
        boolean said = key != null && !(key instanceof Value.Null);
        if (key != null && said && Intrinsics.isEmpty(key) && Intrinsics.isEmpty(ofApi("ApiKeyRequired"))) {
            throw route.event()
                    .invalid(
                            "Unable to set ApiKeyRequired [False] on " + route.shown()
                                    + " because the related API does not specify any ApiKeyRequired.",
                            key.span());
        }
        if (authorizer instanceof Value.Text name) {
            RestSecurity.authorizer(editor, route.path(), route.method().text(), name, scopes(editor, name));
        }
        if (key != null && said) {
            RestSecurity.key(editor, route.path(), route.method().text(), !Intrinsics.isEmpty(key), key.span());
        }
        policy(editor);
    }

    private void policy(RestEditor editor) {
        Value policy = value("ResourcePolicy");
        if (policy != null) {
            RestPolicy writer = new RestPolicy(editor, route.event().map(policy, "Auth.ResourcePolicy"), policy.span());
            writer.add(route.path().text(), route.stage());
            writer.addCustomStatements();
        }
    }

    /** One property; null when SAM takes it for nothing. */
    private @Nullable Value value(String name) {
        Value value = auth.get(name);
        return Intrinsics.isEmpty(value) ? null : value;
    }

    private @Nullable Value ofApi(String name) {
        return Intrinsics.entries(apiAuth).get(name) instanceof Value.Entry entry ? entry.value() : null;
    }

    private void check(Value authorizer) {
        if (!Intrinsics.isEmpty(authorizers)) {
            route.api().map(authorizers, "Auth.Authorizers");
        }
        if (!(authorizer instanceof Value.Text name)) {
            if (Intrinsics.isEmpty(authorizers)) {
                throw unable(authorizer, "because the related API does not define any Authorizers.");
            }
            throw route.event()
                    .invalid(
                            "Unable to set Authorizer [" + Shown.withRestApi(authorizer) + "] on " + route.shown()
                                    + ". The method authorizer must be a string with a corresponding dict entry in the api"
                                    + " authorizer.",
                            authorizer.span());
        }
        switch (name.text()) {
            case "AWS_IAM" -> {}
            case "NONE" -> {
                if (Intrinsics.isEmpty(ofApi("DefaultAuthorizer"))) {
                    throw route.event()
                            .invalid(
                                    "Unable to set Authorizer on " + route.shown()
                                            + " because 'NONE' is only a valid value when a DefaultAuthorizer on the API is"
                                            + " specified.",
                                    name.span());
                }
            }
            default -> {
                if (Intrinsics.isEmpty(authorizers)) {
                    throw unable(name, "because the related API does not define any Authorizers.");
                }
                if (Intrinsics.isEmpty(known(name))) {
                    throw unable(name, "because it wasn't defined in the API's Authorizers.");
                }
            }
        }
    }

    private @Nullable Value known(Value.Text name) {
        return Intrinsics.entries(authorizers).get(name.text()) instanceof Value.Entry entry ? entry.value() : null;
    }

    private InvalidResource unable(Value authorizer, String why) {
        return route.event()
                .invalid(
                        "Unable to set Authorizer [" + Shown.withRestApi(authorizer) + "] on " + route.shown() + " "
                                + why,
                        authorizer.span());
    }

    /** The scopes of the event, else those of the authorizer; null when there are none. */
    private @Nullable Node scopes(RestEditor editor, Value.Text name) {
        Value known = known(name);
        if (name.text().equals("NONE") || known == null || known instanceof Value.Null) {
            return null;
        }
        if (!(known instanceof Value.Mapping authorizer)) {
            throw Definition.invalid("Type of authorizer '" + name.text() + "' must be a dictionary", known.span());
        }
        Value own = auth.get("AuthorizationScopes");
        Value scopes = own == null || own instanceof Value.Null ? authorizer.get("AuthorizationScopes") : own;
        Span cause = name.span();
        return editor.definition().at(cause).authoredOrNull(scopes);
    }
}
