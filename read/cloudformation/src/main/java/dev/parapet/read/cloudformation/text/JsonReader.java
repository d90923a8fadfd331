package dev.parapet.read.cloudformation.text;

import dev.parapet.model.Decimal;
import dev.parapet.model.Fault;
import dev.parapet.model.SourceFile;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import org.jspecify.annotations.Nullable;

/**
 * JSON as RFC 8259 has it. A reader of our own, because a template's spans must be exact to the code point and what stands
 * before an error must be kept; a streaming parser gives neither.
 */
final class JsonReader {
    private static final int MAX_DIGITS = 400;

    private final String text;
    private final Places places;
    private final Problems problems;
    private final Tree tree;
    private int at;

    JsonReader(SourceFile file, Places places) {
        this.text = file.text();
        this.places = places;
        this.problems = new Problems(file.path());
        this.tree = new Tree(problems);
    }

    Document read() {
        value();
        for (Tree.Frame top = tree.top(); top != null && !problems.hasEnded(); top = tree.top()) {
            inside(top);
        }
        skipSpace();
        if (!problems.hasEnded() && at < text.length()) {
            wrong("something stands behind its end");
        }
        Value root = tree.depth() == 0 ? tree.root() : tree.salvage(places);
        return new Document(
                root == null ? new Value.Null(places.span(0, 0)) : root, problems.fault(), !problems.hasEnded());
    }

    private void wrong(String what) {
        problems.ended(Fault.Kind.UNREADABLE, places.line(at), "it is not JSON: " + what + "; correct it");
    }

    private void skipSpace() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                return;
            }
            at++;
        }
    }

    private boolean take(char wanted) {
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    /** One step inside an open object or array: its end, or the next member. */
    private void inside(Tree.Frame frame) {
        skipSpace();
        boolean first = frame.end == frame.start;
        if (take(frame.mapping ? '}' : ']')) {
            tree.pop();
            Span span = places.span(frame.start, at);
            Value value =
                    frame.mapping ? new Value.Mapping(frame.entries, span) : new Value.Sequence(frame.items, span);
            tree.add(value, at, frame.size, frame.height);
            return;
        }
        if (!first && !take(',')) {
            wrong(at >= text.length() ? "it ends too early" : "a comma is missing");
            return;
        }
        skipSpace();
        if (frame.mapping) {
            int start = at;
            if (at >= text.length() || text.charAt(at) != '"') {
                wrong(at >= text.length() ? "it ends too early" : "a name in quotes is missing");
                return;
            }
            String key = string();
            if (key == null) {
                return;
            }
            tree.key(key, places.span(start, at), false);
            skipSpace();
            if (!take(':')) {
                wrong("a colon is missing");
                return;
            }
        }
        value();
    }

    private void value() {
        skipSpace();
        if (at >= text.length()) {
            wrong("it ends too early");
            return;
        }
        int start = at;
        switch (text.charAt(at)) {
            case '{' -> open(true);
            case '[' -> open(false);
            case '"' -> {
                String string = string();
                if (string != null) {
                    tree.add(new Value.Text(string, places.span(start, at)), at, 1, 1);
                }
            }
            case 't' -> word("true", new Value.Bool(true, places.span(start, start + 4)));
            case 'f' -> word("false", new Value.Bool(false, places.span(start, start + 5)));
            case 'n' -> word("null", new Value.Null(places.span(start, start + 4)));
            default -> number();
        }
    }

    private void open(boolean mapping) {
        if (tree.depth() >= Tree.MAX_DEPTH) {
            problems.ended(
                    Fault.Kind.LIMIT,
                    places.line(at),
                    "it is nested more than " + Tree.MAX_DEPTH
                            + " levels deep, and the rest was not read; nest it less");
            return;
        }
        tree.push(new Tree.Frame(mapping, at, null, null, true, false));
        at++;
    }

    private void word(String word, Value value) {
        if (text.startsWith(word, at)) {
            at += word.length();
            tree.add(value, at, 1, 1);
        } else {
            wrong("a value is missing");
        }
    }

    private void number() {
        int start = at;
        take('-');
        int whole = at;
        int wholeDigits = digits();
        boolean good = wholeDigits > 0 && (wholeDigits == 1 || text.charAt(whole) != '0');
        if (good && take('.')) {
            good = digits() > 0;
        }
        if (good && at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (!take('-')) {
                take('+');
            }
            int exponent = digits();
            good = exponent > 0;
            if (exponent > 4) {
                problems.ended(Fault.Kind.LIMIT, places.line(at), "a number is too large; write it as text");
                return;
            }
        }
        if (!good) {
            wrong("a value is missing");
        } else if (at - start > MAX_DIGITS) {
            problems.ended(Fault.Kind.LIMIT, places.line(at), "a number has too many digits; write it as text");
        } else {
            Value value = new Value.Number(Decimal.parse(text.substring(start, at)), places.span(start, at));
            tree.add(value, at, 1, 1);
        }
    }

    private int digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - start;
    }

    private @Nullable String string() {
        int start = ++at;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                return text.substring(start, at++);
            }
            if (c == '\\') {
                return escaped(start);
            }
            if (c < ' ') {
                break;
            }
            at++;
        }
        wrong("a text in quotes does not end in its line");
        return null;
    }

    private @Nullable String escaped(int start) {
        StringBuilder string = new StringBuilder(text.substring(start, at));
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return string.toString();
            }
            if (c < ' ') {
                break;
            }
            if (c != '\\') {
                string.append(c);
                at++;
            } else if (!escape(string)) {
                wrong("a backslash stands before something that cannot be escaped");
                return null;
            }
        }
        wrong("a text in quotes does not end in its line");
        return null;
    }

    private boolean escape(StringBuilder string) {
        if (at + 1 >= text.length()) {
            return false;
        }
        char c = text.charAt(at + 1);
        int plain = "\"\\/bfnrt".indexOf(c);
        if (plain >= 0) {
            string.append("\"\\/\b\f\n\r\t".charAt(plain));
            at += 2;
            return true;
        }
        if (c != 'u' || at + 6 > text.length()) {
            return false;
        }
        int unit = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = text.charAt(i) > 'f' ? -1 : Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return false;
            }
            unit = unit * 16 + digit;
        }
        string.append((char) unit);
        at += 6;
        return true;
    }
}
