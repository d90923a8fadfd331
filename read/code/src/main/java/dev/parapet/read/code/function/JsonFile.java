package dev.parapet.read.code.function;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The configuration files of the Node.js world: JSON, with comments and commas at the end where tsconfig.json has them.
 *
 * @param value a map, a list, a text, or something else as text
 */
record JsonFile(Object value) {
    private static final int MAXIMUM_DEPTH = 64;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAXIMUM_DEPTH)
                    .build())
            .build();

    /** Reads a text; empty when it is not JSON. */
    static Optional<JsonFile> read(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.enable(JsonReadFeature.ALLOW_JAVA_COMMENTS.mappedFeature());
            parser.enable(JsonReadFeature.ALLOW_TRAILING_COMMA.mappedFeature());
            JsonToken first = parser.nextToken();
            return first == null ? Optional.empty() : Optional.of(new JsonFile(value(first, parser)));
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    private static Object value(JsonToken token, JsonParser parser) throws IOException {
        return switch (token) {
            case START_OBJECT -> map(parser);
            case START_ARRAY -> list(parser);
            default -> String.valueOf(parser.getText());
        };
    }

    private static Map<String, Object> map(JsonParser parser) throws IOException {
        Map<String, Object> map = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            map.put(name, value(parser.nextToken(), parser));
        }
        return map;
    }

    private static List<Object> list(JsonParser parser) throws IOException {
        List<Object> list = new ArrayList<>();
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            list.add(value(next, parser));
        }
        return list;
    }

    /** What stands under some names, one inside the other. */
    Optional<JsonFile> at(String... names) {
        Object found = value;
        for (String name : names) {
            Object inner = found instanceof Map<?, ?> map ? map.get(name) : null;
            if (inner == null) {
                return Optional.empty();
            }
            found = inner;
        }
        return Optional.of(new JsonFile(found));
    }

    /** The text under some names; empty when there is none. */
    String text(String... names) {
        return at(names)
                .map(JsonFile::value)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .orElse("");
    }

    /** The texts of a list, or the values of a map, or the text itself. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        switch (value) {
            case List<?> list -> list.forEach(it -> texts.addAll(new JsonFile(it).texts()));
            case Map<?, ?> map -> map.values().forEach(it -> texts.addAll(new JsonFile(it).texts()));
            case String text -> texts.add(text);
            default -> {}
        }
        return texts;
    }

    /** The names of a map, in the order of the text. */
    List<String> names() {
        return value instanceof Map<?, ?> map
                ? map.keySet().stream().map(String::valueOf).toList()
                : List.of();
    }
}
