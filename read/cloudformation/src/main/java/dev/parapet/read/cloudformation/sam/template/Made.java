package dev.parapet.read.cloudformation.sam.template;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A resource that is being made. */
public final class Made {
    private final String id;
    private final String type;
    private final Span span;
    private final Span whole;
    private @Nullable Value dependsOn;
    private final Map<String, Value.Entry> attributes = new LinkedHashMap<>();
    private final Map<String, Value.Entry> properties = new LinkedHashMap<>();

    /** A resource without properties; {@code span} is the text that causes it. */
    public Made(String id, String type, Span span) {
        this(id, type, span, span);
    }

    /** A resource without properties; {@code span} is the name of what causes it and {@code whole} all of that. */
    public Made(String id, String type, Span span, Span whole) {
        this.id = id;
        this.type = type;
        this.span = span;
        this.whole = whole;
    }

    /** Its logical id. */
    public String id() {
        return id;
    }

    /** Its type. */
    public String type() {
        return type;
    }

    /** The text that causes it. */
    public Span span() {
        return span;
    }

    /** Values that are caused by the same text. */
    public Values values() {
        return new Values(span);
    }

    /** Sets a property; null and the text's null leave it as it is. */
    public Made set(String name, @Nullable Value value) {
        if (value != null && !(value instanceof Value.Null)) {
            properties.put(name, new Value.Entry(value.span(), value));
        }
        return this;
    }

    /** Takes properties over from a mapping, with the places of their names; those that are absent or null are left out. */
    public Made copy(Value.Mapping from, String... names) {
        for (String name : names) {
            copyAs(name, from, name);
        }
        return this;
    }

    /** Takes a property over under another name. */
    public Made copyAs(String name, Value.Mapping from, String fromName) {
        Value.Entry entry = from.entries().get(fromName);
        if (entry != null && !(entry.value() instanceof Value.Null)) {
            properties.put(name, entry);
        }
        return this;
    }

    /** Takes a property out. */
    public Made remove(String name) {
        properties.remove(name);
        return this;
    }

    /** A property so far; null when there is none. */
    public @Nullable Value get(String name) {
        Value.Entry entry = properties.get(name);
        return entry == null ? null : entry.value();
    }

    /** Its properties so far. */
    public Value.Mapping properties() {
        return new Value.Mapping(properties, span);
    }

    /** Sets an attribute beside its properties, such as {@code Condition}. */
    public Made attribute(String name, @Nullable Value value) {
        if (value != null) {
            attributes.put(name, new Value.Entry(value.span(), value));
        }
        return this;
    }

    /** An attribute so far; null when there is none. */
    public @Nullable Value attribute(String name) {
        Value.Entry entry = attributes.get(name);
        return entry == null ? null : entry.value();
    }

    /** Takes attributes over from a resource, those that it has. */
    public Made passOn(Value.Mapping from, List<String> names) {
        for (String name : names) {
            Value.Entry entry = from.entries().get(name);
            if (entry != null) {
                attributes.put(name, entry);
            }
        }
        return this;
    }

    /** What it depends on: a text or a list; nothing when null or empty. */
    public Made dependsOn(@Nullable Value value) {
        dependsOn = Intrinsics.isEmpty(value) ? null : value;
        return this;
    }

    /** What it depends on so far; null when on nothing. */
    public @Nullable Value dependsOn() {
        return dependsOn;
    }

    /** {@code Ref} to it. */
    public Value.Mapping ref() {
        return values().ref(id);
    }

    /** {@code Fn::GetAtt} of it. */
    public Value.Mapping getAtt(String attribute) {
        return values().getAtt(id, attribute);
    }

    /** The resource as it stands in a template. */
    public Value.Mapping value() {
        MappingBuilder all =
                new Values(whole).builder().put("Type", values().text(type)).put("DependsOn", dependsOn);
        attributes.forEach(all::put);
        return all.put("Properties", properties()).build();
    }
}
