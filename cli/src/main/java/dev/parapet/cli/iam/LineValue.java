package dev.parapet.cli.iam;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.parapet.model.Decimal;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON of a line of a batch as a value; the places within the line are not kept. */
final class LineValue {
    /** Stands for the places that are not kept. */
    static final Span NOWHERE = Span.of("batch", 1, 1, 1, 1);

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(200)
                    .maxNumberLength(100)
                    .build())
            .build();

    private LineValue() {}

    static Value read(String line) throws IOException {
        try (JsonParser parser = FACTORY.createParser(line)) {
            parser.nextToken();
            Value value = value(parser);
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "more than one value on the line");
            }
            return value;
        }
    }

    private static Value value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new JsonParseException(parser, "a value is missing");
        }
        return switch (token) {
            case START_OBJECT -> mapping(parser);
            case START_ARRAY -> sequence(parser);
            case VALUE_STRING -> new Value.Text(parser.getText(), NOWHERE);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                new Value.Number(Decimal.of(parser.getDecimalValue()), NOWHERE);
            case VALUE_TRUE -> new Value.Bool(true, NOWHERE);
            case VALUE_FALSE -> new Value.Bool(false, NOWHERE);
            case VALUE_NULL -> new Value.Null(NOWHERE);
            case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new JsonParseException(parser, "a value is missing");
        };
    }

    private static Value mapping(JsonParser parser) throws IOException {
        Map<String, Value.Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            // Jackson's own detection keeps a second set of the names.
            if (entries.put(name, new Value.Entry(NOWHERE, value(parser))) != null) {
                throw new JsonParseException(parser, "Duplicate field '" + name + "'");
            }
        }
        return new Value.Mapping(entries, NOWHERE);
    }

    private static Value sequence(JsonParser parser) throws IOException {
        List<Value> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return new Value.Sequence(items, NOWHERE);
    }
}
