package dev.parapet.read.cloudformation.sam.definition;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import org.jspecify.annotations.Nullable;

/** A part of a document that is being edited. */
public sealed interface Node permits Leaf, Items, Table {
    /** The text that caused it. */
    Span span();

    /** The value as it stands now. */
    Value value();

    /** The text, when it is one; else null. */
    static @Nullable String text(@Nullable Node node) {
        return node instanceof Leaf leaf && leaf.value() instanceof Value.Text text ? text.text() : null;
    }

    /** Whether SAM takes it for nothing: absent, null, false, zero, an empty text, list or mapping. */
    static boolean isEmpty(@Nullable Node node) {
        return switch (node) {
            case null -> true;
            case Leaf leaf -> leaf.isEmpty();
            case Items items -> items.all().isEmpty();
            case Table table -> table.isEmpty();
        };
    }
}
