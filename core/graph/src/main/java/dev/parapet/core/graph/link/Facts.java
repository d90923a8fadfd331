package dev.parapet.core.graph.link;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The properties of an endpoint or authorizer while they are found; what is unknown or hangs on a condition stays so. */
final class Facts {
    private final Span span;
    private final Map<String, Value.Entry> entries = new LinkedHashMap<>();

    /** No facts yet about what is written at a place. */
    Facts(Span span) {
        this.span = span;
    }

    /** States a fact; nothing where it is null. */
    Facts with(String name, @Nullable Value value) {
        if (value != null) {
            entries.put(name, new Value.Entry(value.span(), value));
        }
        return this;
    }

    /** States a fact in a word. */
    Facts with(String name, String word) {
        return with(name, new Value.Text(word, span));
    }

    /** The fact of a name, or null. */
    @Nullable
    Value get(String name) {
        Value.Entry entry = entries.get(name);
        return entry == null ? null : entry.value();
    }

    Span span() {
        return span;
    }

    /** All facts. */
    Value.Mapping mapping() {
        return new Value.Mapping(entries, span);
    }

    /** A function of a value that is known. */
    interface Choice {
        Value of(Value known);
    }

    /** Chooses by a value, in each branch where it hangs on a condition; an unknown value stays what it is. */
    static Value choose(Value value, Choice choice) {
        return switch (value) {
            case Value.Conditional either ->
                new Value.Conditional(
                        either.condition(),
                        choose(either.whenTrue(), choice),
                        choose(either.whenFalse(), choice),
                        either.span());
            case Value.Unresolved ignored -> value;
            case Value.DynamicReference ignored -> value;
            case Value.Reference ignored -> value;
            case Value.Composed ignored -> value;
            case Value.Absent ignored -> choice.of(value);
            case Value.Null ignored -> choice.of(value);
            case Value.Bool ignored -> choice.of(value);
            case Value.Number ignored -> choice.of(value);
            case Value.Text ignored -> choice.of(value);
            case Value.Sequence ignored -> choice.of(value);
            case Value.Mapping ignored -> choice.of(value);
        };
    }

    /** The word that a table has for a text; the text in lower case where it has none; {@code otherwise} for nothing. */
    static Value word(@Nullable Value value, Map<String, String> words, String otherwise, Span span) {
        if (value == null) {
            return new Value.Text(otherwise, span);
        }
        return choose(
                value,
                known -> known instanceof Value.Text text
                        ? new Value.Text(
                                words.getOrDefault(text.text(), text.text().toLowerCase(Locale.ROOT)),
                                text.span(),
                                text.provenance())
                        : new Value.Text(otherwise, known.span()));
    }

    /** A value that stands for true or false as templates write it, as a truth value. */
    static Value truth(@Nullable Value value, Span span) {
        return value == null
                ? new Value.Bool(false, span)
                : choose(value, known -> new Value.Bool(isTrue(known), known.span()));
    }

    private static boolean isTrue(Value value) {
        return value instanceof Value.Bool bool && bool.value()
                || value instanceof Value.Text text && text.text().equalsIgnoreCase("true");
    }

    /** One word, or another where it is {@code none}. */
    static Value unlessNone(Value auth, Value otherwise) {
        return choose(
                auth, known -> known instanceof Value.Text text && text.text().equals("none") ? otherwise : known);
    }

    /** {@code api-key} where a key is asked for, else {@code none}. */
    static Value apiKey(@Nullable Value required, Span span) {
        return choose(truth(required, span), known -> new Value.Text(isTrue(known) ? "api-key" : "none", known.span()));
    }
}
