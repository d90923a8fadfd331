package dev.parapet.read.cloudformation.sam.definition;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mapping. Its value has the entries in the order in which they were added, its keys come in SAM's order. */
public final class Table implements Node {
    private record Member(Key key, Node node) {}

    private final Span span;
    private final Copies copies;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private @Nullable KeyOrder order;
    private int copied;

    private Table(Span span, Copies copies, @Nullable KeyOrder order) {
        this.span = span;
        this.copies = copies;
        this.order = order;
        this.copied = copies.made();
    }

    /** A mapping whose keys come in the order of Python 2.7. */
    static Table ordered(Span span, Copies copies) {
        return new Table(span, copies, new KeyOrder());
    }

    /** A mapping whose keys come in the order in which they are added. */
    static Table plain(Span span, Copies copies) {
        return new Table(span, copies, null);
    }

    @Override
    public Span span() {
        return span;
    }

    @Override
    public Value value() {
        Map<String, Value.Entry> entries = new LinkedHashMap<>();
        members.forEach((name, member) -> entries.put(
                name, new Value.Entry(member.key().span(), member.node().value())));
        return new Value.Mapping(entries, span);
    }

    /** The keys, in SAM's order. */
    public List<String> keys() {
        KeyOrder known = caughtUp();
        return known == null ? List.copyOf(members.keySet()) : known.keys();
    }

    /** A key as it was first added; null when it is not there. */
    public @Nullable Key key(String name) {
        Member member = members.get(name);
        return member == null ? null : member.key();
    }

    /** What a key stands for; null when it is not there. */
    public @Nullable Node get(String name) {
        Member member = members.get(name);
        return member == null ? null : member.node();
    }

    /** What a key stands for, when it is a mapping; else null. */
    public @Nullable Table table(String name) {
        return get(name) instanceof Table table ? table : null;
    }

    /** The text that a key stands for; null when it is none. */
    public @Nullable String text(String name) {
        return Node.text(get(name));
    }

    /** Whether a key is there. */
    public boolean has(String name) {
        return members.containsKey(name);
    }

    /** Whether nothing is in it. */
    public boolean isEmpty() {
        return members.isEmpty();
    }

    /** How many keys it has. */
    public int size() {
        return members.size();
    }

    /** Lets a key stand for something; a null leaves things as they are. */
    public Table put(Key key, @Nullable Node node) {
        if (node != null) {
            Member known = members.get(key.text());
            members.put(key.text(), new Member(known == null ? key : known.key(), node));
            KeyOrder keys = caughtUp();
            if (keys != null) {
                keys.add(key.text());
                copies.take(keys.looks());
            }
        }
        return this;
    }

    /** Lets a key that SAM makes stand for something, caused by the same text as the node; a null leaves things as they are. */
    public Table put(String name, @Nullable Node node) {
        return node == null ? this : put(Key.made(name, node.span()), node);
    }

    /** Adds all of another mapping at once. */
    public Table merge(Table other) {
        List<String> keys = other.keys();
        KeyOrder known = caughtUp();
        if (known != null) {
            known.merge(keys);
        }
        for (String name : keys) {
            Member member = other.members.get(name);
            if (member != null) {
                put(member.key(), member.node());
            }
        }
        return this;
    }

    /** Takes a key out, if it is there. */
    public void remove(String name) {
        KeyOrder known = caughtUp();
        if (members.remove(name) != null && known != null) {
            known.remove(name);
        }
    }

    private @Nullable KeyOrder caughtUp() {
        KeyOrder known = order;
        int behind = copies.made() - copied;
        if (known == null || behind == 0) {
            return known;
        }
        KeyOrder now = known.copied(behind);
        copies.take(now.looks());
        order = now;
        copied = copies.made();
        return now;
    }
}
