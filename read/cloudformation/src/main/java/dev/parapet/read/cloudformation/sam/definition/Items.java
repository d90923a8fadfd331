package dev.parapet.read.cloudformation.sam.definition;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.List;

/**
 * A list.
 *
 * @param all its items; they may be added to
 */
public record Items(List<Node> all, Span span) implements Node {
    @Override
    public Value value() {
        return new Value.Sequence(all.stream().map(Node::value).toList(), span);
    }
}
