package dev.parapet.core.need.action;

import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.FlowValue.Text;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Statements of PartiQL, as far as permissions hang on them (<a
 * href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-reference.html">PartiQL for DynamoDB</a>).
 */
final class PartiQl {
    private static final Pattern TABLE =
            Pattern.compile("(?:\\bFROM|\\bINTO|^\\s*UPDATE)\\s+\"?([A-Za-z0-9_.-]*)", Pattern.CASE_INSENSITIVE);

    private PartiQl() {}

    /** Whether a statement begins with a verb, or may. */
    static boolean is(String verb, FlowValue statement) {
        return switch (statement) {
            case Text(String text) -> begins(text, verb);
            case FlowValue.Concatenation(List<FlowValue> parts)
            when parts.getFirst() instanceof Text(String text) && !text.isBlank() -> begins(text, verb);
            default -> true;
        };
    }

    private static boolean begins(String text, String verb) {
        return text.strip().toUpperCase(Locale.ROOT).startsWith(verb);
    }

    /** The table of a statement, its name written out or what stands behind the word that it comes after. */
    static FlowValue table(FlowValue statement) {
        if (statement instanceof Text(String text)) {
            Matcher table = TABLE.matcher(text);
            return table.find() && !table.group(1).isEmpty() ? name(table.group(1), text, table.end()) : unknown();
        }
        if (statement instanceof FlowValue.Concatenation(List<FlowValue> parts)) {
            for (int i = 0; i < parts.size(); i++) {
                if (parts.get(i) instanceof Text(String text)) {
                    Matcher table = TABLE.matcher(text);
                    if (table.find()) {
                        boolean cut = table.end() == text.length();
                        return table.group(1).isEmpty()
                                ? cut && i + 1 < parts.size() ? parts.get(i + 1) : unknown()
                                : cut && i + 1 < parts.size() ? unknown() : name(table.group(1), text, table.end());
                    }
                }
            }
        }
        return unknown();
    }

    /** {@code Table.Index} reads an index; within quotation marks the point belongs to the name. */
    private static Text name(String written, String text, int end) {
        boolean quoted = end < text.length() && text.charAt(end) == '"';
        int dot = written.indexOf('.');
        return new Text(quoted || dot < 0 ? written : written.substring(0, dot));
    }

    private static FlowValue unknown() {
        return new FlowValue.Unknown("the statement is not known");
    }
}
