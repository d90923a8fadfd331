package dev.parapet.read.cloudformation.sam.definition;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes parts of one document that are caused by one stretch of text. */
public final class Maker {
    private final Copies copies;
    private final Span span;

    Maker(Copies copies, Span span) {
        this.copies = copies;
        this.span = span;
    }

    /** What a text of the template stands for. */
    public Node authored(Value value) {
        return switch (value) {
            case Value.Mapping mapping -> authored(mapping);
            case Value.Sequence sequence -> {
                List<Node> all = new ArrayList<>();
                sequence.items().forEach(item -> all.add(authored(item)));
                copies.take(all.size());
                yield new Items(all, sequence.span());
            }
            default -> new Leaf(value, true);
        };
    }

    /** The same for a value that may be absent or null; null then. */
    public @Nullable Node authoredOrNull(@Nullable Value value) {
        return value == null || value instanceof Value.Null ? null : authored(value);
    }

    /** What a mapping of the template stands for. */
    public Table authored(Value.Mapping mapping) {
        Table table = Table.ordered(mapping.span(), copies);
        copies.take(mapping.entries().size());
        for (Map.Entry<String, Value.Entry> entry : mapping.entries().entrySet()) {
            table.put(
                    Key.authored(entry.getKey(), entry.getValue().keySpan()),
                    authored(entry.getValue().value()));
        }
        return table;
    }

    /** A mapping whose keys come in the order of Python 2.7. */
    public Table table() {
        return Table.ordered(span, copies);
    }

    /** A mapping whose keys come in the order in which they are added. */
    public Table plain() {
        return Table.plain(span, copies);
    }

    /** A mapping of one key, in the order in which they are added. */
    public Table plain(String name, Node node) {
        return plain().put(Key.made(name, span), node);
    }

    /** A list. */
    public Items list(Node... items) {
        return new Items(new ArrayList<>(List.of(items)), span);
    }

    /** A text. */
    public Leaf text(String text) {
        return new Leaf(values().text(text), false);
    }

    /** A text that SAM puts together of texts of the template. */
    public Leaf authoredText(String text) {
        return new Leaf(values().text(text), true);
    }

    /** True or false. */
    public Leaf bool(boolean value) {
        return new Leaf(values().bool(value), false);
    }

    /** {@code Ref}. */
    public Table ref(String name) {
        return plain("Ref", text(name));
    }

    /** {@code Fn::Sub} of a text and one variable. */
    public Table sub(String text, String variable, Node node) {
        return plain("Fn::Sub", list(text(text), plain(variable, node)));
    }

    /** {@code Fn::If} that leaves nothing when its condition does not hold. */
    public Table onlyIf(Leaf condition, Node node) {
        return plain("Fn::If", list(condition, node, ref("AWS::NoValue")));
    }

    private Values values() {
        return new Values(span);
    }
}
