package dev.parapet.read.cloudformation.sam.template;

import dev.parapet.model.Decimal;
import dev.parapet.model.Value;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Logical ids that change when what they stand for changes: a prefix and the start of the SHA-1 of the data, written as
 * Python's {@code json.dumps} writes it with sorted keys, without white space and in ASCII.
 */
public final class LogicalIds {
    private static final int LENGTH = 10;

    private LogicalIds() {}

    /** The prefix and the hash of some data; the prefix alone when SAM takes the data for nothing. */
    public static String of(String prefix, @Nullable Value data) {
        return prefix + hash(data);
    }

    /** The prefix and the hash of a text. */
    public static String of(String prefix, String data) {
        return prefix + hash(data);
    }

    /** Ten characters of the hash of some data; nothing when SAM takes the data for nothing. */
    public static String hash(@Nullable Value data) {
        if (data == null || Intrinsics.isEmpty(data)) {
            return "";
        }
        return hash(data instanceof Value.Text text ? text.text() : json(data));
    }

    /** Ten characters of the hash of a text. */
    public static String hash(String data) {
        return data.isEmpty() ? "" : digest(data).substring(0, LENGTH);
    }

    /** The whole of the hash of a text, in hexadecimal digits. */
    public static String digest(String data) {
        return Sha1.of(data);
    }

    /** JSON as Python writes it: sorted keys, no white space, ASCII. */
    public static String json(Value data) {
        StringBuilder out = new StringBuilder();
        write(data, out);
        return out.toString();
    }

    private static void write(Value value, StringBuilder out) {
        switch (value) {
            case Value.Bool bool -> out.append(bool.value());
            case Value.Number number -> out.append(number(number.value()));
            case Value.Text text -> text(text.text(), out);
            case Value.Sequence sequence -> {
                out.append('[');
                String comma = "";
                for (Value item : sequence.items()) {
                    out.append(comma);
                    write(item, out);
                    comma = ",";
                }
                out.append(']');
            }
            case Value.Mapping mapping -> {
                out.append('{');
                String comma = "";
                for (Map.Entry<String, Value.Entry> entry : new TreeMap<>(mapping.entries()).entrySet()) {
                    out.append(comma);
                    text(entry.getKey(), out);
                    out.append(':');
                    write(entry.getValue().value(), out);
                    comma = ",";
                }
                out.append('}');
            }
            default -> out.append("null");
        }
    }

    /** A whole number has no point in Python, and a float always has one. */
    private static String number(Decimal value) {
        return value.scale() <= 0 ? value.toPlainString() : String.valueOf(value.doubleValue());
    }

    private static void text(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\f' -> out.append("\\f");
                case '\b' -> out.append("\\b");
                default -> {
                    if (c < ' ' || c > '~') {
                        out.append("\\u").append(HexFormat.of().toHexDigits(c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
