package dev.parapet.core.graph.json;

import dev.parapet.core.graph.name.TextShape;
import dev.parapet.model.Decimal;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One reading of one JSON text, from left to right. */
final class JsonReader {
    private static final int MAX_DEPTH = 200;
    private static final int MAX_NUMBER = 400;

    private final String text;
    private final List<Value> unknown;
    private final TextPlaces places;
    private int at;
    private String problem = "";
    private int problemAt;

    JsonReader(String text, List<Value> unknown, TextPlaces places) {
        this.text = text;
        this.unknown = unknown;
        this.places = places;
    }

    String problem() {
        return problem;
    }

    Span place() {
        return places.between(problemAt, problemAt);
    }

    /** The value that the whole text is, or null when it is none. */
    @Nullable
    Value document() {
        Value value = value(0);
        if (value == null) {
            return null;
        }
        blanks();
        return at == text.length() ? value : broken("something follows the end of the JSON text");
    }

    private @Nullable Value value(int depth) {
        blanks();
        if (depth > MAX_DEPTH) {
            return broken("the JSON text is nested more than 200 levels deep");
        }
        if (at >= text.length()) {
            return broken("the JSON text ends too early");
        }
        int start = at;
        char c = text.charAt(at);
        return switch (c) {
            case '{' -> mapping(depth, start);
            case '[' -> sequence(depth, start);
            case '"' -> {
                List<Value> parts = string();
                yield parts == null ? null : joined(parts, places.between(start, at));
            }
            case TextShape.OPEN -> unknownPart();
            case 't' -> word("true", new Value.Bool(true, places.between(start, start + 4)));
            case 'f' -> word("false", new Value.Bool(false, places.between(start, start + 5)));
            case 'n' -> word("null", new Value.Null(places.between(start, start + 4)));
            default -> number(start);
        };
    }

    private @Nullable Value mapping(int depth, int start) {
        Map<String, Value.Entry> entries = new LinkedHashMap<>();
        at++;
        blanks();
        if (peek() == '}') {
            at++;
            return new Value.Mapping(entries, places.between(start, at));
        }
        while (true) {
            blanks();
            int keyStart = at;
            if (peek() != '"') {
                return broken("a name in quotes is missing in the JSON text");
            }
            List<Value> key = string();
            if (key == null) {
                return null;
            }
            Span keySpan = places.between(keyStart, at);
            blanks();
            if (peek() != ':') {
                return broken("a colon is missing in the JSON text");
            }
            at++;
            Value value = value(depth + 1);
            if (value == null) {
                return null;
            }
            String name = TextShape.of(joined(key, keySpan));
            entries.put(name == null ? "" : name, new Value.Entry(keySpan, value));
            blanks();
            char next = peek();
            at++;
            if (next == '}') {
                return new Value.Mapping(entries, places.between(start, at));
            }
            if (next != ',') {
                at--;
                return broken("a comma or a closing brace is missing in the JSON text");
            }
        }
    }

    private @Nullable Value sequence(int depth, int start) {
        List<Value> items = new ArrayList<>();
        at++;
        blanks();
        if (peek() == ']') {
            at++;
            return new Value.Sequence(items, places.between(start, at));
        }
        while (true) {
            Value item = value(depth + 1);
            if (item == null) {
                return null;
            }
            items.add(item);
            blanks();
            char next = peek();
            at++;
            if (next == ']') {
                return new Value.Sequence(items, places.between(start, at));
            }
            if (next != ',') {
                at--;
                return broken("a comma or a closing bracket is missing in the JSON text");
            }
        }
    }

    /** The parts of a string, the opening quote being next. */
    private @Nullable List<Value> string() {
        int start = at++;
        List<Value> parts = new ArrayList<>();
        StringBuilder known = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                if (known.length() > 0 || parts.isEmpty()) {
                    parts.add(new Value.Text(known.toString(), places.between(start, at)));
                }
                return parts;
            }
            if (c == TextShape.OPEN && !unknown.isEmpty()) {
                at--;
                Value part = unknownPart();
                if (part == null) {
                    return null;
                }
                if (known.length() > 0) {
                    parts.add(new Value.Text(known.toString(), places.between(start, at)));
                    known.setLength(0);
                }
                parts.add(part);
            } else if (c == '\\') {
                if (!escape(known)) {
                    broken("the JSON text has a wrong escape");
                    return null;
                }
            } else {
                known.append(c);
            }
        }
        broken("a string of the JSON text has no end");
        return null;
    }

    private boolean escape(StringBuilder known) {
        if (at >= text.length()) {
            return false;
        }
        char c = text.charAt(at++);
        switch (c) {
            case '"', '\\', '/' -> known.append(c);
            case 'b' -> known.append('\b');
            case 'f' -> known.append('\f');
            case 'n' -> known.append('\n');
            case 'r' -> known.append('\r');
            case 't' -> known.append('\t');
            case 'u' -> {
                if (at + 4 > text.length()) {
                    return false;
                }
                int code = 0;
                for (int i = 0; i < 4; i++) {
                    int digit = Character.digit(text.charAt(at++), 16);
                    if (digit < 0) {
                        return false;
                    }
                    code = code * 16 + digit;
                }
                known.append((char) code);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static Value joined(List<Value> parts, Span span) {
        if (parts.size() > 1) {
            return new Value.Composed(parts, span);
        }
        Value only = parts.get(0);
        return only instanceof Value.Text known ? new Value.Text(known.text(), span) : only;
    }

    /** The unknown part that is next. */
    private @Nullable Value unknownPart() {
        int close = text.indexOf(TextShape.CLOSE, at);
        int index = 0;
        for (int i = at + 1; i < close; i++) {
            int digit = Character.digit(text.charAt(i), 10);
            index = digit < 0 || index > unknown.size() ? unknown.size() : index * 10 + digit;
        }
        if (close < 0 || index >= unknown.size()) {
            return broken("the JSON text holds a character that has no place there");
        }
        at = close + 1;
        return unknown.get(index);
    }

    private @Nullable Value number(int start) {
        while (at < text.length() && at - start <= MAX_NUMBER && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            Decimal number = Decimal.parse(text.substring(start, at));
            // a number with a huge exponent would fill the memory when it is printed
            if (Math.abs((long) number.scale()) > MAX_NUMBER) {
                return broken("a number of the JSON text is too large");
            }
            return new Value.Number(number, places.between(start, at));
        } catch (NumberFormatException e) {
            at = start;
            return broken("the JSON text holds something that is no value");
        }
    }

    private @Nullable Value word(String word, Value value) {
        if (!text.startsWith(word, at)) {
            return broken("the JSON text holds something that is no value");
        }
        at += word.length();
        return value;
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private @Nullable Value broken(String what) {
        problem = what;
        problemAt = Math.min(at, text.length());
        return null;
    }
}
