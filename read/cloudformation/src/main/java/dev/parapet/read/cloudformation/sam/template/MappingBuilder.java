package dev.parapet.read.cloudformation.sam.template;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mapping that is being put together or changed. */
public final class MappingBuilder {
    private final Map<String, Value.Entry> entries;
    private Span span;

    MappingBuilder(Map<String, Value.Entry> entries, Span span) {
        this.entries = entries;
        this.span = span;
    }

    /** Begins with what a mapping holds. */
    public static MappingBuilder of(Value.Mapping mapping) {
        return new MappingBuilder(new LinkedHashMap<>(mapping.entries()), mapping.span());
    }

    /** Sets an entry where it stands, or at the end; a null leaves things as they are. */
    public MappingBuilder put(String name, @Nullable Value value) {
        if (value != null) {
            Value.Entry known = entries.get(name);
            entries.put(name, new Value.Entry(known == null ? value.span() : known.keySpan(), value));
        }
        return this;
    }

    /** Sets an entry with the place of its name; a null leaves things as they are. */
    public MappingBuilder put(String name, Value.@Nullable Entry entry) {
        if (entry != null) {
            entries.put(name, entry);
        }
        return this;
    }

    /** Sets all entries of another mapping. */
    public MappingBuilder putAll(Value.Mapping other) {
        entries.putAll(other.entries());
        return this;
    }

    /** Says where the whole of it stands. */
    public MappingBuilder at(Span place) {
        span = place;
        return this;
    }

    /** Takes an entry out, if it is there. */
    public MappingBuilder remove(String name) {
        entries.remove(name);
        return this;
    }

    /** The value of a name so far; null when there is none. */
    public @Nullable Value get(String name) {
        Value.Entry entry = entries.get(name);
        return entry == null ? null : entry.value();
    }

    /** Whether nothing was put. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The mapping. */
    public Value.Mapping build() {
        return new Value.Mapping(entries, span);
    }
}
