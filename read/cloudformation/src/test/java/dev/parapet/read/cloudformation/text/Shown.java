package dev.parapet.read.cloudformation.text;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.Map;

/** A raw value in one line, every part followed by its place: {@code {Name@1:1-1:5="x"@1:7-1:8}@1:1-1:8}. */
final class Shown {
    private Shown() {}

    static String withPlaces(Value value) {
        StringBuilder out = new StringBuilder();
        write(value, out, true);
        return out.toString();
    }

    static String plain(Value value) {
        StringBuilder out = new StringBuilder();
        write(value, out, false);
        return out.toString();
    }

    private static void write(Value value, StringBuilder out, boolean places) {
        switch (value) {
            case Value.Null ignored -> out.append("null");
            case Value.Bool bool -> out.append(bool.value());
            case Value.Number number -> out.append(number.value());
            case Value.Text text -> out.append('"').append(text.text()).append('"');
            case Value.Sequence sequence -> {
                out.append('[');
                String comma = "";
                for (Value item : sequence.items()) {
                    out.append(comma);
                    write(item, out, places);
                    comma = ", ";
                }
                out.append(']');
            }
            case Value.Mapping mapping -> {
                out.append('{');
                String comma = "";
                for (Map.Entry<String, Value.Entry> entry : mapping.entries().entrySet()) {
                    out.append(comma).append(entry.getKey());
                    place(entry.getValue().keySpan(), out, places);
                    out.append('=');
                    write(entry.getValue().value(), out, places);
                    comma = ", ";
                }
                out.append('}');
            }
            default -> throw new IllegalArgumentException("no raw value: " + value);
        }
        place(value.span(), out, places);
    }

    private static void place(Span span, StringBuilder out, boolean places) {
        if (places) {
            out.append('@').append(span.start()).append('-').append(span.end());
        }
    }
}
