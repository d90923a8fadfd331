package dev.parapet.core.iam;

import dev.parapet.core.graph.json.JsonText;
import dev.parapet.model.Span;
import dev.parapet.model.Value;

/** JSON in tests; apostrophes may stand for quotation marks. */
public final class Json {
    private Json() {}

    /** Reads a text. */
    public static Value of(String text) {
        String json = text.indexOf('"') >= 0 ? text : text.replace('\'', '"');
        Span span = Span.of("test.json", 1, 1, 1, 1);
        return switch (JsonText.parse(new Value.Text(json, span))) {
            case JsonText.Result.Parsed parsed -> parsed.value();
            case JsonText.Result.Broken broken ->
                throw new AssertionError(broken.message() + " at " + broken.span() + ": " + json);
        };
    }
}
