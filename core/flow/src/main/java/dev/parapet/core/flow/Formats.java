package dev.parapet.core.flow;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts made by formatting, as far as the format is known. */
final class Formats {
    private Formats() {}

    /** {@code "…%s…" % values}: https://docs.python.org/3/library/stdtypes.html#printf-style-string-formatting. */
    static FlowValue percent(String format, List<FlowValue> values) {
        List<FlowValue> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int next = 0;
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%' || i + 1 == format.length()) {
                text.append(c);
            } else if (format.charAt(++i) == '%') {
                text.append('%');
            } else if ("sdirfv".indexOf(format.charAt(i)) >= 0 && next < values.size()) {
                parts.add(new FlowValue.Text(text.toString()));
                text.setLength(0);
                parts.add(values.get(next++));
            } else {
                return derived("%", format, values);
            }
        }
        parts.add(new FlowValue.Text(text.toString()));
        return concatenation(parts);
    }

    /** {@code "…{}…{name}…".format(…)}: https://docs.python.org/3/library/string.html#format-string-syntax. */
    static FlowValue braces(String format, List<FlowArgument> arguments) {
        List<FlowValue> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int next = 0;
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            boolean doubled = i + 1 < format.length() && format.charAt(i + 1) == c;
            if ((c == '{' || c == '}') && doubled) {
                text.append(c);
                i++;
            } else if (c == '{') {
                int end = format.indexOf('}', i);
                String field = end < 0 ? "" : format.substring(i + 1, end).split("[:!]", 2)[0];
                FlowValue value = argument(field, field.isEmpty() ? next++ : -1, arguments);
                if (end < 0 || value == null) {
                    return derived(
                            "format",
                            format,
                            arguments.stream().map(FlowArgument::value).toList());
                }
                parts.add(new FlowValue.Text(text.toString()));
                text.setLength(0);
                parts.add(value);
                i = end;
            } else {
                text.append(c);
            }
        }
        parts.add(new FlowValue.Text(text.toString()));
        return concatenation(parts);
    }

    private static @Nullable FlowValue argument(String field, int position, List<FlowArgument> arguments) {
        int index = field.matches("\\d{1,3}") ? Integer.parseInt(field) : position;
        if (index >= 0) {
            return index < arguments.size() && arguments.get(index).name() == null
                    ? arguments.get(index).value()
                    : null;
        }
        for (FlowArgument argument : arguments) {
            if (field.equals(argument.name())) {
                return argument.value();
            }
        }
        return null;
    }

    /** {@code separator.join(items)}. */
    static FlowValue join(String separator, List<FlowValue> items) {
        List<FlowValue> parts = new ArrayList<>();
        for (FlowValue item : items) {
            if (!parts.isEmpty()) {
                parts.add(new FlowValue.Text(separator));
            }
            parts.add(item);
        }
        return parts.isEmpty() ? new FlowValue.Text("") : concatenation(parts);
    }

    private static FlowValue concatenation(List<FlowValue> parts) {
        List<FlowValue> kept = new ArrayList<>(parts);
        kept.removeIf(
                part -> part instanceof FlowValue.Text text && text.value().isEmpty());
        return kept.isEmpty() ? new FlowValue.Text("") : Values.concatenation(kept);
    }

    private static FlowValue derived(String how, String format, List<FlowValue> values) {
        List<FlowValue> from = new ArrayList<>();
        from.add(new FlowValue.Text(format));
        from.addAll(values);
        return new FlowValue.Derived(how, from);
    }
}
