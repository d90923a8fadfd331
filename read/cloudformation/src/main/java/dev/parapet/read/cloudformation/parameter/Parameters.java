package dev.parapet.read.cloudformation.parameter;

import dev.parapet.model.Decimal;
import dev.parapet.model.Provenance;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Parameters} section of a template (AWS CloudFormation User Guide, "Parameters"). A value that somebody gave wins
 * over a default; each value says in its provenance where it comes from, and that of a {@code NoEcho} parameter does not
 * repeat it.
 */
public final class Parameters {
    private static final int MAX_SHOWN = 60;
    private static final int MAX_DIGITS = 100;

    private Parameters() {}

    /** The parameters of a template by name, in its order, and the pseudo parameters that were given. */
    public static Map<String, Parameter> of(Value.Mapping template, Given given) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        if (template.get("Parameters") instanceof Value.Mapping section) {
            for (Map.Entry<String, Value.Entry> entry : section.entries().entrySet()) {
                if (entry.getValue().value() instanceof Value.Mapping declaration) {
                    String name = entry.getKey();
                    parameters.put(
                            name,
                            new Parameter(
                                    name,
                                    value(name, declaration, entry.getValue().keySpan(), given),
                                    texts(declaration.get("AllowedValues"))));
                }
            }
        }
        for (Map.Entry<String, String> entry : given.byName().entrySet()) {
            String name = entry.getKey();
            if (name.startsWith("AWS::") && !parameters.containsKey(name)) {
                Span head = new Span(
                        template.span().path(),
                        template.span().start(),
                        template.span().start());
                String why = name + " is " + shown(entry.getValue()) + " as given";
                parameters.put(
                        name,
                        new Parameter(
                                name, new Value.Text(entry.getValue(), head, new Provenance(why, head)), List.of()));
            }
        }
        return parameters;
    }

    private static Value value(String name, Value.Mapping declaration, Span declared, Given given) {
        String type = declaration.get("Type") instanceof Value.Text text ? text.text() : "String";
        boolean secret = isTrue(declaration.get("NoEcho"));
        String missing = "Parameter " + name;
        Value byParent = given.byParent().get(name);
        String byName = given.byName().get(name);
        Given.Configured configured = given.configured().get(name);
        Value fallback = declaration.get("Default");
        if (type.startsWith("AWS::SSM::Parameter::Value<")) {
            String key = byName != null ? byName : configured != null ? configured.text() : null;
            if (byParent != null || key == null) {
                Value named = byParent != null ? byParent : fallback;
                key = named == null ? null : text(named);
            }
            if (key != null && !key.isEmpty() && !type.contains("List<")) {
                return new Value.DynamicReference("ssm", key, declared);
            }
            String reason = "parameter " + name + " is read from the parameter store while the stack is deployed";
            return new Value.Unresolved(missing, reason, declared);
        }
        if (byParent != null) {
            return byParent instanceof Value.Text text
                    ? typed(text.text(), type, text.span(), fromParent(name, text, secret))
                    : byParent;
        }
        if (byName != null) {
            return typed(byName, type, declared, why(name, byName, "as given", secret, declared));
        }
        if (configured != null) {
            String by = "by " + configured.file();
            return typed(
                    configured.text(),
                    type,
                    configured.span(),
                    why(name, configured.text(), by, secret, configured.span()));
        }
        if (fallback == null || fallback instanceof Value.Null) {
            List<String> allowed = texts(declaration.get("AllowedValues"));
            if (allowed.size() == 1) {
                Value only = declaration.get("AllowedValues");
                Span span = only == null ? declared : only.span();
                return typed(
                        allowed.getFirst(),
                        type,
                        span,
                        why(name, allowed.getFirst(), "and nothing else", secret, span));
            }
            String hidden = secret ? " (NoEcho)" : "";
            return new Value.Unresolved(missing, "parameter " + name + hidden + " has no default", declared);
        }
        String text = text(fallback);
        if (text == null) {
            return fallback instanceof Value.Sequence sequence
                    ? list(sequence, name, secret)
                    : new Value.Unresolved(missing, "parameter " + name + " has a default that is no text", declared);
        }
        return typed(text, type, fallback.span(), why(name, text, "by default", secret, fallback.span()));
    }

    private static @Nullable Provenance fromParent(String name, Value.Text text, boolean secret) {
        Provenance own = text.provenance();
        return own != null
                ? own
                : why(name, text.text(), "as " + text.span().path() + " gives it", secret, text.span());
    }

    private static Provenance why(String name, String value, String how, boolean secret, Span span) {
        String text = secret
                ? "parameter " + name + " (NoEcho) has a value " + how
                : "parameter " + name + " is " + shown(value) + " " + how;
        return new Provenance(text, span);
    }

    private static String shown(String value) {
        StringBuilder shown = new StringBuilder("\"");
        for (int i = 0; i < value.length() && i < MAX_SHOWN; i++) {
            char c = value.charAt(i);
            shown.append(Character.isISOControl(c) ? ' ' : c);
        }
        if (value.length() > MAX_SHOWN) {
            shown.append('…');
        }
        return shown.append('"').toString();
    }

    private static Value typed(String text, String type, Span span, @Nullable Provenance why) {
        if (type.equals("Number")) {
            Decimal number = number(text);
            if (number != null) {
                return new Value.Number(number, span, why);
            }
        }
        if (type.equals("CommaDelimitedList") || type.startsWith("List<")) {
            List<Value> items = new ArrayList<>();
            int start = 0;
            while (start <= text.length()) {
                int comma = text.indexOf(',', start);
                int end = comma < 0 ? text.length() : comma;
                items.add(new Value.Text(text.substring(start, end).strip(), span, why));
                start = end + 1;
            }
            return new Value.Sequence(items, span);
        }
        return new Value.Text(text, span, why);
    }

    private static Value list(Value.Sequence sequence, String name, boolean secret) {
        List<Value> items = new ArrayList<>();
        for (Value item : sequence.items()) {
            String text = text(item);
            if (text != null) {
                items.add(new Value.Text(text, item.span(), why(name, text, "by default", secret, item.span())));
            }
        }
        return new Value.Sequence(items, sequence.span());
    }

    private static @Nullable Decimal number(String text) {
        if (text.isEmpty() || text.length() > MAX_DIGITS) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && (c != '-' || i > 0)) {
                return null;
            }
        }
        try {
            return Decimal.parse(text);
        } catch (NumberFormatException ignored) {
            return null;
        }
    }

    private static @Nullable String text(Value value) {
        return switch (value) {
            case Value.Text text -> text.text();
            case Value.Bool bool -> String.valueOf(bool.value());
            case Value.Number number -> number.value().toPlainString();
            default -> null;
        };
    }

    private static boolean isTrue(@Nullable Value value) {
        return value != null && "true".equalsIgnoreCase(text(value));
    }

    private static List<String> texts(@Nullable Value value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof Value.Sequence sequence) {
            for (Value item : sequence.items()) {
                String text = text(item);
                if (text != null) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }
}
