package dev.parapet.read.cloudformation.sam.definition;

import dev.parapet.model.Span;
import dev.parapet.model.Value;

/**
 * A key of a mapping.
 *
 * @param text its text
 * @param span where it is written, or the text that caused it
 * @param authored whether it comes from the template
 */
public record Key(String text, Span span, boolean authored) {
    /** A key that comes from the template. */
    public static Key authored(String text, Span span) {
        return new Key(text, span, true);
    }

    /** A key that comes from the template. */
    public static Key authored(Value.Text text) {
        return new Key(text.text(), text.span(), true);
    }

    /** A key that SAM makes. */
    public static Key made(String text, Span span) {
        return new Key(text, span, false);
    }
}
