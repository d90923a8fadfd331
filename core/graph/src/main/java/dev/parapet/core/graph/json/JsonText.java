package dev.parapet.core.graph.json;

import dev.parapet.core.graph.name.TextShape;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.List;

/** Reads JSON (RFC 8259) out of a text, of which parts may be unknown, into values. */
public final class JsonText {
    private static final int MAX_LENGTH = 4 << 20;

    private JsonText() {}

    /** What came of reading. */
    public sealed interface Result {
        /** It is JSON. */
        record Parsed(Value value) implements Result {}

        /**
         * It is not.
         *
         * @param message what is wrong, a clause without a full stop
         * @param span where
         */
        record Broken(String message, Span span) implements Result {}
    }

    /**
     * Reads a {@link Value.Text} or {@link Value.Composed}. A text within the JSON that holds unknown parts becomes composed again; an
     * unknown part that stands for a whole value stays as it is. Spans lead to the line within the text where the lines of the text can
     * be told, else to the whole text. At most 4 MiB, 200 levels deep.
     */
    public static Result parse(Value value) {
        List<Value> unknown = new ArrayList<>();
        String text;
        switch (value) {
            case Value.Text known -> text = known.text();
            case Value.Composed composed -> {
                StringBuilder all = new StringBuilder();
                for (Value part : composed.parts()) {
                    if (part instanceof Value.Text known) {
                        all.append(
                                known.text().replace(TextShape.OPEN, '\uFFFD').replace(TextShape.CLOSE, '\uFFFD'));
                    } else {
                        all.append(TextShape.OPEN).append(unknown.size()).append(TextShape.CLOSE);
                        unknown.add(part);
                    }
                }
                text = all.toString();
            }
            case Value.Mapping ignored -> {
                return new Result.Parsed(value);
            }
            case Value.Sequence ignored -> {
                return new Result.Parsed(value);
            }
            case Value.Null ignored -> {
                return notText(value);
            }
            case Value.Bool ignored -> {
                return notText(value);
            }
            case Value.Number ignored -> {
                return notText(value);
            }
            case Value.Reference ignored -> {
                return notText(value);
            }
            case Value.DynamicReference ignored -> {
                return notText(value);
            }
            case Value.Conditional ignored -> {
                return notText(value);
            }
            case Value.Absent ignored -> {
                return notText(value);
            }
            case Value.Unresolved ignored -> {
                return notText(value);
            }
        }
        if (text.length() > MAX_LENGTH) {
            return new Result.Broken("the JSON text is longer than 4 MiB", value.span());
        }
        JsonReader reader = new JsonReader(text, unknown, new TextPlaces(text, value.span()));
        Value parsed = reader.document();
        return parsed == null ? new Result.Broken(reader.problem(), reader.place()) : new Result.Parsed(parsed);
    }

    private static Result notText(Value value) {
        return new Result.Broken("it is no text that is known", value.span());
    }
}
