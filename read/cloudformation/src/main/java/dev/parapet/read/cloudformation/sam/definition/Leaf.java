package dev.parapet.read.cloudformation.sam.definition;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;

/**
 * A text, number, truth value or null.
 *
 * @param value it
 * @param authored whether it comes from the template; Python 2.7 wrote the texts of templates as {@code u'…'}
 */
public record Leaf(Value value, boolean authored) implements Node {
    @Override
    public Span span() {
        return value.span();
    }

    boolean isEmpty() {
        return Intrinsics.isEmpty(value);
    }
}
