package dev.parapet.core.rule;

import dev.parapet.core.rule.expression.Expression;
import java.util.List;

/**
 * The sentence that a rule says of a resource, with expressions in it.
 *
 * @param pieces what it is made of, in order
 */
public record Message(List<Piece> pieces) {
    public Message {
        pieces = List.copyOf(pieces);
    }

    /** A part of a message. */
    public sealed interface Piece {}

    /** Words as they are. */
    public record Words(String text) implements Piece {}

    /** What an expression gives, as people read it. */
    public record Placeholder(Expression expression) implements Piece {}
}
