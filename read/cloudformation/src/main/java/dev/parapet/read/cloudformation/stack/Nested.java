package dev.parapet.read.cloudformation.stack;

import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A nested stack whose template is a file beside the one that nests it, as people write it before they package it.
 *
 * @param path the template
 * @param parameters what it is given, not resolved
 */
public record Nested(String path, Value.Mapping parameters) {
    /** The nested stack that a resource deploys; null when it is none, or its template is no local file. */
    static @Nullable Nested of(@Nullable Value resource, String from) {
        if (!(resource instanceof Value.Mapping written)
                || !(written.get("Type") instanceof Value.Text type)
                || !(written.get("Properties") instanceof Value.Mapping properties)) {
            return null;
        }
        Value location = switch (type.text()) {
            case "AWS::CloudFormation::Stack" -> properties.get("TemplateURL");
            case "AWS::Serverless::Application" -> properties.get("Location");
            default -> null;
        };
        // CDK publishes the template as an asset and leaves its file name here.
        if (written.get("Metadata") instanceof Value.Mapping metadata
                && type.text().equals("AWS::CloudFormation::Stack")
                && metadata.get("aws:asset:path") instanceof Value.Text asset) {
            location = asset;
        }
        String path = location instanceof Value.Text text ? local(text.text(), from) : null;
        if (path == null) {
            return null;
        }
        return new Nested(
                path,
                properties.get("Parameters") instanceof Value.Mapping parameters
                        ? parameters
                        : new Value.Mapping(Map.of(), properties.span()));
    }

    /** A path relative to the folder of {@code from}; null when it is a URL or leads out of the tree. */
    public static @Nullable String local(String location, String from) {
        if (location.contains("://") || location.startsWith("/") || location.isEmpty() || location.length() > 1_000) {
            return null;
        }
        List<String> parts = new ArrayList<>();
        int slash = from.lastIndexOf('/');
        String whole = slash < 0 ? location : from.substring(0, slash) + "/" + location;
        int start = 0;
        while (start <= whole.length()) {
            int next = whole.indexOf('/', start);
            String part = whole.substring(start, next < 0 ? whole.length() : next);
            start = next < 0 ? whole.length() + 1 : next + 1;
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return null;
                }
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }
}
