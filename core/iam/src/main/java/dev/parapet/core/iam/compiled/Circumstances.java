package dev.parapet.core.iam.compiled;

import dev.parapet.core.iam.request.Context;
import dev.parapet.core.iam.request.Principal;
import dev.parapet.core.iam.request.Request;
import dev.parapet.core.iam.value.Arn;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A request, taken apart once for all statements. */
final class Circumstances {
    final String action;
    /** The prefix of the service, in lower case. */
    final String service;

    final String resource;
    /** The resource in parts; null when it is no ARN. */
    final @Nullable Arn arn;

    final Context context;
    final Principal principal;
    /** The account of the principal. */
    final @Nullable String account;
    /** The account of the resource. */
    final @Nullable String owner;

    Circumstances(Request request) {
        this(
                request.principal(),
                request.action(),
                request.resource(),
                Arn.parse(request.resource()),
                request.owner(),
                request.context());
    }

    Circumstances(
            Principal principal,
            String action,
            String resource,
            @Nullable Arn arn,
            @Nullable String owner,
            Context context) {
        this.principal = principal;
        this.action = action;
        this.resource = resource;
        this.owner = owner;
        this.context = context;
        int colon = action.indexOf(':');
        service = (colon < 0 ? action : action.substring(0, colon)).toLowerCase(Locale.ROOT);
        this.arn = arn;
        account = principal.accountId();
    }
}
