package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where in S3 a document stands: {@code DefinitionUri}. A path of the author's own file stays what it is until it is packaged. */
final class BodyLocation {
    private static final String SCHEME = "s3://";
    private static final String VERSION = "versionId=";

    private BodyLocation() {}

    static Value of(Authored api, Value uri) {
        Values values = Values.of(uri);
        if (uri instanceof Value.Mapping mapping) {
            if (Intrinsics.isEmpty(mapping.get("Bucket")) || Intrinsics.isEmpty(mapping.get("Key"))) {
                throw api.invalid("'DefinitionUri' requires Bucket and Key properties to be specified.", uri.span());
            }
            return values.map(
                    "Bucket", mapping.get("Bucket"), "Key", mapping.get("Key"), "Version", mapping.get("Version"));
        }
        String text = uri instanceof Value.Text written ? written.text() : "";
        if (!text.isEmpty() && !text.contains("://") && !text.contains("{{resolve:")) {
            return uri;
        }
        int fragment = text.indexOf('#');
        String whole = fragment < 0 ? text : text.substring(0, fragment);
        int question = whole.indexOf('?');
        String path = question < 0 ? whole : whole.substring(0, question);
        int slash = path.indexOf('/', SCHEME.length());
        if (!path.toLowerCase(Locale.ROOT).startsWith(SCHEME) || slash <= SCHEME.length()) {
            throw api.invalid(
                    "'DefinitionUri' is not a valid S3 Uri of the form 's3://bucket/key' with optional versionId query"
                            + " parameter.",
                    uri.span());
        }
        List<String> versions = new ArrayList<>();
        for (String each : (question < 0 ? "" : whole.substring(question + 1)).split("&", -1)) {
            if (each.startsWith(VERSION) && each.length() > VERSION.length()) {
                versions.add(each.substring(VERSION.length()));
            }
        }
        return values.map(
                "Bucket",
                values.text(path.substring(SCHEME.length(), slash)),
                "Key",
                values.text(path.substring(slash).replaceFirst("^/+", "")),
                "Version",
                versions.size() == 1 ? values.text(versions.getFirst()) : null);
    }
}
