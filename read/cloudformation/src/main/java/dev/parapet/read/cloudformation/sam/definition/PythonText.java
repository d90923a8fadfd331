package dev.parapet.read.cloudformation.sam.definition;

import dev.parapet.model.Decimal;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Allowance;
import dev.parapet.read.cloudformation.sam.template.LogicalIds;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Documents as Python prints them: {@code str} of Python 2.7, and {@code json.dumps}. */
public final class PythonText {
    private static final Decimal LARGEST_INT = Decimal.of(Long.MAX_VALUE);

    private PythonText() {}

    /** {@code str} of a mapping; texts of the template are Unicode texts, those that SAM adds are not. */
    public static String str(Node node) {
        StringBuilder out = new StringBuilder();
        repr(node, out);
        return out.toString();
    }

    /** {@code str} of a value of the template. */
    public static String str(Value value, Allowance allowance) {
        return value instanceof Value.Text text
                ? text.text()
                : str(new Maker(new Copies(allowance), value.span()).authored(value));
    }

    /** A text that is the same for two nodes when Python says that they are equal, whatever the order of their keys. */
    static String comparable(Node node) {
        return LogicalIds.json(node.value());
    }

    /** {@code json.dumps}, with a space behind commas and colons. */
    public static String json(Node node) {
        StringBuilder out = new StringBuilder();
        json(node, out);
        return out.toString();
    }

    private static void repr(Node node, StringBuilder out) {
        switch (node) {
            case Leaf leaf -> out.append(repr(leaf));
            case Items items -> {
                out.append('[');
                String comma = "";
                for (Node item : items.all()) {
                    out.append(comma);
                    repr(item, out);
                    comma = ", ";
                }
                out.append(']');
            }
            case Table table -> {
                out.append('{');
                String comma = "";
                for (String name : table.keys()) {
                    out.append(comma).append(key(table, name)).append(": ");
                    repr(present(table.get(name)), out);
                    comma = ", ";
                }
                out.append('}');
            }
        }
    }

    private static String key(Table table, String name) {
        Key key = table.key(name);
        return key != null && key.authored() ? unicode(name) : quoted(escaped(name, true));
    }

    private static String repr(Leaf leaf) {
        return switch (leaf.value()) {
            case Value.Text text -> leaf.authored() ? unicode(text.text()) : quoted(escaped(text.text(), true));
            case Value.Bool bool -> bool.value() ? "True" : "False";
            case Value.Number number -> number(number.value());
            default -> "None";
        };
    }

    private static String number(Decimal value) {
        if (value.scale() > 0) {
            return String.valueOf(value.doubleValue());
        }
        boolean isLong = value.compareTo(LARGEST_INT) > 0;
        return value.toPlainString() + (isLong ? "L" : "");
    }

    /** The text of a Unicode text: what is beyond ASCII is escaped, and its backslashes are not escaped once more. */
    private static String unicode(String text) {
        return "u" + quoted(escaped(text, false));
    }

    /** In single quotes, unless there are such and no double ones in the text. */
    private static String quoted(String escaped) {
        return escaped.contains("'") && !escaped.contains("\"")
                ? '"' + escaped + '"'
                : "'" + escaped.replace("'", "\\'") + "'";
    }

    private static String escaped(String text, boolean isByteText) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c >= ' ' && c <= '~' || isByteText && c > 0xa0) {
                        out.appendCodePoint(c);
                    } else {
                        out.append(code(c));
                    }
                }
            }
        }
        return out.toString();
    }

    private static String code(int c) {
        HexFormat hex = HexFormat.of();
        if (c <= 0xff) {
            return "\\x" + hex.toHexDigits((byte) c);
        }
        return c <= 0xffff ? "\\u" + hex.toHexDigits((short) c) : "\\U" + hex.toHexDigits(c);
    }

    private static void json(Node node, StringBuilder out) {
        switch (node) {
            case Leaf leaf -> out.append(LogicalIds.json(leaf.value()));
            case Items items -> {
                out.append('[');
                String comma = "";
                for (Node item : items.all()) {
                    out.append(comma);
                    json(item, out);
                    comma = ", ";
                }
                out.append(']');
            }
            case Table table -> {
                out.append('{');
                String comma = "";
                for (String name : table.keys()) {
                    Node member = present(table.get(name));
                    out.append(comma)
                            .append(LogicalIds.json(new Value.Text(name, member.span())))
                            .append(": ");
                    json(member, out);
                    comma = ", ";
                }
                out.append('}');
            }
        }
    }

    private static Node present(@Nullable Node node) {
        if (node == null) {
            throw new IllegalStateException("a mapping has a key that stands for nothing");
        }
        return node;
    }
}
