package dev.parapet.core.need.workflow;

import dev.parapet.core.flow.value.FlowValue;
import java.util.ArrayList;
import java.util.List;

/**
 * Texts that a state computes, as far as what is written out in them goes: <a
 * href="https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html">{@code States.Format('a/{}', $.b)}</a>, and literals that
 * <a href="https://docs.jsonata.org/string-functions">JSONata</a> puts together by {@code &}.
 */
final class ComputedText {
    /** A value that is made when the call is. */
    static final FlowValue COMPUTED = new FlowValue.Unknown("it is computed when the call is made");

    private static final String FORMAT = "States.Format(";
    private static final String PLACE = "{}";

    private ComputedText() {}

    /** What a path or an intrinsic function gives. */
    static FlowValue path(String written) {
        String text = written.strip();
        int quote = FORMAT.length();
        if (!text.startsWith(FORMAT + "'")) {
            return COMPUTED;
        }
        int end = end(text, quote);
        if (end < 0) {
            return COMPUTED;
        }
        List<FlowValue> parts = new ArrayList<>();
        String template = unescaped(text.substring(quote + 1, end));
        int from = 0;
        for (int at = template.indexOf(PLACE); at >= 0; at = template.indexOf(PLACE, from)) {
            add(template.substring(from, at), parts);
            parts.add(COMPUTED);
            from = at + PLACE.length();
        }
        add(template.substring(from), parts);
        return joined(parts);
    }

    /** What an expression {@code {% … %}} gives. */
    static FlowValue expression(String written) {
        String text = written.strip();
        int close = text.lastIndexOf("%}");
        String code = text.substring(2, close < 2 ? text.length() : close);
        List<FlowValue> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '\'' || c == '"') {
                int end = end(code, i);
                if (end < 0) {
                    return COMPUTED;
                }
                i = end;
            } else if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (c == ')' || c == ']' || c == '}') {
                depth--;
            } else if (c == '&' && depth == 0) {
                operand(code.substring(from, i), parts);
                from = i + 1;
            }
        }
        operand(code.substring(from), parts);
        return joined(parts);
    }

    private static void operand(String written, List<FlowValue> parts) {
        String text = written.strip();
        boolean literal = text.length() > 1
                && (text.charAt(0) == '\'' || text.charAt(0) == '"')
                && end(text, 0) == text.length() - 1;
        if (literal) {
            add(unescaped(text.substring(1, text.length() - 1)), parts);
        } else {
            parts.add(COMPUTED);
        }
    }

    private static void add(String text, List<FlowValue> parts) {
        if (!text.isEmpty()) {
            parts.add(new FlowValue.Text(text));
        }
    }

    private static FlowValue joined(List<FlowValue> parts) {
        return parts.size() == 1
                ? parts.getFirst()
                : parts.isEmpty() ? new FlowValue.Text("") : new FlowValue.Concatenation(parts);
    }

    /** Where the literal ends that begins with the quotation mark at a place; -1 where it does not. */
    private static int end(String text, int quote) {
        char mark = text.charAt(quote);
        for (int i = quote + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == mark) {
                return i;
            }
        }
        return -1;
    }

    private static String unescaped(String text) {
        return text.replaceAll("\\\\(.)", "$1");
    }
}
