package dev.parapet.read.cloudformation.sam.connector;

import dev.parapet.model.ShippedFile;
import dev.parapet.model.SourceFile;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Values;
import dev.parapet.read.cloudformation.text.TemplateText;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a connector between two types of resources makes, and what of a resource it refers to, from {@code connector-profiles.txt},
 * which {@code tools/refresh-connector-profiles} writes. A line is {@code source destination json} or {@code type json}; in the JSON,
 * {@code %{Source.Arn}} and the like stand for what is known of the two.
 */
final class ConnectorProfiles {
    private static final class Table {
        private static final Map<String, String> LINES = read();

        private static Map<String, String> read() {
            Map<String, String> lines = new HashMap<>();
            ShippedFile.text(ConnectorProfiles.class, "connector-profiles.txt")
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line ->
                            lines.put(line.substring(0, line.indexOf(" {")), line.substring(line.indexOf(" {") + 1)));
            return lines;
        }
    }

    private ConnectorProfiles() {}

    /** The profile of two types; null when they cannot be connected. */
    static Value.@Nullable Mapping of(String source, String destination) {
        return read(source + " " + destination);
    }

    /** Where a resource of a type has its role; null when connectors do not know. */
    static @Nullable Value role(String type) {
        Value.Mapping known = read(type);
        return known == null ? null : inner(known, "Inputs").get("Role");
    }

    /** How to refer to a resource of a type: {@code Arn}, {@code Name} and the like, {@code %{logicalId}} being its name. */
    static Value.@Nullable Mapping outputs(String type) {
        Value.Mapping known = read(type);
        return known == null ? null : inner(known, "Outputs");
    }

    private static Value.Mapping inner(Value.Mapping outer, String name) {
        return outer.get(name) instanceof Value.Mapping mapping
                ? mapping
                : Values.of(outer).map();
    }

    private static Value.@Nullable Mapping read(String key) {
        String json = Table.LINES.get(key);
        return json != null
                        && TemplateText.read(new SourceFile("connector-profiles.txt", json))
                                        .root()
                                instanceof Value.Mapping mapping
                ? mapping
                : null;
    }
}
