package dev.parapet.read.cloudformation.text;

import dev.parapet.model.Fault;
import dev.parapet.model.SourceFile;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * TOML, as much of it as configuration files of deployment tools use (https://toml.io/en/v1.0.0): tables, dotted keys, texts of
 * all four kinds, lists, inline tables. Dates and numbers stay texts. A reader of our own, because most SAM applications have
 * such a file and a library for it costs more to load than all else that is read of them.
 */
public final class TomlText {
    private static final int MAX_DEPTH = 40;

    private final String text;
    private final Places places;
    private final Problems problems;
    private final Table root = new Table();
    private Table current = root;
    private int at;

    private static final class Table {
        final Map<String, Value> values = new LinkedHashMap<>();
        final Map<String, Table> tables = new LinkedHashMap<>();
        final Map<String, Span> spans = new LinkedHashMap<>();
    }

    private TomlText(SourceFile file) {
        this.text = file.text();
        this.places = new Places(file.path(), file.text());
        this.problems = new Problems(file.path());
    }

    /** Reads a text. It never fails: what is wrong with it is the document's fault. */
    public static Document read(SourceFile file) {
        TomlText reader = new TomlText(file);
        reader.skip(true);
        while (reader.at < reader.text.length() && !reader.problems.hasEnded()) {
            reader.line();
            reader.skip(true);
        }
        Value whole = reader.mapping(reader.root, reader.places.span(0, reader.text.length()), 0);
        return new Document(whole, reader.problems.fault(), !reader.problems.hasEnded());
    }

    private Value.Mapping mapping(Table table, Span span, int depth) {
        Map<String, Value.Entry> entries = new LinkedHashMap<>();
        for (Map.Entry<String, Span> name : table.spans.entrySet()) {
            Value value = table.values.get(name.getKey());
            Table inner = table.tables.get(name.getKey());
            if (value == null && inner != null && depth < MAX_DEPTH) {
                value = mapping(inner, name.getValue(), depth + 1);
            }
            if (value != null) {
                entries.put(name.getKey(), new Value.Entry(name.getValue(), value));
            }
        }
        return new Value.Mapping(entries, span);
    }

    private void wrong(String what) {
        problems.ended(Fault.Kind.UNREADABLE, places.line(at), "it is not TOML: " + what + "; correct it");
    }

    /** Skips white space and comments, and the ends of lines where they mean nothing. */
    private void skip(boolean lines) {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                while (at < text.length() && text.charAt(at) != '\n') {
                    at++;
                }
            } else if (c == ' ' || c == '\t' || c == '\r' || (lines && c == '\n')) {
                at++;
            } else {
                return;
            }
        }
    }

    private boolean take(char wanted) {
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void line() {
        if (take('[')) {
            boolean many = take('[');
            current = root;
            List<String> names = new ArrayList<>();
            Span span = key(names);
            if (span == null) {
                return;
            }
            for (String name : names) {
                current = table(current, name, span);
            }
            if (!take(']') || (many && !take(']'))) {
                wrong("a bracket is missing");
                return;
            }
        } else {
            pair(current);
        }
        skip(false);
        if (at < text.length() && text.charAt(at) != '\n') {
            wrong("something stands behind the end of a value");
        }
    }

    private static Table table(Table in, String name, Span span) {
        in.spans.putIfAbsent(name, span);
        return in.tables.computeIfAbsent(name, key -> new Table());
    }

    private void pair(Table in) {
        List<String> names = new ArrayList<>();
        Span span = key(names);
        if (span == null) {
            return;
        }
        Table table = in;
        for (String name : names.subList(0, names.size() - 1)) {
            table = table(table, name, span);
        }
        if (!take('=')) {
            wrong("a name without a value");
            return;
        }
        Value value = value(0);
        if (value != null) {
            table.spans.put(names.getLast(), span);
            table.values.put(names.getLast(), value);
        }
    }

    private @Nullable Span key(List<String> names) {
        skip(false);
        int start = at;
        int end = at;
        do {
            skip(false);
            String name;
            if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
                name = quoted();
            } else {
                int from = at;
                while (at < text.length() && isBare(text.charAt(at))) {
                    at++;
                }
                name = text.substring(from, at);
            }
            if (name == null || name.isEmpty() || names.size() >= MAX_DEPTH) {
                wrong("a name is missing");
                return null;
            }
            names.add(name);
            end = at;
            skip(false);
        } while (take('.'));
        return places.span(start, end);
    }

    private static boolean isBare(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    private @Nullable Value value(int depth) {
        skip(false);
        int start = at;
        if (at >= text.length() || depth > MAX_DEPTH) {
            wrong("a value is missing");
            return null;
        }
        char c = text.charAt(at);
        if (c == '"' || c == '\'') {
            String quoted = quoted();
            return quoted == null ? null : new Value.Text(quoted, places.span(start, at));
        }
        if (c == '[') {
            return list(start, depth);
        }
        if (c == '{') {
            return inline(start);
        }
        while (at < text.length() && ",]}#\n\r".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at).strip();
        Span span = places.span(start, start + word.length());
        if (word.isEmpty()) {
            wrong("a value is missing");
            return null;
        }
        return word.equals("true") || word.equals("false")
                ? new Value.Bool(word.equals("true"), span)
                : new Value.Text(word, span);
    }

    private @Nullable Value list(int start, int depth) {
        at++;
        List<Value> items = new ArrayList<>();
        skip(true);
        while (!take(']')) {
            Value item = value(depth + 1);
            if (item == null) {
                return null;
            }
            items.add(item);
            skip(true);
            if (!take(',') && (at >= text.length() || text.charAt(at) != ']')) {
                wrong("a comma or a bracket is missing");
                return null;
            }
            skip(true);
        }
        return new Value.Sequence(items, places.span(start, at));
    }

    /** An inline table; its values are no tables themselves as far as anybody here asks. */
    private @Nullable Value inline(int start) {
        at++;
        Map<String, Value.Entry> entries = new LinkedHashMap<>();
        skip(true);
        while (!take('}')) {
            List<String> names = new ArrayList<>();
            Span span = key(names);
            if (span == null) {
                return null;
            }
            if (!take('=')) {
                wrong("a name without a value");
                return null;
            }
            skip(false);
            Value value = at < text.length() && text.charAt(at) == '{' ? null : value(1);
            if (value == null) {
                wrong("a table within a table in one line");
                return null;
            }
            entries.put(String.join(".", names), new Value.Entry(span, value));
            skip(true);
            if (!take(',') && (at >= text.length() || text.charAt(at) != '}')) {
                wrong("a comma or a brace is missing");
                return null;
            }
            skip(true);
        }
        return new Value.Mapping(entries, places.span(start, at));
    }

    private @Nullable String quoted() {
        char quote = text.charAt(at);
        String three = String.valueOf(quote).repeat(3);
        boolean long3 = text.startsWith(three, at);
        at += long3 ? 3 : 1;
        if (long3) {
            if (text.startsWith("\r\n", at)) {
                at++;
            }
            take('\n');
        }
        StringBuilder quoted = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (long3 ? text.startsWith(three, at) : c == quote) {
                at += long3 ? 3 : 1;
                return quoted.toString();
            }
            if (c == '\n' && !long3) {
                break;
            }
            if (c == '\\' && quote == '"') {
                escape(quoted);
            } else {
                quoted.append(c);
                at++;
            }
        }
        wrong("a text in quotes does not end");
        return null;
    }

    private void escape(StringBuilder quoted) {
        char c = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        int plain = "btnfr\"\\".indexOf(c);
        if (plain >= 0) {
            quoted.append("\b\t\n\f\r\"\\".charAt(plain));
            at += 2;
        } else if (c == 'u' || c == 'U') {
            int digits = c == 'u' ? 4 : 8;
            int code = 0;
            int i = at + 2;
            for (; i < at + 2 + digits && i < text.length() && Character.digit(text.charAt(i), 16) >= 0; i++) {
                code = code * 16 + Character.digit(text.charAt(i), 16);
            }
            at = i;
            quoted.appendCodePoint(Character.isValidCodePoint(code) ? code : 0xfffd);
        } else {
            // A backslash at the end of a line joins it with the next.
            at++;
            while (at < text.length() && text.charAt(at) <= ' ') {
                at++;
            }
        }
    }
}
