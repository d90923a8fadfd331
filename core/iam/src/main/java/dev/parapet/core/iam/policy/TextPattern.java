package dev.parapet.core.iam.policy;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text of a policy as the language understands it: literal characters, wildcards, policy variables and parts that are not known.
 *
 * @param text what was written; unknown parts are shown as {@code ${…}}
 * @param tokens its pieces; neighbouring literals have been joined
 * @param span where it was written
 */
public record TextPattern(String text, List<Token> tokens, Span span) {
    private static final int MAX_DEPTH = 16;

    public TextPattern {
        tokens = List.copyOf(tokens);
    }

    /**
     * Which signs mean something in a text.
     *
     * @param wildcards whether {@code *} and {@code ?} do
     * @param variables whether {@code ${key}} does; {@code ${*}}, {@code ${?}} and {@code ${$}} are the signs themselves then
     */
    public record Syntax(boolean wildcards, boolean variables) {
        /** Neither. */
        public static final Syntax PLAIN = new Syntax(false, false);
        /** Actions have wildcards and no variables. */
        public static final Syntax ACTION = new Syntax(true, false);
    }

    /** Reads a value. What is no text, number or truth value is unknown. */
    public static TextPattern of(Value value, Syntax syntax) {
        if (value instanceof Value.Text known && isLiteral(known.text(), syntax)) {
            List<Token> tokens = known.text().isEmpty() ? List.of() : List.of(new Token.Literal(known.text()));
            return new TextPattern(known.text(), tokens, value.span());
        }
        StringBuilder text = new StringBuilder();
        List<Token> tokens = new ArrayList<>();
        append(value, syntax, text, tokens, 0);
        return new TextPattern(text.toString(), joined(tokens), value.span());
    }

    /** Whether no sign of a text means anything but itself; most texts are such. */
    private static boolean isLiteral(String text, Syntax syntax) {
        return (!syntax.variables() || text.indexOf('$') < 0)
                && (!syntax.wildcards() || (text.indexOf('*') < 0 && text.indexOf('?') < 0));
    }

    /** Whether a part of it is not known. */
    public boolean isPartlyUnknown() {
        return tokens.stream().anyMatch(Token.Unknown.class::isInstance);
    }

    /** Whether it is one {@code *}, which stands for everything. */
    public boolean isEverything() {
        return tokens.size() == 1 && tokens.get(0) instanceof Token.AnyText;
    }

    private static void append(Value value, Syntax syntax, StringBuilder text, List<Token> tokens, int depth) {
        switch (value) {
            case Value.Text known -> {
                text.append(known.text());
                parse(known.text(), syntax, tokens);
            }
            case Value.Number number -> literal(number.value().toPlainString(), text, tokens);
            case Value.Bool bool -> literal(String.valueOf(bool.value()), text, tokens);
            case Value.Composed composed -> {
                for (Value part : composed.parts()) {
                    if (depth < MAX_DEPTH) {
                        append(part, syntax, text, tokens, depth + 1);
                    }
                }
            }
            case Value.Reference reference ->
                unknown(reference.target().name() + "." + reference.attribute(), text, tokens);
            case Value.DynamicReference dynamic ->
                unknown("{{resolve:" + dynamic.service() + ":" + dynamic.key() + "}}", text, tokens);
            case Value.Unresolved unresolved -> unknown(unresolved.missing(), text, tokens);
            case Value.Conditional ignored -> unknown("a condition of the template", text, tokens);
            case Value.Null ignored -> unknown("a text", text, tokens);
            case Value.Sequence ignored -> unknown("a text", text, tokens);
            case Value.Mapping ignored -> unknown("a text", text, tokens);
            case Value.Absent ignored -> unknown("a text", text, tokens);
        }
    }

    private static void literal(String known, StringBuilder text, List<Token> tokens) {
        text.append(known);
        tokens.add(new Token.Literal(known));
    }

    private static void unknown(String missing, StringBuilder text, List<Token> tokens) {
        text.append("${").append(missing).append('}');
        tokens.add(new Token.Unknown(missing));
    }

    private static void parse(String text, Syntax syntax, List<Token> tokens) {
        int literal = 0;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = at + 1;
            Token token = null;
            if (syntax.wildcards() && c == '*') {
                token = new Token.AnyText();
            } else if (syntax.wildcards() && c == '?') {
                token = new Token.AnyCharacter();
            } else if (syntax.variables() && text.startsWith("${", at) && text.indexOf('}', at) > 0) {
                end = text.indexOf('}', at) + 1;
                token = variable(text.substring(at + 2, end - 1));
            }
            if (token != null) {
                if (at > literal) {
                    tokens.add(new Token.Literal(text.substring(literal, at)));
                }
                tokens.add(token);
                literal = end;
            }
            at = end;
        }
        if (literal < text.length()) {
            tokens.add(new Token.Literal(text.substring(literal)));
        }
    }

    private static Token variable(String inner) {
        if (inner.equals("*") || inner.equals("?") || inner.equals("$")) {
            return new Token.Literal(inner);
        }
        int comma = inner.indexOf(',');
        String name = comma < 0 ? inner : inner.substring(0, comma);
        String fallback = comma < 0 ? "" : inner.substring(comma + 1).strip();
        boolean quoted = fallback.length() >= 2 && fallback.startsWith("'") && fallback.endsWith("'");
        return new Token.Variable(
                name.strip().toLowerCase(Locale.ROOT), quoted ? fallback.substring(1, fallback.length() - 1) : null);
    }

    private static List<Token> joined(List<Token> tokens) {
        List<Token> joined = new ArrayList<>(tokens.size());
        for (Token token : tokens) {
            if (token instanceof Token.Literal next
                    && !joined.isEmpty()
                    && joined.getLast() instanceof Token.Literal before) {
                joined.set(joined.size() - 1, new Token.Literal(before.text() + next.text()));
            } else {
                joined.add(token);
            }
        }
        return joined;
    }
}
