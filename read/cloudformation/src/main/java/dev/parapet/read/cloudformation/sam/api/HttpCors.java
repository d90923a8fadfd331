package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.List;

/** {@code CorsConfiguration} of an HTTP API: true, an intrinsic function that gives the origins, or a mapping. */
final class HttpCors {
    private static final List<String> NAMES =
            List.of("AllowMethods", "AllowHeaders", "AllowOrigins", "MaxAge", "ExposeHeaders", "AllowCredentials");

    private HttpCors() {}

    /** The settings as a mapping. */
    static Value.Mapping settings(Authored api, Value written) {
        Values values = Values.of(written);
        if (written instanceof Value.Bool) {
            return values.map("AllowOrigins", values.texts("*"));
        }
        if (Intrinsics.is(written)) {
            return values.map("AllowOrigins", written);
        }
        if (!(written instanceof Value.Mapping mapping)) {
            throw api.invalid("Invalid value for 'Cors' property.", written.span());
        }
        mapping.entries().forEach((name, entry) -> {
            if (!NAMES.contains(name)) {
                throw api.invalid("Invalid key '" + name + "' for 'Cors' property.", entry.keySpan());
            }
        });
        return mapping;
    }

    /** Cookies cannot be sent from everywhere. */
    static void check(Authored api, Value.Mapping settings) {
        boolean everywhere = settings.get("AllowOrigins") instanceof Value.Sequence origins
                && origins.items().size() == 1
                && origins.items().getFirst() instanceof Value.Text origin
                && origin.text().equals("*");
        if (everywhere && settings.get("AllowCredentials") instanceof Value.Bool credentials && credentials.value()) {
            throw api.invalid(
                    "Unable to add Cors configuration because 'AllowCredentials' can not be true when 'AllowOrigin' is"
                            + " \"'*'\" or not set.",
                    credentials.span());
        }
    }
}
