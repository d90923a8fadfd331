package dev.parapet.cli.expand;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parapet.core.report.json.JsonDocument;
import dev.parapet.model.Decimal;
import dev.parapet.model.Value;
import java.io.IOException;
import java.util.Map;

/**
 * Writes a template as JSON, intrinsic functions in their long form. Templates hold what a reader states before it resolves: the
 * other cases of {@link Value} do not occur.
 */
final class JsonTemplate {
    private static final int LEVELS = 1_000;

    private JsonTemplate() {}

    /** Writes JSON, broken into lines throughout. */
    static void write(Value.Mapping template, Appendable out) throws IOException {
        try (JsonGenerator json = JsonDocument.open(out, LEVELS)) {
            json(template, json);
        }
        out.append('\n');
    }

    private static void json(Value value, JsonGenerator json) throws IOException {
        switch (value) {
            case Value.Null ignored -> json.writeNull();
            case Value.Bool bool -> json.writeBoolean(bool.value());
            case Value.Number number -> json.writeNumber(written(number.value()));
            case Value.Text text -> json.writeString(text.text());
            case Value.Sequence sequence -> {
                json.writeStartArray();
                for (Value item : sequence.items()) {
                    json(item, json);
                }
                json.writeEndArray();
            }
            case Value.Mapping mapping -> {
                json.writeStartObject();
                for (Map.Entry<String, Value.Entry> entry : mapping.entries().entrySet()) {
                    json.writeFieldName(entry.getKey());
                    json(entry.getValue().value(), json);
                }
                json.writeEndObject();
            }
            case Value.Reference other -> throw resolved(other);
            case Value.Composed other -> throw resolved(other);
            case Value.DynamicReference other -> throw resolved(other);
            case Value.Conditional other -> throw resolved(other);
            case Value.Absent other -> throw resolved(other);
            case Value.Unresolved other -> throw resolved(other);
        }
    }

    /** A number as it was written, unless it would be written out at great length. */
    static String written(Decimal number) {
        return Math.abs((long) number.scale()) <= 20 ? number.toPlainString() : number.toString();
    }

    static IllegalArgumentException resolved(Value value) {
        return new IllegalArgumentException("an expanded template holds a resolved value at " + value.span());
    }
}
