package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.definition.Definition;
import dev.parapet.read.cloudformation.sam.definition.Maker;
import dev.parapet.read.cloudformation.sam.definition.Node;
import dev.parapet.read.cloudformation.sam.definition.RestCors;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import java.util.List;

/** The property {@code Cors} of a REST API: an origin alone, or a mapping (AWS SAM, "CorsConfiguration"). */
final class CorsProperty {
    private static final List<String> NAMES =
            List.of("AllowMethods", "AllowHeaders", "AllowOrigin", "MaxAge", "AllowCredentials");
    private static final String ANYONE = "'*'";

    private CorsProperty() {}

    static RestCors read(Authored api, Value cors, Definition definition) {
        Maker maker = definition.at(cors.span());
        if (cors instanceof Value.Text || Intrinsics.is(cors)) {
            return new RestCors(maker.authored(cors), null, null, null, false);
        }
        if (!(cors instanceof Value.Mapping mapping)) {
            throw api.invalid("Invalid value for 'Cors' property", cors.span());
        }
        mapping.entries().forEach((name, entry) -> {
            if (!NAMES.contains(name)) {
                throw api.invalid("Invalid key '" + name + "' for 'Cors' property.", entry.keySpan());
            }
        });
        Value origin = mapping.get("AllowOrigin");
        boolean credentials = mapping.get("AllowCredentials") instanceof Value.Bool bool && bool.value();
        boolean anyone = origin == null
                || origin instanceof Value.Text text && text.text().equals(ANYONE);
        if (credentials && anyone) {
            throw api.invalid(
                    "Unable to add Cors configuration because 'AllowCredentials' can not be true when 'AllowOrigin' is"
                            + " \"'*'\" or not set",
                    cors.span());
        }
        if (origin != null && Intrinsics.isEmpty(origin) && !definition.paths().isEmpty()) {
            throw api.invalid(
                    "Structure of the SAM template is invalid. Invalid input. Value for AllowedOrigins is required",
                    origin.span());
        }
        Node allowed = origin == null ? maker.text(ANYONE) : maker.authored(origin);
        return new RestCors(
                allowed,
                maker.authoredOrNull(mapping.get("AllowHeaders")),
                maker.authoredOrNull(mapping.get("AllowMethods")),
                maker.authoredOrNull(mapping.get("MaxAge")),
                credentials);
    }
}
