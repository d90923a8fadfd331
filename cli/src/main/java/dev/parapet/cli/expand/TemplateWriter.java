package dev.parapet.cli.expand;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parapet.core.report.json.JsonDocument;
import dev.parapet.model.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * Writes a template, intrinsic functions in their long form. Templates hold what a reader states before it resolves: the other
 * cases of {@link Value} do not occur.
 */
final class TemplateWriter {
    private static final int LEVELS = 1_000;

    private TemplateWriter() {}

    /** Writes JSON, broken into lines throughout. */
    static void json(Value.Mapping template, Appendable out) throws IOException {
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

    /** Writes YAML, block by block. */
    static void yaml(Value.Mapping template, Appendable out) throws IOException {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setIndicatorIndent(0)
                .setWidth(120)
                .setSplitLines(false)
                .build();
        out.append(new Dump(settings).dumpToString(plain(template)));
    }

    private static @Nullable Object plain(Value value) {
        return switch (value) {
            case Value.Null ignored -> null;
            case Value.Bool bool -> bool.value();
            case Value.Number number ->
                number.value().scale() <= 0
                        ? number.value().toBigInteger()
                        : number.value().doubleValue();
            case Value.Text text -> text.text();
            case Value.Sequence sequence -> {
                List<@Nullable Object> items = new ArrayList<>();
                for (Value item : sequence.items()) {
                    items.add(plain(item));
                }
                yield items;
            }
            case Value.Mapping mapping -> {
                Map<String, @Nullable Object> entries = new LinkedHashMap<>();
                for (Map.Entry<String, Value.Entry> entry : mapping.entries().entrySet()) {
                    entries.put(entry.getKey(), plain(entry.getValue().value()));
                }
                yield entries;
            }
            case Value.Reference other -> throw resolved(other);
            case Value.Composed other -> throw resolved(other);
            case Value.DynamicReference other -> throw resolved(other);
            case Value.Conditional other -> throw resolved(other);
            case Value.Absent other -> throw resolved(other);
            case Value.Unresolved other -> throw resolved(other);
        };
    }

    private static String written(BigDecimal number) {
        String plain = number.toString();
        return Math.abs((long) number.scale()) <= 20 ? number.toPlainString() : plain;
    }

    private static IllegalArgumentException resolved(Value value) {
        return new IllegalArgumentException("an expanded template holds a resolved value at " + value.span());
    }
}
